import { useSignal } from '@preact/signals';
import type { Socket } from '../lib/wire';
import { word, type Word } from '../lib/words';
import { place } from '../browser/router';
import { callForms, type CallForm } from '../call/call-forms';
import { FoldedCallForm } from '../call/form/call-form';
import { DetailText } from '../ui/detail-text';

const GROUPS = ['Address', 'Server', 'Client', 'Send', 'Receive', 'Control', 'Options', 'Files', 'Descriptors'];

/** Every call that can be made on a socket, as a form. */
export function Operations({ socket }: { socket: Socket }) {
  const wanted = useSignal('');
  const found = callForms();
  if (found === null)
    return (
      <p class="hint" role="status">
        {word('operations.loading')}
      </p>
    );
  if (!found.ok)
    return (
      <p class="problem" role="alert">
        <DetailText text={found.problem.detail} />
      </p>
    );
  const calls = found.value.items.filter((call) => isHere(call) && fits(call, wanted.value));
  return (
    <div class="operations-tab">
      <label class="find-in-tab">
        {word('operations.find')}{' '}
        <input
          type="search"
          value={wanted}
          onInput={({ currentTarget }) => {
            wanted.value = currentTarget.value;
          }}
        />
      </label>
      {calls.length === 0 && (
        <p class="hint" role="status">
          {word('operations.none')}
        </p>
      )}
      {GROUPS.map((group) => (
        <Group key={group} name={group} calls={calls.filter((call) => call.group === group)} socket={socket} />
      ))}
    </div>
  );
}

function Group({ name, calls, socket }: { name: string; calls: readonly CallForm[]; socket: Socket }) {
  const opened = place.value.searchParams.get('call');
  if (calls.length === 0) return null;
  return (
    <section aria-labelledby={`group-${name}`}>
      <h2 id={`group-${name}`}>{wordOfGroup(name)}</h2>
      {calls.map((call) => (
        <FoldedCallForm key={call.name} form={call} socket={socket} open={call.name === opened} />
      ))}
    </section>
  );
}

/** What the server calls a group is a word here. */
function wordOfGroup(name: string): string {
  return word(`operations.group.${name}` as Word);
}

/** A file's calls are with the files; closing has its own button; names and byte order are no calls of a socket. */
function isHere({ on, group }: CallForm): boolean {
  return on !== 'file' && GROUPS.includes(group);
}

function fits({ name, summary }: CallForm, wanted: string): boolean {
  return `${name} ${summary}`.toLowerCase().includes(wanted.trim().toLowerCase());
}
