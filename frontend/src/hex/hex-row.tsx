import type { Range } from '../lib/bytes';
import { characters, digits, digitsAt, digitsWidth, offsetText, offsetWidth } from '../lib/bytes-per-row';
import { placed, type Place } from '../ui/rows';
import { within } from './selection';

/** Bytes that stand out, and why. */
export interface Marks {
  selected: Range | null;
  cursor: number | null;
  /** What was looked for. */
  found: readonly Range[];
  /** What is another in the chunk that it is compared with. */
  differing: readonly Range[];
}

interface HexRowProps {
  place: Place;
  bytes: Uint8Array;
  columns: number;
  marks: Marks;
}

interface Stretch extends Range {
  kind: string;
}

export function HexRow({ place, bytes, columns, marks }: HexRowProps) {
  const start = place.index * columns;
  const offset = offsetText(start, offsetWidth(bytes.length, columns));
  const row = bytes.subarray(start, start + columns);
  const stretches = stretchesOf(marks, start, columns);
  return (
    <div {...placed(place)} class="hex-row" role="row" aria-rowindex={place.index + 1}>
      <div role="gridcell" aria-label={`${offset}: ${digits(row)}, ${characters(row)}`}>
        <span class="offset" aria-hidden="true">
          {offset}
        </span>
        <span class="digits" aria-hidden="true">
          {stretches.map(({ kind, from, to }) => (
            <Mark key={`${kind}${from}`} kind={kind} from={digitsAt(from)} to={digitsAt(to) + 2} />
          ))}
          <span class="over">{digits(row)}</span>
        </span>
        <span class="characters" aria-hidden="true">
          {stretches.map(({ kind, from, to }) => (
            <Mark key={`${kind}${from}`} kind={kind} from={from} to={to + 1} />
          ))}
          <span class="over">{characters(row)}</span>
        </span>
      </div>
    </div>
  );
}

/** The part of each that this row has, in columns. */
function stretchesOf({ selected, cursor, found, differing }: Marks, start: number, columns: number): Stretch[] {
  const all: readonly (readonly [string, readonly Range[]])[] = [
    ['differing', differing],
    ['found', found],
    ['selected', selected ? [selected] : []],
    ['cursor', cursor === null ? [] : [{ from: cursor, to: cursor }]],
  ];
  return all.flatMap(([kind, ranges]) =>
    ranges.flatMap((range) => {
      const part = within(range, start, columns);
      return part ? [{ kind, ...part }] : [];
    }),
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
