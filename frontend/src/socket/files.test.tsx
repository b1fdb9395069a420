// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { Files } from './files';
import { forgetTables } from '../browser/tables';
import { socket } from '../testing/sample';

const file = (id: string, socket_id: string, closed = false) => ({
  id,
  socket_id,
  mode: 'rb',
  bufsize: 8192,
  encoding: null,
  fd: 7,
  closed,
});

function show(answer: Response): void {
  forgetTables();
  vi.stubGlobal('fetch', (url: string) =>
    Promise.resolve(url.includes('/files') ? answer : Response.json({ items: [] })),
  );
  render(<Files socket={socket('s-1', { state: 'CONNECTED' })} />, document.body);
}

afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
});

const cards = () => [...document.querySelectorAll('article')];

test('those of the socket are shown with what they are, and no others', async () => {
  show(Response.json({ items: [file('f-1', 's-1'), file('f-2', 's-2'), file('f-3', 's-1', true)], total: 3 }));
  await vi.waitFor(() => {
    expect(cards().map((card) => card.querySelector('h3')?.textContent)).toEqual(['f-1', 'f-3']);
  });
  expect(cards()[0]?.textContent).toContain('8,192 bytes');
  expect(cards()[1]?.textContent).toContain('closed');
});

test('where there is none that is said', async () => {
  show(Response.json({ items: [], total: 0 }));
  await vi.waitFor(() => {
    expect(document.body.textContent).toContain('None yet.');
  });
  expect(cards()).toEqual([]);
});

test('what the server refuses is told', async () => {
  show(Response.json({ kind: 'quota', status: 429, detail: 'too many' }, { status: 429 }));
  await vi.waitFor(() => {
    expect(document.querySelector('[role=alert]')?.textContent).toBe('too many');
  });
});
