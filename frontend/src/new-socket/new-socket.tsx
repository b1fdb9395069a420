import { effect, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { load } from '../browser/load';
import { go, path, place } from '../browser/router';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';
import { Modal } from '../ui/modal';
import type { Start } from './form';
import { isOpen } from './state';

export const NEW = '/sockets/new';

const body = signal<ComponentType | null>(null);

export function openNewSocket(): void {
  void show();
}

export function openNewSocketAt(start: Start): void {
  void load(() => import('./draft')).then((parts) => {
    parts?.draftAt(start);
    return show();
  });
}

export function openNewSocketLike(socket: Socket): void {
  void load(() => import('./like')).then((parts) => {
    parts?.draftLike(socket);
    return show();
  });
}

/** What is in it loads when it is first wanted. */
async function show(): Promise<void> {
  body.value = (await load(() => import('./dialog')))?.Dialog ?? null;
  isOpen.value = body.value !== null;
}

/** Its own address leads to it, and closing it away from there. */
let was = false;
effect(() => {
  if (was && !isOpen.value && path.peek() === NEW) go(`/sockets${place.peek().search}`, { replace: true });
  was = isOpen.value;
});

export function NewSocketDialog() {
  const Body = body.value;
  return (
    <Modal name={word('new.title')} open={isOpen} kind="new-socket" bare>
      {Body && <Body />}
    </Modal>
  );
}
