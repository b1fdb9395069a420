import type { ComponentChildren } from 'preact';
import { useCallback } from 'preact/hooks';
import { isPhone } from '../browser/media';
import { go, withQuery } from '../browser/router';
import type { CallRecord } from '../live/protocol';
import { word, type Word } from '../lib/words';
import { placed, Rows, type Place } from '../ui/rows';
import type { Follow } from '../ui/stillness';
import { CallLine } from './call-line';

const ROW = 28;
const CARD = 52;
const HEAD = 24;

interface CallListProps {
  name: string;
  /** From the top. */
  calls: readonly CallRecord[];
  chosen: CallRecord | undefined;
  follow?: Follow;
  /** Two columns before those of a call; the same object as long as it draws the same. */
  lead?: Lead;
}

export interface Lead {
  heads: readonly [Word, Word];
  of: (record: CallRecord) => ComponentChildren;
}

/** Calls that ended, a row each; the address says which is chosen. */
export function CallList({ name, calls, chosen, follow, lead }: CallListProps) {
  const at = chosen ? calls.indexOf(chosen) : -1;
  const draw = useCallback(
    (place: Place) => <Row place={place} record={calls[place.index]} count={calls.length} lead={lead} />,
    [calls, lead],
  );

  function choose(index: number, replace: boolean): void {
    const record = calls[index];
    if (!record) return;
    follow?.leave();
    go(withQuery({ seq: String(record.seq) }), { replace });
  }

  return (
    <Rows
      role="listbox"
      name={name}
      kind={lead ? 'call-list with-lead' : 'call-list'}
      count={calls.length}
      height={isPhone.value ? CARD : ROW}
      head={{ height: isPhone.value ? 0 : HEAD, row: <Head lead={lead} /> }}
      layout={isPhone.value}
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
      {...(follow && { follow })}
    >
      {draw}
    </Rows>
  );
}

/** What a row says is plain without it, to who hears it. */
function Head({ lead }: { lead: Lead | undefined }) {
  const heads: readonly Word[] = [...(lead?.heads ?? []), 'calls.time', 'calls.call', 'calls.result'];
  return (
    <div class="call-line" aria-hidden="true">
      {heads.map((head) => (
        <span key={head}>{word(head)}</span>
      ))}
      <span class="took">{word('calls.took')}</span>
    </div>
  );
}

interface RowProps {
  place: Place;
  record: CallRecord | undefined;
  count: number;
  lead: CallListProps['lead'];
}

function Row({ place, record, count, lead }: RowProps) {
  return (
    record && (
      <div
        {...placed(place)}
        class="call-line"
        role="option"
        tabIndex={-1}
        aria-selected={place.isAt}
        aria-setsize={count}
        aria-posinset={place.index + 1}
      >
        {lead?.of(record)}
        <CallLine record={record} />
      </div>
    )
  );
}
