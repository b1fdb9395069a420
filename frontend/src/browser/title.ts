import { effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

const PRODUCT = 'Socket Console';

/** The host whose sockets these are: people have many tabs. */
export const host = signal<string | null>(null);

const subject = signal('');

/** Names the tab for as long as the calling component shows this. */
export function useTitle(text: string): void {
  useEffect(() => {
    subject.value = text;
  }, [text]);
}

effect(() => {
  if (subject.value === '') return;
  document.title = `${subject.value} – ${PRODUCT}${host.value === null ? '' : ` (${host.value})`}`;
});
