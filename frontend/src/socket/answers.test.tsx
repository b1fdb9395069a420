// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { notice } from '../ui/notices';
import { socket } from '../testing/sample';
import { Actions } from './actions';
import { MoreMenu } from './more-menu';

const crowded = vi.hoisted(() => ({ value: false }));

vi.mock('../browser/media', () => ({
  media: () => crowded,
  isPhone: { value: false, peek: () => false },
}));

/** happy-dom has none. */
const POPOVER = { showPopover: vi.fn(), hidePopover: vi.fn() };

const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
const listener = socket('s-1', { state: 'LISTENING' });

beforeEach(() => {
  asked.mockReset();
  asked.mockImplementation(() => Promise.resolve(Response.json({})));
  vi.stubGlobal('fetch', asked);
  Object.assign(HTMLElement.prototype, POPOVER);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  for (const name of Object.keys(POPOVER)) Reflect.deleteProperty(HTMLElement.prototype, name);
});

function items(): HTMLElement[] {
  const menu = screen.getByRole('menu', { name: 'Answer by itself', hidden: true });
  fireEvent(menu, Object.assign(new Event('toggle'), { newState: 'open' }));
  return screen.getAllByRole('menuitem', { hidden: true });
}

function choose(name: string): void {
  const item = items().find(({ textContent }) => textContent === name);
  fireEvent.click(item ?? document.body);
}

const made = () => asked.mock.calls.map(([url, { method, body }]) => [method, url, body ?? null]);

test.each([
  ['Echo what comes', '{"reply":"echo"}'],
  ['Reset: after its first message the peer gets ECONNRESET', '{"reply":"rules","rules":[{"then":"reset"}]}'],
])('in the head it is chosen what answers from then on: %s', async (name, body) => {
  render(<Actions socket={listener} />);
  choose(name);
  await vi.waitFor(() => {
    expect(made()).toEqual([['PUT', '/api/v1/sockets/s-1/responder', body]]);
  });
});

test.each([
  ['a listener', listener, ['Late', 'In pieces', 'Half', 'Reset', 'Silent', 'Unread', 'Backlog', 'Refuse']],
  ['a connection', socket('s-1', { state: 'CONNECTED' }), ['Late', 'In pieces', 'Half', 'Reset', 'Silent', 'Unread']],
  ['a UNIX one', socket('s-1', { family: 'AF_UNIX' }), ['Late', 'In pieces', 'Half', 'Silent', 'Unread']],
  ['datagrams', socket('s-1', { type: 'SOCK_DGRAM' }), ['Late', 'Silent', 'Unread']],
])('%s can do wrong what it is able to', (_, of, expected) => {
  render(<Actions socket={of} />);
  const names = items().map(({ textContent }) => textContent.split(':'));
  expect(names.filter(({ length }) => length > 1).map(([name]) => name)).toEqual(expected);
});

test('where the head is crowded they are in a menu of its menu', () => {
  Object.assign(crowded, { value: true, peek: () => true });
  render(
    <>
      <Actions socket={listener} />
      <MoreMenu socket={listener} />
    </>,
  );
  expect(screen.queryByRole('button', { name: 'Answer by itself' })).toBeNull();
  fireEvent(
    screen.getByRole('menu', { name: 'More', hidden: true }),
    Object.assign(new Event('toggle'), { newState: 'open' }),
  );
  fireEvent.click(screen.getByRole('menuitem', { name: 'Answer by itself…', hidden: true }));
  expect(screen.getByRole('menuitem', { name: 'Echo what comes', hidden: true })).toBeTruthy();
  crowded.value = false;
});

test('a raw socket answers nobody', () => {
  render(<Actions socket={socket('s-1', { type: 'SOCK_RAW' })} />);
  expect(screen.queryByRole('menu', { hidden: true })).toBeNull();
});

test('why it could not be made is told', async () => {
  asked.mockResolvedValue(Response.json({ kind: 'invalid-argument', detail: 'not here' }, { status: 400 }));
  render(<Actions socket={listener} />);
  choose('Send characters for ever');
  await vi.waitFor(() => {
    expect(notice.value).toBe('not here');
  });
});
