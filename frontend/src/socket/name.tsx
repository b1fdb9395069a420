import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { request } from '../browser/api';
import { printable } from '../lib/text';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';

/** The label, which a click makes a field. */
export function Name({ socket }: { socket: Socket }) {
  const editing = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const edited = () => {
    editing.value = false;
    requestAnimationFrame(() => {
      button.current?.focus();
    });
  };
  if (editing.value) return <NameForm socket={socket} onEnd={edited} />;
  const name = socket.label ?? '';
  const text = printable(name);
  const edit = () => {
    editing.value = true;
  };
  if (socket.state === 'CLOSED') return <span class="cut label">{text}</span>;
  return (
    <button ref={button} type="button" class="name cut" title={word('socket.rename')} onClick={edit}>
      {name === '' ? <span class="hint">{word('socket.name')}</span> : <span class="cut label">{text}</span>}
    </button>
  );
}

function NameForm({ socket, onEnd }: { socket: Socket; onEnd: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const problem = useSignal<string | null>(null);
  useEffect(() => {
    field.current?.select();
  }, []);

  async function submit(event?: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event?.preventDefault();
    const label = field.current?.value.trim() ?? '';
    const outcome = await request('PUT', `/sockets/${encodeURIComponent(socket.id)}/label`, {
      body: { label: label === '' ? null : label },
    });
    if (outcome.ok) onEnd();
    else problem.value = outcome.problem.detail;
  }

  return (
    <form class="name-form" onSubmit={(event) => void submit(event)}>
      <input
        ref={field}
        aria-label={word('socket.label-of', { id: socket.id })}
        defaultValue={socket.label ?? ''}
        maxLength={200}
        autocomplete="off"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onEnd();
        }}
      />
      <button>{word('socket.save')}</button>
      {problem.value !== null && (
        <span class="problem" role="alert">
          {printable(problem.value)}
        </span>
      )}
    </form>
  );
}
