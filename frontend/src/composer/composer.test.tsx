// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Composer } from './composer';
import { keepSent } from './drafts';
import { callOf } from '../call/make';
import { run } from '../call/runs';
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
  expect(document.querySelector('.composer-to')).not.toBeNull();
  await draw({ state: 'CONNECTED', peer_address: { family: 'AF_INET', host: '127.0.0.1', port: 7 } });
  expect(document.querySelector('.composer-to')).toBeNull();
});

test('an address that is missing is asked for, and it is told what the typed one was understood as', async () => {
  const asked = vi.fn<typeof fetch>(() => Promise.resolve(new Response(null, { status: 204 })));
  vi.stubGlobal('fetch', asked);
  await act(() => {
    render(<Composer socket={socket('s-4', { type: 'SOCK_DGRAM' })} />, document.body);
  });
  const to = document.querySelector<HTMLInputElement>('.composer-to input');
  const told = () => document.querySelector('.composer-to .hint')?.textContent;
  const submit = () =>
    act(() => {
      document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    });
  await type('hi');
  expect(told()).toBe('');
  await submit();
  expect(asked).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(to);
  expect(told()).toContain('An address is needed');
  await act(() => {
    if (to) fireEvent.input(to, { target: { value: 'udp://127.0.0.1:19001' } });
  });
  expect(told()).toBe('IPv4 address 127.0.0.1 loopback · port 19001  · UDP');
  await submit();
  expect(JSON.parse(asked.mock.calls[0]?.[1]?.body as string)).toMatchObject({
    address: { family: 'AF_INET', host: '127.0.0.1', port: 19001 },
  });
  vi.unstubAllGlobals();
});

test('what is typed after a send is the next message, not more of the last one', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 204 })));
  const selected = () => field()?.value.slice(field()?.selectionStart, field()?.selectionEnd);
  await type('hello');
  expect(selected()).toBe('');
  await act(() => {
    document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  expect(selected()).toBe('hello');
  vi.unstubAllGlobals();
});

test('what was told of the send before goes when the next one is refused', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 204 })));
  const udp = socket('s-5', { type: 'SOCK_DGRAM' });
  await run(callOf('sendall', 's-5', { data: 'aGk=' }), 'bar');
  await act(() => {
    render(<Composer socket={udp} />, document.body);
  });
  const told = () => document.querySelector('.told')?.textContent;
  expect(told()).toBe('Sent 2 bytes');
  await type('hello');
  await act(() => {
    document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
  expect(told()).toBe('');
  vi.unstubAllGlobals();
});
