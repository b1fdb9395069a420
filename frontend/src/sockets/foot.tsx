import { counted } from '../lib/format';
import { printable } from '../lib/text';
import { filter, socketById, total } from '../live/sockets';
import { FailedCard } from '../call/failed-card';
import { addressOf, close, copy, dismiss, failures } from './actions';
import { clearClosed, keepsClosed } from './closed';
import { clearSelection, selected } from './selection';
import { isOutdated, lines, resort } from './view';

/** What failed, what is selected, how many there are. */
export function Foot() {
  return (
    <>
      <Failures />
      {selected.value.size > 0 && <BulkBar ids={[...selected.value]} />}
      <div class="list-foot">
        <span>
          {filter.value === ''
            ? counted(lines.value.length, 'row')
            : `${counted(lines.value.length, 'row')} of ${total.value.toLocaleString('en-US')}`}
        </span>
        {isOutdated.value && (
          <button type="button" onClick={resort}>
            Re-sort
          </button>
        )}
        <Closed />
      </div>
    </>
  );
}

function Closed() {
  return (
    <span class="keep-closed">
      <label>
        Keep closed
        <select
          value={keepsClosed.value ? 'yes' : 'no'}
          onChange={({ currentTarget }) => {
            keepsClosed.value = currentTarget.value === 'yes';
          }}
        >
          <option value="yes">10 min</option>
          <option value="no">no</option>
        </select>
      </label>
      <button type="button" onClick={clearClosed}>
        Clear closed
      </button>
    </span>
  );
}

function BulkBar({ ids }: { ids: readonly string[] }) {
  const addresses = () =>
    ids.flatMap((id) => {
      const socket = socketById(id)?.peek();
      return socket ? (addressOf(socket) ?? []) : [];
    });
  return (
    <div class="bulk" role="group" aria-label="Selected sockets">
      <strong>{ids.length.toLocaleString('en-US')} selected</strong>
      <button type="button" onClick={() => void close(ids).then(clearSelection)}>
        Close
      </button>
      <button type="button" onClick={() => void copy(addresses().join('\n'), 'addresses')}>
        Copy addresses
      </button>
      <button type="button" onClick={clearSelection}>
        Clear
      </button>
    </div>
  );
}

function Failures() {
  if (failures.value.length === 0) return null;
  return (
    <section class="failures" aria-label="Calls that failed">
      {failures.value.map(({ key, id, call, problem }) => (
        <div key={key}>
          <p class="whose">
            {printable(id)}{' '}
            <button
              type="button"
              aria-label={`Dismiss the error of ${printable(id)}`}
              onClick={() => {
                dismiss(key);
              }}
            >
              Dismiss
            </button>
          </p>
          <FailedCard problem={problem} call={call} />
        </div>
      ))}
    </section>
  );
}
