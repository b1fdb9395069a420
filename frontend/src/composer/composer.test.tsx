// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Composer } from './composer';
import { keepSent } from './drafts';
import { socket } from '../testing/sample';

const field = () => document.querySelector('textarea');

async function type(text: string): Promise<void> {
  await act(() => {
    const area = field();
    if (!area) return;
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function press(key: string): Promise<void> {
  await act(() => {
    field()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}

beforeEach(async () => {
  sessionStorage.clear();
  keepSent('s-1', 'first');
  keepSent('s-1', 'second');
  await act(() => {
    render(<Composer socket={socket('s-1')} />, document.body);
  });
});

afterEach(() => {
  render(null, document.body);
});

test('what was sent comes back by the arrows, the last first', async () => {
  await press('ArrowUp');
  expect(field()?.value).toBe('second');
  await press('ArrowUp');
  await press('ArrowUp');
  expect(field()?.value).toBe('first');
});

test('what is being written is there again below what was sent', async () => {
  await type('a draft');
  await press('ArrowUp');
  expect(field()?.value).toBe('second');
  await press('ArrowDown');
  expect(field()?.value).toBe('a draft');
});

test('a datagram socket that was drawn before its peer was known sends to that peer', async () => {
  const udp = socket('s-2', { type: 'SOCK_DGRAM', state: 'BOUND' });
  const draw = (members: Partial<typeof udp>) =>
    act(() => {
      render(<Composer socket={{ ...udp, ...members }} />, document.body);
    });
  await draw({});
  expect(document.querySelector('.host')).not.toBeNull();
  await draw({ state: 'CONNECTED', peer_address: { family: 'AF_INET', host: '127.0.0.1', port: 7 } });
  expect(document.querySelector('.host')).toBeNull();
});

test('a whole address in the field of the host is split, and an empty port is asked for', async () => {
  const asked = vi.fn(() => Promise.resolve(new Response(null, { status: 204 })));
  vi.stubGlobal('fetch', asked);
  await act(() => {
    render(<Composer socket={socket('s-4', { type: 'SOCK_DGRAM' })} />, document.body);
  });
  const [host, port] = document.querySelectorAll<HTMLInputElement>('.host, .port');
  await type('hi');
  await act(() => {
    document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  expect(asked).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(port);
  expect(document.body.textContent).toContain('To which port?');
  await act(() => {
    if (!host) return;
    host.value = '127.0.0.1:19001';
    host.dispatchEvent(new Event('input', { bubbles: true }));
    host.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect([host?.value, port?.value]).toEqual(['127.0.0.1', '19001']);
  vi.unstubAllGlobals();
});
