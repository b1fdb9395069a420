import { signal } from '@preact/signals';
import { load } from '../../browser/load';
import type { Socket } from '../../lib/wire';
import { word } from '../../lib/words';
import { Modal } from '../../ui/modal';

const body = signal<typeof import('./dialog').RulesDialog | null>(null);
const open = signal(false);

/** What is in it loads when it is first wanted. */
export async function editRules(): Promise<void> {
  body.value = (await load(() => import('./dialog')))?.RulesDialog ?? null;
  open.value = body.value !== null;
}

/** Beside the tabs of a socket, so that no table of theirs is one of its own. */
export function EditRules({ socket }: { socket: Socket }) {
  const Body = body.value;
  return (
    <Modal name={word('rules.title')} open={open} kind="rules">
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
