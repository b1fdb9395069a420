// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { entriesFor } from '../src/app/palette/entries';
import { known } from '../src/app/palette/known';
import { recent, remember } from '../src/app/palette/recent';
import { typedCall } from '../src/app/palette/typed';
import { place } from '../src/browser/router';
import { commands, registerCommand } from '../src/ui/commands';
import { showSockets } from '../src/live/sockets';
import { socket } from './sample';

afterEach(() => {
  recent.value = [];
  known.value = [];
  commands.value = [];
  showSockets({ sockets: [], waiting: [], total: 0 });
});

const names = (query: string) => entriesFor(query).map(({ name }) => name);

test.each([
  ['connect 10.0.0.5:80', 'connect 10.0.0.5:80'],
  ['connect [::1]:7000', 'connect [::1]:7000'],
  ['getaddrinfo example.org', 'getaddrinfo example.org'],
  ['getservbyname http, tcp', 'getservbyname http, tcp'],
])('%s is a call', (text, name) => {
  expect(typedCall(text)?.name).toBe(name);
});

test.each(['connect', 'connect host', 'connect host:99999', 'getaddrinfo', 'getfqdn a b', 'listen 5'])(
  '%s is none',
  (text) => {
    expect(typedCall(text)).toBeNull();
  },
);

test('a lookup is a place', () => {
  typedCall('getaddrinfo example.org 80')?.run();
  expect(place.value.pathname + place.value.search).toBe('/names/getaddrinfo?host=example.org&port=80');
});

test('open sockets are found by label and address, closed ones are not', () => {
  showSockets({
    sockets: [
      socket('s-1', { label: 'echo', local_address: { family: 'AF_INET', host: '127.0.0.1', port: 7000 } }),
      socket('s-2', { label: 'echo', state: 'CLOSED' }),
    ],
    waiting: [],
    total: 1,
  });
  expect(names('echo')).toEqual(['Open s-1 echo']);
  expect(names(':7000')).toEqual(['Open s-1 echo']);
});

test('what was used lately comes first', () => {
  remember('/names');
  remember('/settings');
  expect(names('').slice(0, 2)).toEqual(['Settings', 'Names']);
});

test('a word of the name that begins so comes before one that has it inside', () => {
  registerCommand({ name: 'Unset', run: vi.fn() });
  registerCommand({ name: 'Reset settings', run: vi.fn() });
  expect(names('set')).toEqual(['Reset settings', 'Settings', 'Unset']);
});

test('constants are searched from two characters on', () => {
  known.value = [{ id: '/reference/constants/AF_INET', kind: 'Constant', name: 'AF_INET', run: vi.fn() }];
  expect(names('a')).not.toContain('AF_INET');
  expect(names('af')).toContain('AF_INET');
});
