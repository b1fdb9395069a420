// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { entriesFor } from './entries';
import { recent, remember } from './recent';
import { table } from '../../browser/tables';
import { commands, pages, parts, registerCommand } from '../../ui/commands';
import { showSockets } from '../../live/sockets';
import { socket } from '../../testing/sample';

vi.mock('../../browser/tables', () => ({ forgetTables: vi.fn(), table: vi.fn(() => null) }));

afterEach(() => {
  recent.value = [];
  commands.value = [];
  parts.value = [];
  showSockets({ sockets: [], waiting: [], total: 0 });
});

beforeEach(() => {
  pages.value = ['Sockets', 'Names', 'Settings'].map((name) => ({ href: `/${name.toLowerCase()}`, name, about: '' }));
});

const names = (query: string) => entriesFor(query).map(({ name }) => name);

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

test('a part of what is shown is found by its name, and by what it is a part of', () => {
  parts.value = [{ name: 'Conversation', keywords: 's-2', run: vi.fn() }];
  expect(names('conv')).toEqual(['Conversation']);
  expect(names('s-2')).toEqual(['Conversation']);
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
  vi.mocked(table).mockImplementation((path: string) =>
    path === '/constants'
      ? { ok: true, status: 200, took: 0, value: { items: [{ name: 'AF_INET', value: 2, summary: '' }] } }
      : null,
  );
  expect(names('a')).not.toContain('AF_INET');
  expect(names('af')).toContain('AF_INET');
});
