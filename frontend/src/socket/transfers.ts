import { signal, type ReadonlySignal } from '@preact/signals';
import { cancelOperation } from '../call/cancel';
import { request, requestStream, type Outcome, type Problem } from '../browser/api';
import { openSink, type Sink } from '../browser/sink';
import { bytes } from '../lib/format';
import { word } from '../lib/words';
import type { Waiting } from '../live/protocol';
import { perRun } from '../live/run';

/** Bytes in bulk between a socket and a file of the person's, for as long as the page is open. */
export interface Transfer {
  id: number;
  socketId: string;
  call: 'receive_stream' | 'send_stream';
  name: string;
  /** Bytes so far, where the page moves them itself. */
  moved: ReadonlySignal<number>;
  /** Bytes in all, where that is known. */
  total: number | null;
  /** How it ended; null while it goes on. */
  told: ReadonlySignal<string | null>;
  stop: () => void;
}

export const transfers = perRun<readonly Transfer[]>([]);

let last = 0;

interface Going {
  transfer: Transfer;
  stopped: AbortSignal;
  moves: (count: number) => void;
  end: (told: string) => void;
}

function begin(about: Pick<Transfer, 'socketId' | 'call' | 'name' | 'total'>): Going {
  const control = new AbortController();
  const moved = signal(0);
  const told = signal<string | null>(null);
  const stop = () => {
    control.abort();
  };
  const transfer = { ...about, id: ++last, moved, told, stop };
  transfers.value = [...transfers.peek(), transfer];
  return {
    transfer,
    stopped: control.signal,
    moves: (count) => {
      moved.value += count;
    },
    end: (text) => {
      told.value = text;
    },
  };
}

/** It was read. */
export function dismiss(id: number): void {
  transfers.value = transfers.peek().filter((one) => one.id !== id);
}

/** All that comes until the end of the stream goes to a file of the person's choice. */
export async function saveStream(socketId: string): Promise<void> {
  const sink = await openSink(`${socketId}.bin`);
  if (sink === null) return;
  const going = begin({ socketId, call: 'receive_stream', name: sink.name, total: null });
  const why = await received(going, sink);
  await sink.close();
  const size = bytes(going.transfer.moved.peek());
  going.end(typeof why === 'string' ? word(`stream.${why}`, { size, name: sink.name }) : why.detail);
}

type End = 'saved' | 'stopped' | 'full' | 'broken';

/** What ends it early leaves what came until then. */
async function received({ transfer, stopped, moves }: Going, sink: Sink): Promise<End | Problem> {
  try {
    const answer = await requestStream(pathOf(transfer.socketId), stopped);
    if (!answer.ok) return answer.problem;
    const reader = answer.value.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (transfer.moved.peek() + piece.value.length > sink.most) return full(transfer);
      await sink.put(piece.value);
      moves(piece.value.length);
    }
    return 'saved';
  } catch {
    return stopped.aborted ? 'stopped' : 'broken';
  }
}

function full({ stop }: Transfer): End {
  stop();
  return 'full';
}

/** A file goes to the peer, whatever its size; `shutdown` ends the stream after it. */
export async function sendFile(socketId: string, file: File, shutdown: boolean): Promise<void> {
  const { stopped, end } = begin({ socketId, call: 'send_stream', name: file.name, total: file.size });
  stopped.addEventListener('abort', () => void cancelSend(socketId));
  try {
    const options = { query: { shutdown }, body: file, signal: stopped };
    end(sentText(await request<{ sent: number }>('PUT', pathOf(socketId), options)));
  } catch {
    end(word('stream.stopped.sending', { name: file.name }));
  }
}

/**
 * The server does not see that the page has left while it waits for a peer that does not read. It is asked what waits,
 * since the page may not have heard of it yet.
 */
async function cancelSend(socketId: string): Promise<void> {
  const found = await request<{ items: readonly Waiting[] }>('GET', '/operations', { query: { socket: socketId } });
  const waiting = found.ok ? found.value.items.find(({ call }) => call === 'send_stream') : undefined;
  if (waiting) await cancelOperation(waiting.id);
}

function sentText(sent: Outcome<{ sent: number }>): string {
  return sent.ok
    ? word('stream.sent', { size: bytes(sent.value.sent) })
    : word('stream.unsent', { size: bytes(sent.problem.sent ?? 0), why: sent.problem.detail });
}

function pathOf(socketId: string): string {
  return `/sockets/${encodeURIComponent(socketId)}/stream`;
}
