// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetRun } from '../live/run';
import { sendFile, saveStream } from './transfers';
import { TransferCards } from './transfer-cards';

const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
let written: string;
let isClosed: boolean;

beforeEach(() => {
  forgetRun();
  asked.mockReset();
  [written, isClosed] = ['', false];
  vi.stubGlobal('fetch', asked);
  vi.stubGlobal('showSaveFilePicker', () =>
    Promise.resolve({
      name: 'log.bin',
      createWritable: () =>
        Promise.resolve({
          write: (bytes: Uint8Array) => {
            written += new TextDecoder().decode(bytes);
            return Promise.resolve();
          },
          close: () => {
            isClosed = true;
            return Promise.resolve();
          },
        }),
    }),
  );
  render(<TransferCards socketId="s-1" />);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A peer of which the test says what it sends, and when. */
function streaming() {
  let peer: ReadableStreamDefaultController<Uint8Array> | undefined;
  asked.mockImplementation((_, { signal }) => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        peer = controller;
        signal?.addEventListener('abort', () => {
          controller.error(signal.reason);
        });
      },
    });
    return Promise.resolve(new Response(body));
  });
  return {
    sends: (text: string) => peer?.enqueue(new TextEncoder().encode(text)),
    ends: () => peer?.close(),
    resets: () => peer?.error(new TypeError('reset')),
  };
}

const told = async (text: RegExp) => {
  expect(await screen.findByText(text)).toBeTruthy();
};

test('what comes goes to the file until the stream ends', async () => {
  const peer = streaming();
  const saved = saveStream('s-1');
  await told(/Saving to log.bin/);
  peer.sends('hello ');
  peer.sends('world');
  await told(/^11 B$/);
  expect(isClosed).toBe(false);
  peer.ends();
  await saved;
  await told(/The stream ended: 11 B are in log.bin/);
  expect([written, isClosed]).toEqual(['hello world', true]);
});

test('Stop keeps what came until then', async () => {
  const peer = streaming();
  const saved = saveStream('s-1');
  await told(/Saving to/);
  peer.sends('half');
  await told(/^4 B$/);
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }));
  await saved;
  await told(/Stopped: 4 B are in log.bin/);
  expect([written, isClosed]).toEqual(['half', true]);
});

test('a reset is told, with what came before', async () => {
  const peer = streaming();
  const saved = saveStream('s-1');
  await told(/Saving to/);
  peer.sends('half');
  await told(/^4 B$/);
  peer.resets();
  await saved;
  await told(/The stream broke off after 4 B/);
  expect(isClosed).toBe(true);
});

test('a file is the body, and how it ended is told until it is read', async () => {
  asked.mockResolvedValue(Response.json({ sent: 5 }));
  const file = new File(['hello'], 'hello.txt');
  await sendFile('s-1', file, true);
  expect(asked.mock.calls[0]?.[0]).toBe('/api/v1/sockets/s-1/stream?shutdown=true');
  expect(asked.mock.calls[0]?.[1]).toMatchObject({ method: 'PUT', body: file });
  await told(/Sent 5 B/);
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  await vi.waitFor(() => {
    expect(screen.queryByRole('group')).toBeNull();
  });
});

test('a file that went in part says how much, and why no more', async () => {
  asked.mockResolvedValue(Response.json({ kind: 'socket-error', detail: 'Broken pipe', sent: 2 }, { status: 502 }));
  await sendFile('s-1', new File(['hello'], 'hello.txt'), false);
  await told(/Sent 2 B, then: Broken pipe/);
});
