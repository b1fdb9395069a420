import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { copyText } from '../browser/clipboard';
import { word } from '../lib/words';

const SHOWN_FOR = 4_000;

/** What copies a text, and says that it has: a refusal stays, for it says what to do. */
export function useCopy(text: () => string): { outcome: ReadonlySignal<string>; copy: () => void } {
  const outcome = useSignal('');

  useEffect(() => {
    if (outcome.value !== word('ui.copied')) return;
    const timer = setTimeout(() => {
      outcome.value = '';
    }, SHOWN_FOR);
    return () => {
      clearTimeout(timer);
    };
  }, [outcome.value]);

  async function copy(): Promise<void> {
    outcome.value = word((await copyText(text())) ? 'ui.copied' : 'ui.copy.refused');
  }

  return { outcome, copy: () => void copy() };
}
