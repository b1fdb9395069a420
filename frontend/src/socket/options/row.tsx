import type { Socket } from '../../lib/wire';
import { FailedCard } from '../../call/failed-card';
import { aboutHref } from '../../errors/explanations';
import { word, type Word } from '../../lib/words';
import { Editor } from './editor';
import { isAction } from './groups';
import { editorOf, valueText, type Option } from './option';
import { before, isChanged, keyOf, notes, type Options } from './use-options';
import { nameOf } from './values';

interface RowProps {
  option: Option;
  socket: Socket;
  options: Options;
}

/** One option in one line: its name, what it is and sets it, what it was, and what to know of it. */
export function Row({ option, socket, options }: RowProps) {
  const { name, summary } = option;
  const note = notes.value.get(keyOf(socket.id, name)) ?? '';
  const failed = options.failures.value.get(name);
  const was = before.value.get(keyOf(socket.id, name));
  return (
    <>
      <tr>
        <th scope="row" title={`${option.level} ${name}`}>
          {isChanged(socket.id, option, options.calls) && (
            <span class="changed-mark" role="img" aria-label={word('options.changed.mark')} />
          )}
          <code>{name}</code>
        </th>
        <td>
          <div class="now">
            <Now option={option} socket={socket} onSet={(value) => options.set(option, value)} />
          </div>
        </td>
        <td class="was">{was && textOf(was, socket)}</td>
        <td class="note">
          <span class={note === '' ? undefined : 'told'} title={note === '' ? summary : note}>
            {note || <Meaning option={option} socket={socket} />}
          </span>
          <span class="visually-hidden" role="status">
            {note}
          </span>
        </td>
      </tr>
      {failed && (
        <tr class="failed">
          <td colSpan={4}>
            <FailedCard {...failed} />
          </td>
        </tr>
      )}
    </>
  );
}

interface NowProps {
  option: Option;
  socket: Socket;
  onSet: (value: unknown) => Promise<boolean>;
}

function Now({ option, socket, onSet }: NowProps) {
  const { error, writable } = option;
  if (error !== null)
    return (
      <span class="unreadable cut">
        ✕ <a href={aboutHref(error.symbol)}>{error.symbol}</a>{' '}
        <span class="unit">{word('options.unreadable', { errno: error.errno })}</span>
      </span>
    );
  if (writable) return <Editor option={option} onSet={onSet} />;
  return <span class="read">{textOf(option, socket)}</span>;
}

/** As one reads it; a value that reading would change is not read. */
function textOf(option: Option, socket: Socket): string {
  const name = nameOf(option, socket);
  if (name !== null) return name;
  if (editorOf(option) === 'flag') return word(option.value === 0 ? 'options.off' : 'options.on');
  if (option.value === null && option.data === null) return word('options.unread');
  return valueText(option) || word('options.empty');
}

/** What it does; of what cannot be read, the step that would make it so. */
function Meaning({ option, socket }: { option: Option; socket: Socket }) {
  if (option.error !== null) return <Step symbol={option.error.symbol} socket={socket} />;
  if (isAction(option)) return <>{word('options.action', { summary: option.summary })}</>;
  return <>{option.summary}</>;
}

const STEPS: Record<string, Word> = {
  ENOTCONN: 'options.step.ENOTCONN',
  EINVAL: 'options.step.EINVAL',
  EPERM: 'options.step.EPERM',
  ENOENT: 'options.step.ENOENT',
};

function Step({ symbol, socket }: { symbol: string; socket: Socket }) {
  return (
    <>
      {word(STEPS[symbol] ?? 'options.step.other')}{' '}
      {symbol === 'ENOTCONN' && <a href={hrefOf(socket.id, 'connect')}>{word('options.step.connect')}</a>}
    </>
  );
}

/** The form of a call on this socket. */
export function hrefOf(id: string, call: string): string {
  return `/sockets/${encodeURIComponent(id)}/operations?call=${call}`;
}
