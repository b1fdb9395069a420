import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { request, type Outcome } from '../../browser/api';
import type { Socket } from '../../lib/wire';
import { counted } from '../../lib/format';
import { go, place, withQuery } from '../../browser/router';
import type { CallRecord } from '../../live/protocol';
import { useCallLog } from '../../live/calls-log';
import { perRun } from '../../live/run';
import { OptionEditor } from './editor';
import { editorOf, valueText, type Option } from './option';

type Answer = Outcome<{ items: Option[] }>;

/** Every option that is known for this kind of socket, as the kernel has it. */
export function Options({ socket }: { socket: Socket }) {
  return socket.state === 'CLOSED' ? (
    <p class="hint">The kernel has no options of a socket that is closed.</p>
  ) : (
    <Known socket={socket} />
  );
}

function Known({ socket }: { socket: Socket }) {
  const outcome = useSignal<Answer | null>(null);
  const log = useCallLog(socket.id, 1_000);
  const load = async () => {
    outcome.value = await request('GET', `/sockets/${encodeURIComponent(socket.id)}/options`);
  };
  useEffect(() => void load(), []);

  const replace = (option: Option) => {
    set.value = new Set([...set.peek(), `${socket.id} ${option.name}`]);
    const now = outcome.peek();
    if (now?.ok)
      outcome.value = {
        ...now,
        value: { items: now.value.items.map((known) => (known.name === option.name ? option : known)) },
      };
  };

  return (
    <div class="options-tab">
      <p class="options-bar">
        <label class="find-in-tab">
          Find an option{' '}
          <input
            type="search"
            value={place.value.searchParams.get('option') ?? ''}
            onInput={({ currentTarget }) => {
              go(withQuery({ option: currentTarget.value }), { replace: true });
            }}
          />
        </label>
        <button type="button" onClick={() => void load()}>
          Read again
        </button>
      </p>
      <Table answer={outcome.value} calls={log.calls} socket={socket} onSet={replace} />
    </div>
  );
}

interface TableProps {
  answer: Answer | null;
  calls: readonly CallRecord[];
  socket: Socket;
  onSet: (option: Option) => void;
}

function Table({ answer, calls, socket, onSet }: TableProps) {
  if (answer === null)
    return (
      <p class="hint" role="status">
        Reading the options
      </p>
    );
  if (!answer.ok)
    return (
      <p class="problem" role="alert">
        {answer.problem.detail}
      </p>
    );
  const wanted = (place.value.searchParams.get('option') ?? '').trim().toLowerCase();
  const shown = answer.value.items.filter(({ level, name, summary }) =>
    `${level} ${name} ${summary}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <p class="hint" role="status">
        {counted(shown.length, 'option')}
      </p>
      <table class="option-table">
        <thead>
          <tr>
            <th scope="col">Option</th>
            <th scope="col" class="value">
              Value
            </th>
            <th scope="col" class="kind">
              Type
            </th>
            <th scope="col" class="level">
              Level
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((option) => (
            <Row
              key={option.name}
              option={option}
              socket={socket}
              changed={isChanged(socket.id, option, calls)}
              onSet={onSet}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

/** What this page has set, by socket and name: the log of calls has the value alone. */
const set = perRun<ReadonlySet<string>>(new Set());

/** Through the console, by this table or by setsockopt. */
function isChanged(id: string, { name }: Option, calls: readonly CallRecord[]): boolean {
  if (set.value.has(`${id} ${name}`)) return true;
  const named = new RegExp(`\\b${name}\\b`);
  return calls.some(({ call, kind, text }) => kind === null && call === 'setsockopt' && named.test(text));
}

interface RowProps {
  option: Option;
  socket: Socket;
  changed: boolean;
  onSet: (option: Option) => void;
}

function Row({ option, socket, changed, onSet }: RowProps) {
  const editing = useSignal(false);
  const note = useSignal('');
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = socket.state !== 'CLOSED';

  function end(): void {
    editing.value = false;
    requestAnimationFrame(() => {
      button.current?.focus();
    });
  }

  return (
    <tr>
      <th scope="row">
        <code>{option.name}</code>
        {changed && <span class="changed"> changed here</span>}
        <span class="hint">{option.summary}</span>
      </th>
      <td class="value">
        {editing.value ? (
          <OptionEditor
            socketId={socket.id}
            option={option}
            onEnd={end}
            onSet={(set, told) => {
              onSet(set);
              note.value = told;
              end();
            }}
          />
        ) : (
          <span class="now">
            <Value option={option} />
            {isOpen && option.writable && (
              <button
                ref={button}
                type="button"
                aria-label={`Change ${option.name}`}
                onClick={() => {
                  editing.value = true;
                }}
              >
                Change
              </button>
            )}
          </span>
        )}
        <span class="note" role="status">
          {note}
        </span>
      </td>
      <td class="kind">{option.kind}</td>
      <td class="level">{option.level}</td>
    </tr>
  );
}

function Value({ option }: { option: Option }) {
  if (option.error !== null)
    return (
      <span class="unreadable" title={option.error.strerror}>
        ✕ {option.error.symbol}
      </span>
    );
  const text = valueText(option);
  if (text === '') return <span class="hint">{option.data === null ? 'can only be set' : 'empty'}</span>;
  if (editorOf(option) === 'flag')
    return (
      <span>
        {option.value === 0 ? 'off' : 'on'} <span class="hint">{text}</span>
      </span>
    );
  return <code>{text}</code>;
}
