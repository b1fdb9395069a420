import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { Chunk } from '../live/protocol';
import { counted } from '../lib/format';
import { save } from '../browser/save';
import { entries } from '../live/traffic';
import { isGap } from '../live/timeline';
import { directionWord } from '../traffic/columns';
import { clockTime } from '../lib/clock';
import type { Direction } from '../traffic/view';
import { wholeOf } from './contents';
import { shown, type Show } from './shown';
import { isTurn, ofDirection, turnsOf, type Turn } from './turns';

interface SaveAsProps {
  socketId: string;
  show: Show;
  direction: Direction | null;
}

const RAW: readonly [Direction | null, string][] = [
  [null, 'Raw, both directions'],
  ['sent', 'Raw, → Sent'],
  ['received', 'Raw, ← Received'],
];

/** The whole conversation, also what is not on the screen. */
export function SaveAs({ socketId, show, direction }: SaveAsProps) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const outcome = useSignal('');

  async function run(work: () => Promise<string>): Promise<void> {
    menu.current?.hidePopover();
    outcome.value = 'Loading the bytes';
    outcome.value = await work();
  }

  return (
    <span class="copy-as">
      <button type="button" popovertarget={id}>
        Save as…
      </button>
      <div ref={menu} id={id} popover="auto" class="menu" role="group" aria-label="Save as">
        {RAW.map(([of, word]) => (
          <button key={word} type="button" onClick={() => void run(() => saveRaw(socketId, of))}>
            {word}
          </button>
        ))}
        <button type="button" onClick={() => void run(() => saveText(socketId, show, direction))}>
          Text as shown
        </button>
      </div>
      <span role="status" class="outcome">
        {outcome}
      </span>
    </span>
  );
}

export async function saveRaw(socketId: string, direction: Direction | null): Promise<string> {
  const chunks = entries().filter(
    (entry): entry is Chunk => !isGap(entry) && (direction === null || entry.direction === direction),
  );
  const { bytes, missing } = await wholeOf(chunks);
  save(`${socketId}${direction === null ? '' : `-${direction}`}.bin`, bytes);
  return told(bytes.length, missing);
}

export async function saveText(socketId: string, show: Show, direction: Direction | null): Promise<string> {
  const lines: string[] = [];
  let missing = 0;
  for (const turn of ofDirection(turnsOf(entries(), new Set()), direction).filter(isTurn)) {
    const whole = await wholeOf(turn.chunks);
    missing += whole.missing;
    lines.push(headOf(turn), shown(whole.bytes, show, 16).text, '');
  }
  const text = new TextEncoder().encode(lines.join('\n'));
  save(`${socketId}.txt`, text, 'text/plain');
  return told(text.length, missing);
}

function headOf({ chunks: [first], size }: Turn): string {
  return first ? `${directionWord(first)} ${clockTime(first.time)} ${counted(size, 'byte')}` : '';
}

function told(size: number, missing: number): string {
  const lack = missing === 0 ? '' : `, without ${counted(missing, 'chunk')} that the server no longer has`;
  return `Saved ${counted(size, 'byte')}${lack}`;
}
