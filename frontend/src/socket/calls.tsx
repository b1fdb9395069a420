import { useSignal } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import { isNarrow } from '../browser/media';
import { go, place, withQuery } from '../browser/router';
import { CallLine } from '../call/call-line';
import type { Socket } from '../lib/wire';
import { counted, word } from '../lib/words';
import { useCallLog } from '../live/calls-log';
import type { CallRecord } from '../live/protocol';
import { placed, Rows, type Place } from '../ui/rows';
import { CallRecordView } from '../call/call-record';

/** As many as the server keeps of all sockets would be too many to look through. */
const MOST = 1_000;

/** Every call on the socket, and what came of it. */
export function Calls({ socket }: { socket: Socket }) {
  const log = useCallLog(socket.id, MOST);
  const query = place.value.searchParams;
  const newestFirst = query.get('order') === 'newest';
  const calls = newestFirst ? log.calls.toReversed() : log.calls;
  const chosen = calls.find(({ seq }) => String(seq) === query.get('seq'));
  if (log.problem)
    return (
      <p class="problem" role="alert">
        {log.problem.detail}
      </p>
    );
  return (
    <div class="calls-tab">
      <Bar total={log.total} shown={calls.length} newestFirst={newestFirst} />
      {calls.length === 0 ? (
        <p class="hint" role="status">
          {word('overview.calls.none')}
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
      {chosen && <CallRecordView record={chosen} />}
    </div>
  );
}

function Bar({ total, shown, newestFirst }: { total: number; shown: number; newestFirst: boolean }) {
  return (
    <p class="calls-bar">
      <span>
        {counted('calls.count', total)}
        {shown < total && <> · {word('calls.last', { n: shown })}</>}
      </span>
      <label>
        {word('calls.order')}{' '}
        <select
          value={newestFirst ? 'newest' : 'oldest'}
          onChange={({ currentTarget }) => {
            go(withQuery({ order: currentTarget.value === 'newest' ? 'newest' : null }));
          }}
        >
          <option value="oldest">{word('calls.order.oldest')}</option>
          <option value="newest">{word('calls.order.newest')}</option>
        </select>
      </label>
    </p>
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

function List({ id, calls, chosen, newestFirst }: ListProps) {
  const following = useSignal(chosen === undefined);
  const height = isNarrow.value ? CARD : ROW;
  const at = chosen ? calls.indexOf(chosen) : -1;
  const draw = useCallback(
    (spot: Place) => <Row place={spot} record={calls[spot.index]} count={calls.length} isChosen={spot.isAt} />,
    [calls],
  );

  function choose(index: number, replace: boolean): void {
    const record = calls[index];
    if (!record) return;
    following.value = false;
    go(withQuery({ seq: String(record.seq) }), { replace });
  }

  return (
    <Rows
      role="listbox"
      name={word('calls.name', { id })}
      kind="call-list"
      count={calls.length}
      height={height}
      at={at}
      sight={chosen?.seq}
      onMove={(index) => {
        choose(index, true);
      }}
      onChoose={(index) => {
        choose(index, false);
      }}
      keyAt={(index) => calls[index]?.seq}
      indexOf={(seq) => calls.findIndex((record) => record.seq === seq)}
      {...(!newestFirst && {
        follow: {
          isOn: following.value,
          leave: () => {
            following.value = false;
          },
        },
      })}
    >
      {draw}
    </Rows>
  );
}

interface RowProps {
  place: Place;
  record: CallRecord | undefined;
  count: number;
  isChosen: boolean;
}

function Row({ place: spot, record, count, isChosen }: RowProps) {
  return (
    record && (
      <div
        {...placed(spot)}
        class="call-row call-line"
        role="option"
        tabIndex={-1}
        aria-selected={isChosen}
        aria-setsize={count}
        aria-posinset={spot.index + 1}
      >
        <CallLine record={record} />
      </div>
    )
  );
}
