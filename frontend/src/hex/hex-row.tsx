import type { Range } from '../lib/bytes';
import { characters, digits, digitsAt, digitsWidth, offsetText, offsetWidth } from '../lib/bytes-per-row';
import { within } from './selection';

interface HexRowProps {
  id: string;
  bytes: Uint8Array;
  start: number;
  columns: number;
  top: number;
  selected: Range | null;
  cursor: number | null;
}

export function HexRow({ id, bytes, start, columns, top, selected, cursor }: HexRowProps) {
  const offset = offsetText(start, offsetWidth(bytes.length, columns));
  const row = bytes.subarray(start, start + columns);
  const marked = within(selected, start, columns);
  const at = cursor !== null && cursor >= start && cursor < start + columns ? cursor - start : null;
  return (
    <div
      class="hex-row"
      id={id}
      role="row"
      aria-rowindex={start / columns + 1}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-label={`${offset}: ${digits(row)}, ${characters(row)}`}>
        <span class="offset" aria-hidden="true">
          {offset}
        </span>
        <span class="digits" aria-hidden="true">
          {marked && <Mark kind="selected" from={digitsAt(marked.from)} to={digitsAt(marked.to) + 2} />}
          {at !== null && <Mark kind="cursor" from={digitsAt(at)} to={digitsAt(at) + 2} />}
          <span class="over">{digits(row)}</span>
        </span>
        <span class="characters" aria-hidden="true">
          {marked && <Mark kind="selected" from={marked.from} to={marked.to + 1} />}
          {at !== null && <Mark kind="cursor" from={at} to={at + 1} />}
          <span class="over">{characters(row)}</span>
        </span>
      </div>
    </div>
  );
}

function Mark({ kind, from, to }: { kind: string; from: number; to: number }) {
  return <i class={`mark ${kind}`} style={{ left: `${from}ch`, width: `${to - from}ch` }} />;
}

/** What the style sheet cannot know. */
export function widths(columns: number, size: number): Record<string, string> {
  return {
    '--offset': `${offsetWidth(size, columns)}ch`,
    '--digits': `${digitsWidth(columns)}ch`,
    '--characters': `${columns}ch`,
  };
}
