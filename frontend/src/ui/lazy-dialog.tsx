import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { load } from '../browser/load';
import type { Socket } from '../lib/wire';
import { word, type Word } from '../lib/words';
import { Modal } from './modal';

interface Lazy {
  title: Word;
  /** The class of the dialog. */
  kind: string;
  load: () => Promise<ComponentType<{ socket: Socket; close: () => void }>>;
}

/** A dialog about a socket, of which what is in it loads when it is first wanted: what shows it, and where it is. */
export function lazyDialog({ title, kind, load: importer }: Lazy) {
  const body = signal<Awaited<ReturnType<Lazy['load']>> | null>(null);
  const open = signal(false);

  async function show(): Promise<void> {
    body.value = await load(importer);
    open.value = body.value !== null;
  }

  function Place({ socket }: { socket: Socket }) {
    const Body = body.value;
    return (
      <Modal name={word(title)} open={open} kind={kind}>
        {Body && (
          <Body
            socket={socket}
            close={() => {
              open.value = false;
            }}
          />
        )}
      </Modal>
    );
  }

  return { show, Place };
}
