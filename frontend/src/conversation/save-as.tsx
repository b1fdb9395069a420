import type { Chunk } from '../live/protocol';
import { counted, word } from '../lib/words';
import { save } from '../browser/save';
import { entries } from '../live/traffic';
import { isGap } from '../live/timeline';
import { directionWord } from '../traffic/columns';
import { clockTime } from '../lib/clock';
import type { Direction } from '../traffic/view';
import { MenuButton, type Item } from '../ui/menu';
import { say } from '../ui/notices';
import { wholeOf } from './contents';
import { shown, type Show } from './shown';
import { isTurn, ofDirection, turnsOf, type Turn } from './turns';

interface SaveAsProps {
  socketId: string;
  show: Show;
  direction: Direction | null;
}

/** The whole conversation, also what is not on the screen. */
export function SaveAs({ socketId, show, direction }: SaveAsProps) {
  return (
    <MenuButton
      name={word('conversation.save')}
      icon="download"
      items={() => [
        raw(socketId, null, word('conversation.save.both')),
        raw(socketId, 'sent', word('conversation.save.sent')),
        raw(socketId, 'received', word('conversation.save.received')),
        { name: word('conversation.save.text'), run: () => void run(() => saveText(socketId, show, direction)) },
      ]}
    />
  );
}

function raw(socketId: string, of: Direction | null, name: string): Item {
  return { name, run: () => void run(() => saveRaw(socketId, of)) };
}

async function run(work: () => Promise<string>): Promise<void> {
  say(word('conversation.saving'));
  say(await work());
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
  return first ? `${directionWord(first)} ${clockTime(first.time)} ${counted('conversation.bytes', size)}` : '';
}

function told(size: number, missing: number): string {
  const saved = counted('conversation.saved', size);
  return missing === 0 ? saved : `${saved}, ${counted('conversation.saved.without', missing)}`;
}
