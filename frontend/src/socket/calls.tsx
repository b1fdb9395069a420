import { useSignal } from '@preact/signals';
import { go, place, withQuery } from '../browser/router';
import { CallList } from '../call/call-list';
import type { Socket } from '../lib/wire';
import { counted, word } from '../lib/words';
import { useCallLog } from '../live/calls-log';
import type { CallRecord } from '../live/protocol';
import { CallRecordView } from '../call/call-record';
import { DetailText } from '../ui/detail-text';

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
        <DetailText text={log.problem.detail} />
      </p>
    );
  return (
    <div class="column calls-tab">
      <Bar total={log.total} shown={calls.length} newestFirst={newestFirst} />
      {calls.length === 0 ? (
        <p class="hint" role="status">
          {word('overview.calls.none')}
        </p>
      ) : (
        <List id={socket.id} calls={calls} chosen={chosen} newestFirst={newestFirst} />
      )}
      {chosen && <CallRecordView record={chosen} />}
    </div>
  );
}

interface ListProps {
  id: string;
  calls: readonly CallRecord[];
  chosen: CallRecord | undefined;
  newestFirst: boolean;
}

/** It follows the end, where the newest is, until a person goes elsewhere. */
function List({ id, newestFirst, ...list }: ListProps) {
  const following = useSignal(list.chosen === undefined);
  const follow = {
    isOn: following.value,
    leave: () => {
      following.value = false;
    },
  };
  return <CallList name={word('calls.name', { id })} {...list} {...(!newestFirst && { follow })} />;
}

function Bar({ total, shown, newestFirst }: { total: number; shown: number; newestFirst: boolean }) {
  return (
    <p class="strip">
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
