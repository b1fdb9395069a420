import { signal } from '@preact/signals';
import { load } from '../../browser/load';
import type { Socket } from '../../lib/wire';
import { word } from '../../lib/words';
import { Modal } from '../../ui/modal';

const body = signal<typeof import('./dialog').PlayDialog | null>(null);
const open = signal(false);

/** What is in it loads when it is first wanted. */
export async function choosePlayed(): Promise<void> {
  body.value = (await load(() => import('./dialog')))?.PlayDialog ?? null;
  open.value = body.value !== null;
}

export function ChoosePlayed({ socket }: { socket: Socket }) {
  const Body = body.value;
  return (
    <Modal name={word('played.title')} open={open} kind="send-again">
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
