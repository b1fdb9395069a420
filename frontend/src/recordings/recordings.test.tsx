// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { go } from '../browser/router';
import { recordings, type Recording } from '../live/recordings';
import { recording } from '../live/source';
import { said } from '../testing/said';
import Recordings from './page';

const RUNNING: Recording = {
  id: 'r-2',
  name: 'of the day',
  state: 'running',
  started_at: '2026-11-22T12:00:00Z',
  ended_at: null,
  packets: 12,
  bytes: 3 * 1024,
  files: 1,
  dropped: 0,
  error: null,
  sockets: [],
  filter: null,
};
const CUT: Recording = {
  ...RUNNING,
  id: 'r-1',
  name: 'of a full disk',
  state: 'stopped',
  sockets: ['s-1'],
  dropped: 7,
  error: 'No space left on device',
};
const STORAGE = { directory: '/var/recordings', file_size: 64 * 1024 * 1024, files: 16, payload: null, free: 2 ** 30 };

let items: Recording[];
let storage: typeof STORAGE | null;
let asked: string[];

beforeEach(() => {
  items = [CUT, RUNNING];
  storage = STORAGE;
  asked = [];
  vi.stubGlobal('fetch', (url: string, { method }: RequestInit) => {
    const { pathname } = new URL(url, 'http://page');
    const path = pathname.replace('/api/v1', '');
    if (method !== 'GET') asked.push(`${method ?? ''} ${path}`);
    return Promise.resolve(answerOf(method ?? 'GET', path));
  });
});

afterEach(() => {
  cleanup();
  recordings.value = null;
  vi.unstubAllGlobals();
});

function answerOf(method: string, path: string): Response {
  if (method === 'DELETE' || path.endsWith('/stop')) return new Response(null, { status: 204 });
  if (path === '/recordings') return Response.json({ items, total: items.length, storage });
  if (path.endsWith('/sockets'))
    return Response.json({
      items: [
        {
          id: 's-1',
          family: 'AF_INET',
          type: 'SOCK_STREAM',
          local_address: null,
          peer_address: null,
          bytes_sent: 5,
          bytes_received: 0,
        },
      ],
    });
  return Response.json({ items: [said(1, 'sent', 'hello')], total: 1 });
}

test('each recording is there with its state, its size and what was not written, the newest first', async () => {
  go('/recordings');
  render(<Recordings />);
  await screen.findByText('of the day');
  const [, newest, oldest] = screen.getAllByRole('row').map(({ textContent }) => textContent);
  expect(newest).toContain('Running');
  expect(newest).toContain('3.0 KiB');
  expect(newest).toContain('All sockets');
  expect(oldest).toContain('s-1');
  expect(oldest).toContain('7 packets not written');
  expect(screen.getByText('6.0 KiB on disk, 1.0 GiB free, at most 1.0 GiB each')).toBeTruthy();
});

test('the switch begins to record all, and stops what does', async () => {
  go('/recordings');
  items = [CUT];
  render(<Recordings />);
  const all = await screen.findByRole<HTMLInputElement>('switch');
  expect(all.checked).toBe(false);
  items = [CUT, RUNNING];
  fireEvent.click(all);
  await screen.findByText('of the day');
  expect(all.checked).toBe(true);
  fireEvent.click(all);
  await vi.waitFor(() => {
    expect(asked).toEqual(['POST /recordings', 'POST /recordings/r-2/stop']);
  });
});

test('a recording is deleted when that is confirmed', async () => {
  go('/recordings');
  render(<Recordings />);
  fireEvent.click(await screen.findByLabelText('Delete of a full disk'));
  const question = screen.getByRole('dialog', { hidden: true });
  expect(asked).toEqual([]);
  fireEvent.click(within(question).getByRole('button', { name: 'Delete', hidden: true }));
  await vi.waitFor(() => {
    expect(asked).toEqual(['DELETE /recordings/r-1']);
  });
});

test('where nothing can be recorded that is told, and there is no switch', async () => {
  items = [];
  storage = null;
  go('/recordings');
  render(<Recordings />);
  expect(await screen.findByText(/console\.recording\.directory/)).toBeTruthy();
  expect(screen.queryByRole('switch')).toBeNull();
});

test('one that is opened is read from the file, and leaves what passes alone', async () => {
  go('/recordings/r-2?view=conversation');
  const { unmount } = render(<Recordings />);
  expect(await screen.findByText('hello')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1 }).textContent.trim()).toBe('of the day');
  expect(screen.getByText('chunk 1', { exact: false }).getAttribute('href')).toBe('/recordings/r-2?socket=s-1&chunk=1');
  unmount();
  await vi.waitFor(() => {
    expect(recording.value).toBeNull();
  });
});

test.each(['', '?view=conversation'])('nothing of one is followed or paused: nothing new comes (%s)', async (query) => {
  go(`/recordings/r-1${query}`);
  render(<Recordings />);
  await screen.findByRole('combobox', { name: 'Socket' });
  await screen.findByText(/of a full disk/);
  expect(screen.queryByRole('button', { name: /Follow|Pause/ })).toBeNull();
});
