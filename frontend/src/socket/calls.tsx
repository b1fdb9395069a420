import type { TargetedKeyboardEvent, TargetedMouseEvent } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Socket } from '../lib/wire';
import { duration } from '../lib/duration';
import { counted } from '../lib/format';
import { isNarrow } from '../browser/media';
import { stepped } from '../lib/roving';
import { go, place, withQuery } from '../browser/router';
import { printable } from '../lib/text';
import { useVirtualList } from '../ui/virtual';
import type { CallRecord } from '../live/protocol';
import { CopyButton } from '../ui/copy-button';
import { aboutHref } from '../errors/explanations';
import { CallLine } from '../call/call-line';
import { openLog } from '../live/calls-log';

/** Every call on the socket, and what came of it. */
export function Calls({ socket }: { socket: Socket }) {
  const log = useMemo(() => openLog(socket.id), [socket.id]);
  const query = place.value.searchParams;
  const newestFirst = query.get('order') === 'newest';
  const calls = newestFirst ? log.calls.value.toReversed() : log.calls.value;
  const chosen = calls.find(({ seq }) => String(seq) === query.get('seq'));
  if (log.problem.value)
    return (
      <p class="problem" role="alert">
        {log.problem.value.detail}
      </p>
    );
  return (
    <div class="calls-tab">
      <p class="calls-bar">
        <span>{counted(calls.length, 'call')}</span>
        <label>
          Order{' '}
          <select
            value={newestFirst ? 'newest' : 'oldest'}
            onChange={({ currentTarget }) => {
              go(withQuery({ order: currentTarget.value === 'newest' ? 'newest' : null }));
            }}
          >
            <option value="oldest">Newest last</option>
            <option value="newest">Newest first</option>
          </select>
        </label>
      </p>
      {calls.length === 0 ? (
        <p class="hint" role="status">
          No calls yet.
        </p>
      ) : (
        <List
          key={isNarrow.value ? 'cards' : 'rows'}
          id={socket.id}
          calls={calls}
          chosen={chosen}
          newestFirst={newestFirst}
        />
      )}
      {chosen && <Record record={chosen} />}
    </div>
  );
}

const ROW = 28;
const CARD = 52;

interface ListProps {
  id: string;
  calls: readonly CallRecord[];
  chosen: CallRecord | undefined;
  newestFirst: boolean;
}

function List({ id: socketId, calls, chosen, newestFirst }: ListProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = isNarrow.value ? CARD : ROW;
  const at = chosen ? calls.indexOf(chosen) : -1;
  const { items, height } = useVirtualList({ scroller, count: calls.length, rowHeight, always: [at] });
  useStillness(scroller, calls.length, rowHeight, newestFirst);

  function choose(index: number, replace: boolean): void {
    const record = calls[index];
    if (!record || !scroller.current) return;
    go(withQuery({ seq: String(record.seq) }), { replace });
    reveal(scroller.current, calls.indexOf(record) * rowHeight, rowHeight);
  }

  function press(event: TargetedKeyboardEvent<HTMLDivElement>): void {
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / rowHeight) - 1);
    const steps: Record<string, number> = {
      ArrowUp: -1,
      ArrowDown: 1,
      PageUp: -page,
      PageDown: page,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choose(stepped(at, step, calls.length), true);
  }

  function click({ target }: TargetedMouseEvent<HTMLDivElement>): void {
    const row = target instanceof Element ? target.closest<HTMLElement>('[aria-posinset]') : null;
    if (row) choose(Number(row.getAttribute('aria-posinset')) - 1, false);
  }

  return (
    <div
      ref={scroller}
      class="call-list"
      role="listbox"
      tabIndex={0}
      aria-label={`Calls on ${socketId}`}
      onKeyDown={press}
      onClick={click}
      aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
    >
      <div class="canvas" role="presentation" style={{ height: `${height}px` }}>
        {items.map(({ index, start }) => {
          const record = calls[index];
          return (
            record && (
              <div
                key={record.seq}
                id={`${id}-${index}`}
                class="call-row call-line"
                role="option"
                tabIndex={-1}
                aria-selected={index === at}
                aria-setsize={calls.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)`, height: `${rowHeight}px` }}
              >
                <CallLine record={record} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

/** What comes above what is being read does not move it; at the end of the list the end stays in sight. */
function useStillness(
  scroller: { current: HTMLDivElement | null },
  count: number,
  rowHeight: number,
  newestFirst: boolean,
): void {
  const before = useRef(0);
  useLayoutEffect(() => {
    const list = scroller.current;
    const more = (count - before.current) * rowHeight;
    before.current = count;
    if (!list) return;
    const wasAtEnd = list.scrollHeight - more - list.scrollTop - list.clientHeight < rowHeight;
    if (newestFirst) list.scrollTop += list.scrollTop > 0 ? more : 0;
    else if (wasAtEnd) list.scrollTop = list.scrollHeight;
  }, [count]);
}

function reveal(list: HTMLElement, top: number, rowHeight: number): void {
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + rowHeight > list.scrollTop + list.clientHeight) list.scrollTop = top + rowHeight - list.clientHeight;
}

function Record({ record }: { record: CallRecord }) {
  const { seq, text, started_at, elapsed, result, kind, symbol, errno, detail } = record;
  return (
    <section class="call-record" aria-labelledby="record-heading">
      <h2 id="record-heading">Call {seq}</h2>
      <dl class="detail-facts">
        <div>
          <dt>Call</dt>
          <dd>
            <code>{printable(text)}</code>
          </dd>
        </div>
        <div>
          <dt>Began</dt>
          <dd>{started_at}</dd>
        </div>
        <div>
          <dt>Took</dt>
          <dd>{duration(elapsed * 1000)}</dd>
        </div>
        {kind === null && (
          <div>
            <dt>Returned</dt>
            <dd>
              <code>{printable(result ?? 'None')}</code>
            </dd>
          </div>
        )}
        {kind !== null && (
          <div>
            <dt>Ended as</dt>
            <dd>
              {kind}
              {symbol !== null && (
                <>
                  {' '}
                  · <a href={aboutHref(symbol)}>About {symbol}</a> ({errno})
                </>
              )}
            </dd>
          </div>
        )}
        {detail !== null && (
          <div>
            <dt>Because</dt>
            <dd>{printable(detail)}</dd>
          </div>
        )}
      </dl>
      <CopyButton what="as Python" text={() => `sock.${text}`} />
    </section>
  );
}
