import { toHex, type Bytes } from '../lib/bytes';
import { counted, word } from '../lib/words';
import { copyText } from '../browser/clipboard';
import { save } from '../browser/save';
import { FORMS, type Form } from '../lib/copy-as';
import type { Chunk } from '../live/protocol';
import { recording } from '../live/source';
import { REFUSED } from '../hex/copy-as';
import type { Item } from '../ui/menu';
import { say } from '../ui/notices';
import { compareWord } from './chunk-pane';
import { mark } from './compare';
import type { Span } from './export';
import { sendAndSay } from './send';

interface Menu {
  chunk: Chunk;
  /** Those that are chosen of it, or all. */
  bytes: () => Promise<Bytes | null>;
  a: number | null;
  /** When the chunk passed that is marked as A, where it is shown. */
  since: string | null;
  capture: (span: Span) => void;
  /** Asks to where and how often. */
  again: (times: number) => void;
  search: (expression: string) => void;
}

/** More are not searched for: an address has room for so many. */
const SEARCHED = 64;

/** What can be done with a chunk, or with some of its bytes. */
export function chunkItems({ chunk, bytes, a, since, again, search, capture }: Menu): readonly Item[] {
  const own: Item = {
    name: word('traffic.again', { id: chunk.socket_id }),
    run: () => void sendAgain(chunk, bytes),
  };
  return [
    ...(recording.peek() === null ? [own] : []),
    {
      name: word('traffic.again.other'),
      run: () => {
        again(1);
      },
    },
    {
      name: word('traffic.repeat'),
      run: () => {
        again(10);
      },
    },
    {
      name: compareWord(a, chunk.seq),
      hint: 'm',
      run: () => {
        mark(a, chunk.seq);
      },
    },
    { name: word('traffic.search.same'), run: () => void searchSame(bytes, search) },
    {
      name: word('traffic.download'),
      run: () => void download(bytes, chunk.seq),
    },
    ...(recording.peek() === null ? captureItems(chunk, a, since, capture) : []),
    ...FORMS.map((form) => ({
      name: word('traffic.copy.as', { form: form.name }),
      run: () => void copy(form, bytes, chunk.seq),
    })),
  ];
}

/** A capture of what passed since, or between A and here. */
function captureItems(chunk: Chunk, a: number | null, since: string | null, capture: Menu['capture']): readonly Item[] {
  const here = chunk.time;
  const spans: [string, Span][] = [[word('traffic.export.from'), { from: here }]];
  if (a !== null && since !== null && a !== chunk.seq) {
    spans.push([
      word('traffic.export.between', { n: a }),
      a < chunk.seq ? { from: since, to: here } : { from: here, to: since },
    ]);
  }
  return spans.map(([name, span]) => ({
    name,
    run: () => {
      capture(span);
    },
  }));
}

async function sendAgain(chunk: Chunk, bytes: Menu['bytes']): Promise<void> {
  await sendAndSay({ chunk, bytes: await bytes() }, chunk.socket_id);
}

async function searchSame(bytes: Menu['bytes'], search: Menu['search']): Promise<void> {
  const wanted = await bytes();
  if (wanted && wanted.length > 0) search(`hex:"${toHex(wanted.subarray(0, SEARCHED))}"`);
}

async function download(bytes: Menu['bytes'], seq: number): Promise<void> {
  const found = await bytes();
  if (found) save(`chunk-${seq}.bin`, found);
  else say(word('hex.gone', { n: seq }));
}

async function copy(form: Form, bytes: Menu['bytes'], seq: number): Promise<void> {
  const found = await bytes();
  if (!found) say(word('hex.gone', { n: seq }));
  else if (await copyText(form.of(found))) say(counted('hex.copied', found.length, { form: form.name }));
  else say(REFUSED);
}
