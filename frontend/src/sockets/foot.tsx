import { FailedCard } from '../call/failed-card';
import { printable } from '../lib/text';
import { counted, word } from '../lib/words';
import { filter, socketById, total } from '../live/sockets';
import { addressOf, close, copy, dismiss, failures, showTrafficOf } from './actions';
import { byKey } from './columns';
import { counts, quick } from './quick';
import { clearSelection, selected } from './selection';
import { isOutdated, lines, resort, sort } from './view';

/** What failed, what is selected, how many there are. */
export function Foot() {
  return (
    <>
      <Failures />
      {selected.value.size > 0 && <BulkBar ids={[...selected.value]} />}
      <div class="list-foot">
        <span>{countText()}</span>
        {isOutdated.value && (
          <button type="button" onClick={resort}>
            {word('sockets.resort')}
          </button>
        )}
        <span class="end">{orderText()}</span>
      </div>
    </>
  );
}

/** Those that are seen; with a filter, of how many there are. */
function countText(): string {
  const { open, closed } = counts.value;
  const seen = quick.value === 'open' ? word('sockets.count', { open, closed }) : counted('sockets.shown', shownNow());
  return filter.value === '' ? seen : word('sockets.count.of', { seen, total: total.value });
}

function shownNow(): number {
  return lines.value.filter((line) => 'row' in line).length;
}

function orderText(): string {
  const { key, descending } = sort.value;
  if (key === 'id') return word(descending ? 'sockets.order.newest' : 'sockets.order.oldest');
  return word(descending ? 'sockets.order.down' : 'sockets.order.up', { column: byKey.get(key)?.name ?? key });
}

function BulkBar({ ids }: { ids: readonly string[] }) {
  const addresses = () =>
    ids.flatMap((id) => {
      const socket = socketById(id)?.peek();
      return socket ? (addressOf(socket) ?? []) : [];
    });
  return (
    <div class="bulk" role="group" aria-label={word('sockets.selected')}>
      <strong>{counted('sockets.selected-count', ids.length)}</strong>
      <button type="button" onClick={() => void close(ids)}>
        {word('app.close')}
      </button>
      <button type="button" onClick={() => void copy(addresses().join('\n'), 'addresses')}>
        {word('sockets.copy-addresses')}
      </button>
      <button
        type="button"
        title={word('sockets.traffic.title')}
        onClick={() => {
          showTrafficOf(ids);
        }}
      >
        {word('rail.traffic')}
      </button>
      <button type="button" onClick={clearSelection}>
        {word('sockets.unselect')}
      </button>
    </div>
  );
}

function Failures() {
  if (failures.value.length === 0) return null;
  return (
    <section class="failures" aria-label={word('sockets.failures')}>
      {failures.value.map(({ key, id, call, problem }) => (
        <div key={key}>
          <p class="whose">
            {printable(id)}{' '}
            <button
              type="button"
              aria-label={word('sockets.dismiss-of', { id: printable(id) })}
              onClick={() => {
                dismiss(key);
              }}
            >
              {word('sockets.dismiss')}
            </button>
          </p>
          <FailedCard problem={problem} call={call} />
        </div>
      ))}
    </section>
  );
}
