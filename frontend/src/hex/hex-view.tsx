import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { copyText } from '../browser/clipboard';
import { singleKeys } from '../browser/settings';
import { formatRange, type Bytes, type Range } from '../lib/bytes';
import { spoken } from '../lib/bytes-per-row';
import { HEX, TEXT } from '../lib/copy-as';
import { counted, word } from '../lib/words';
import { asksForMenu, placeOf } from '../ui/menu';
import { Rows, type Hands } from '../ui/rows';
import { REFUSED } from './copy-as';
import { HexRow, widths } from './hex-row';
import { rangeOf, target, type Selection } from './selection';
import { ROW, useSelection } from './use-selection';

/** More rows than this are taller than a browser's element can be. */
export const SHOWN = 8 * 1024 * 1024;

interface HexViewProps {
  name: string;
  bytes: Bytes;
  columns: 8 | 16;
  selected: Range | null;
  found?: readonly Range[];
  differing?: readonly Range[];
  onSelect: (range: Range | null) => void;
  onGoTo?: () => void;
  onFind?: () => void;
  onMark?: () => void;
  onMenu?: (at: { x: number; y: number }) => void;
}

const NONE: readonly Range[] = [];

/** Bytes in rows. The selection is one, seen in both columns. */
export function HexView(props: HexViewProps) {
  const { name, bytes: all, columns, selected, found = NONE, differing = NONE, onSelect, onMenu } = props;
  const bytes = all.subarray(0, SHOWN);
  const told = useSignal('');
  const { selection, column, select, pointer } = useSelection({ size: bytes.length, columns, selected, onSelect });
  const { cursor } = selection.current;
  useAfterFirst(
    () => {
      told.value = selected ? spokenSelection(bytes, selection.current) : '';
    },
    selected && formatRange(selected),
  );

  async function copy(): Promise<void> {
    const { from, to } = rangeOf(selection.current);
    const form = column.current === 'digits' ? HEX : TEXT;
    const done = await copyText(form.of(bytes.subarray(from, to + 1)));
    told.value = done ? counted('hex.copied', to - from + 1, { form: form.name }) : REFUSED;
  }

  function press(event: KeyboardEvent, { page }: Hands): boolean {
    const act = actionOf(event, page());
    act?.();
    return act !== null;
  }

  function actionOf(event: KeyboardEvent, page: number): (() => void) | null {
    const { key, shiftKey } = event;
    const command = event.ctrlKey || event.metaKey;
    const own = command ? commands()[key.toLowerCase()] : plain(event)[key];
    if (own) return own;
    const { anchor, cursor: from } = selection.current;
    const to = target(key, command, from, { size: bytes.length, columns, page });
    if (to === null) return null;
    return () => {
      select(shiftKey ? anchor : to, to);
    };
  }

  function commands(): Record<string, (() => void) | undefined> {
    return {
      c: () => void copy(),
      a: () => {
        select(0, bytes.length - 1);
      },
      f: props.onFind,
    };
  }

  function plain(event: KeyboardEvent): Record<string, (() => void) | undefined> {
    if (onMenu && asksForMenu(event))
      return {
        [event.key]: () => {
          onMenu(placeOf(event, event.currentTarget as Element));
        },
      };
    return {
      ...(singleKeys.value === 'on' && { g: props.onGoTo, m: props.onMark }),
      ...(selected && {
        Escape: () => {
          onSelect(null);
        },
      }),
    };
  }

  return (
    <div class="hex" style={widths(columns, bytes.length)}>
      <Rows
        key={columns}
        role="grid"
        kind="hex-rows"
        name={word('hex.bytes.of', { name })}
        count={Math.ceil(bytes.length / columns)}
        height={ROW}
        at={Math.floor(cursor / columns)}
        sight={`${formatRange({ from: 0, to: all.length })} ${Math.floor(cursor / columns)}`}
        onMove={noMove}
        onKey={press}
        rest={{
          ...pointer,
          'aria-multiselectable': true,
          onContextMenu: (event) => {
            if (!onMenu) return;
            event.preventDefault();
            onMenu(placeOf(event, event.currentTarget));
          },
        }}
      >
        {(place) => (
          <HexRow place={place} bytes={bytes} columns={columns} marks={{ selected, cursor, found, differing }} />
        )}
      </Rows>
      <p class="hex-told visually-hidden" role="status">
        {told}
      </p>
      {all.length > SHOWN && <p class="hint">{counted('hex.cut', all.length)}</p>}
    </div>
  );
}

/** Keys move the byte, and the row with it. */
function noMove(): void {}

/** What stood there when the page came is not news. */
function useAfterFirst(work: () => void, value: string | null): void {
  const known = useRef(value);
  useLayoutEffect(() => {
    if (known.current !== value) work();
    known.current = value;
  }, [value]);
}

function spokenSelection(bytes: Uint8Array, selection: Selection): string {
  const { from, to } = rangeOf(selection);
  const byte = spoken(selection.cursor, bytes[selection.cursor] ?? 0);
  return from === to ? byte : `${byte}. ${counted('hex.selected', to - from + 1)}`;
}
