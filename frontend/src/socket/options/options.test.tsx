// @vitest-environment happy-dom
import { screen } from '@testing-library/preact';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signal } from '@preact/signals';
import { Memberships } from './groups-joined';
import { Options } from './options';
import { go } from '../../browser/router';
import type { Socket } from '../../lib/wire';
import type { CallRecord } from '../../live/protocol';
import { call } from '../../testing/calls';
import { socket } from '../../testing/sample';

const option = (name: string, members: object = {}) => ({
  level: 'SOL_SOCKET',
  name,
  optname: 1,
  kind: 'flag',
  value: 0,
  data: 'AAAAAA==',
  writable: true,
  summary: `${name} in words`,
  error: null,
  ...members,
});

const LISTED = [
  option('SO_KEEPALIVE'),
  option('SO_RCVBUF', { kind: 'int', value: 4096 }),
  option('SO_RCVTIMEO', { kind: 'timeval', value: 0 }),
  option('SO_RCVTIMEO_NEW', { kind: 'timeval', value: 0 }),
  option('SO_BUSY_NEW'),
  option('IP_ADD_MEMBERSHIP', { kind: 'ip_mreqn', value: null }),
  option('SO_PEERCRED', { writable: false, value: null, error: { symbol: 'ENOPROTOOPT' } }),
];

const asked: string[] = [];
let calls: CallRecord[] = [];
let answer = (): Response => Response.json(option('SO_KEEPALIVE', { value: 1 }));

beforeEach(async () => {
  go('/sockets/s-1/options');
  asked.length = 0;
  vi.stubGlobal('fetch', (url: string, { method, body }: { method?: string; body?: string }) => {
    if (method === 'PUT') {
      asked.push(`${url.split('/').at(-1) ?? ''} ${body ?? ''}`);
      return Promise.resolve(answer());
    }
    if (url.includes('/explanations')) return Promise.resolve(new Response('{}', { status: 404 }));
    return Promise.resolve(Response.json({ items: url.includes('/options') ? LISTED : calls, total: 0 }));
  });
  await show();
});

async function show(members: Partial<Socket> = {}): Promise<void> {
  render(null, document.body);
  render(<Options socket={socket('s-1', { state: 'CONNECTED', ...members })} />, document.body);
  await vi.waitFor(() => {
    expect(row('SO_KEEPALIVE')).not.toBeNull();
  });
}

afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
});

function row(name: string): Element | null {
  return [...document.querySelectorAll('tbody tr')].find(({ textContent }) => textContent.includes(name)) ?? null;
}

function toggle(name: string): Promise<void> {
  return act(() => row(name)?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click());
}

test('a switch sets its option at once, and shows what the kernel then has', async () => {
  await toggle('SO_KEEPALIVE');
  expect(asked).toEqual(['SO_KEEPALIVE {"value":1}']);
  await vi.waitFor(() => {
    expect(row('SO_KEEPALIVE')?.querySelector<HTMLInputElement>('input')?.checked).toBe(true);
  });
});

test('what the kernel refuses is told in the table, with its errno', async () => {
  answer = () =>
    Response.json({ kind: 'socket-error', status: 403, symbol: 'EPERM', errno: 1, detail: 'no' }, { status: 403 });
  await toggle('SO_KEEPALIVE');
  await vi.waitFor(() => {
    expect(document.querySelector('.option-table')?.textContent).toContain('EPERM');
  });
});

function find(text: string): Promise<void> {
  const search = document.querySelector<HTMLInputElement>('input[type=search]');
  if (!search) throw new Error('no search');
  return act(() => {
    search.value = text;
    search.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

test('what is looked for is found by its name or its words, wherever it is folded', async () => {
  await find('rcvbuf in');
  expect(row('SO_RCVBUF')).not.toBeNull();
  expect(row('SO_KEEPALIVE')).toBeNull();
});

test.each([
  ['join', true],
  ['add_member', true],
  ['rcvbuf', false],
])('the line that joins a group is found by what it does: %s, %s', async (text, isFound) => {
  await show({ type: 'SOCK_DGRAM' });
  await find(text);
  expect(document.querySelector('.joining') !== null).toBe(isFound);
});

test('an option stands once, not under its longer name too, unless that is asked for', async () => {
  expect(row('SO_RCVTIMEO')).not.toBeNull();
  expect(row('SO_RCVTIMEO_NEW')).toBeNull();
  expect(row('SO_BUSY_NEW')).not.toBeNull();
  await find('timeo_new');
  expect(row('SO_RCVTIMEO_NEW')).not.toBeNull();
});

test('what setsockopt has set is among the changed, by its level and name', async () => {
  calls = [call(1, { call: 'setsockopt', text: 'setsockopt(SOL_SOCKET, SO_RCVBUF, 4096)' })];
  await show({ id: 's-9' });
  await vi.waitFor(() => {
    expect(screen.getByRole('button', { name: 'Changed 1' })).toBeTruthy();
  });
  calls = [];
});

test('of a closed socket there are none, and nothing is asked', () => {
  render(<Options socket={socket('s-1', { state: 'CLOSED' })} />, document.body);
  expect(document.querySelector('table')).toBeNull();
});

test('a group that is none is told where it was typed, and nothing is asked of the kernel', async () => {
  render(null, document.body);
  const options = {
    answer: signal(null),
    at: signal(0),
    calls: [],
    failures: signal(new Map()),
    read: vi.fn(),
    set: vi.fn(),
  };
  render(<Memberships options={options} />, document.body);
  const group = document.querySelector<HTMLInputElement>('.joining input');
  const join = (typed: string) =>
    act(() => {
      if (group) group.value = typed;
      group?.dispatchEvent(new Event('input', { bubbles: true }));
      document.querySelector<HTMLFormElement>('.joining form')?.requestSubmit();
    });
  await join('');
  expect(document.querySelector('.joining [role=alert]')?.textContent).toMatch(/^Which group/);
  await join('10.0.0.1');
  expect(document.querySelector('.joining [role=alert]')?.textContent).toMatch(/^10\.0\.0\.1 is no multicast group/);
  expect(options.set).not.toHaveBeenCalled();
  await join('239.0.0.1');
  expect(options.set).toHaveBeenCalledOnce();
});
