import { useCallback } from 'preact/hooks';
import { isNarrow } from '../browser/media';
import { go, withQuery } from '../browser/router';
import { CallLine } from '../call/call-line';
import { printable } from '../lib/text';
import { word } from '../lib/words';
import type { CallRecord } from '../live/protocol';
import { placed, Rows, type Place } from '../ui/rows';
import { whoOf, CLIENT } from './wanted';

const ROW = 28;
const CARD = 52;

interface CallRowsProps {
  /** The newest is the last. */
  calls: readonly CallRecord[];
  chosen: CallRecord | undefined;
}

/** The newest call stands on top. */
export function CallRows({ calls, chosen }: CallRowsProps) {
  const at = chosen ? calls.length - 1 - calls.indexOf(chosen) : -1;
  const of = (index: number) => calls[calls.length - 1 - index];
  const show = (index: number, replace: boolean) => {
    const record = of(index);
    if (record) go(withQuery({ seq: String(record.seq) }), { replace });
  };
  const row = useCallback(
    (place: Place) => {
      const record = calls[calls.length - 1 - place.index];
      return record ? <Row place={place} record={record} count={calls.length} /> : null;
    },
    [calls],
  );
  return (
    <Rows
      role="listbox"
      name={word('rail.activity')}
      kind="activity-rows"
      count={calls.length}
      height={isNarrow.value ? CARD : ROW}
      layout={isNarrow.value}
      at={at}
      sight={chosen?.seq}
      onMove={(index) => {
        show(index, true);
      }}
      onChoose={(index) => {
        show(index, false);
      }}
    >
      {row}
    </Rows>
  );
}

function Row({ place, record, count }: { place: Place; record: CallRecord; count: number }) {
  return (
    <div
      {...placed(place)}
      class="call-row"
      role="option"
      tabIndex={-1}
      aria-selected={place.isAt}
      aria-setsize={count}
      aria-posinset={place.index + 1}
    >
      <span class="whose">{whoOf(record) === CLIENT ? '' : printable(whoOf(record))}</span>
      <span class="on">{record.socket_id ?? ''}</span>
      <CallLine record={record} />
    </div>
  );
}
