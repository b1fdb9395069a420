// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { go } from '../browser/router';
import { callOf } from '../call/make';
import { keepWaits, resumeWaits, run } from '../call/runs';
import { showWaitings } from '../live/operations';
import { callForm, parameter, socket } from '../testing/sample';
import { Operations } from './operations';

const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

vi.mock('../browser/tables', () => ({
  forgetTables: () => undefined,
  table: (path: string) => (path === '/descriptors' ? { ok: true, value: { items: CALLS } } : null),
}));

const CALLS = [
  {
    ...callForm('bind', parameter('address', 'address')),
    group: 'Address',
    summary: 'Give the socket its own address',
  },
  { ...callForm('listen', parameter('backlog', 'integer')), group: 'Server', summary: 'Listen for connections' },
  { ...callForm('select'), group: 'Control', on: 'none' as const },
  { ...callForm('sendmsg', parameter('buffers', 'buffers')), group: 'Send' },
  { ...callForm('file.read'), group: 'Files', on: 'file' as const },
];

beforeEach(() => {
  asked.mockReset();
  vi.stubGlobal('fetch', asked);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(query = ''): void {
  go(`/sockets/s-1/operations${query}`);
  render(<Operations socket={socket('s-1', { state: 'BOUND' })} />);
}

test('every call of a socket is a form, in groups, and those of files are not here', () => {
  show();
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
    'Address',
    'Server',
    'Send',
    'Control',
  ]);
  expect([...document.querySelectorAll('summary code')].map(({ textContent }) => textContent)).toEqual([
    'bind',
    'listen',
    'sendmsg',
    'select',
  ]);
});

test('a call is found by its name or by what it does', async () => {
  show();
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'connections' } });
  await vi.waitFor(() => {
    expect([...document.querySelectorAll('summary code')].map(({ textContent }) => textContent)).toEqual(['listen']);
  });
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'nothing' } });
  expect(await screen.findByRole('status')).toBeTruthy();
});

test('the one that the address names is open, and is made with what was typed', async () => {
  asked.mockResolvedValue(new Response(null, { status: 204 }));
  show('?call=listen');
  const form = screen.getByRole('form', { name: 'Call listen' });
  fireEvent.input(form.querySelector('input') ?? form, { target: { value: '5' } });
  fireEvent.submit(form);
  await vi.waitFor(() => {
    expect(asked.mock.calls.map(([url, { body }]) => [url, body])).toEqual([
      ['/api/v1/sockets/s-1/listen', '{"backlog":5}'],
    ]);
  });
});

test('a call that waits on no socket is cancelled under its form, also after a reload', async () => {
  show('?call=select');
  showWaitings([
    {
      id: 'op-1',
      socket_id: null,
      call: 'select',
      started_at: '2026-11-22T12:00:00Z',
      timeout: null,
      progress: 0,
      total: null,
    },
  ]);
  expect(await screen.findByRole('button', { name: 'Cancel select' })).toBeTruthy();
  showWaitings([]);
});

test('the form of a call that a reload cut off is open, and has its answer', async () => {
  asked.mockReturnValue(new Promise(() => undefined));
  void run(callOf('listen', 's-1'));
  keepWaits();
  show();
  expect(screen.queryByRole('form')).toBeNull();
  asked.mockResolvedValue(new Response(null, { status: 204 }));
  resumeWaits();
  const form = await screen.findByRole('form', { name: 'Call listen' });
  await vi.waitFor(() => {
    expect(form.querySelector('.answer-of-call')).toBeTruthy();
  });
});

test('a field that is added has what is typed next, and keeps it', () => {
  show('?call=sendmsg');
  fireEvent.click(screen.getByText('Add buffer'));
  const field = document.activeElement as HTMLTextAreaElement;
  expect(field.tagName).toBe('TEXTAREA');
  fireEvent.input(field, { target: { value: 't' } });
  expect(document.activeElement).toBe(field);
  expect(field.isConnected).toBe(true);
});

test('an address in any spelling is one field, beneath which it is told what is missing, or what it is', () => {
  show('?call=bind');
  const field = screen.getByLabelText<HTMLInputElement>('address');
  fireEvent.input(field, { target: { value: '::1' } });
  expect(screen.getByText('The port is missing: type it after a colon.')).toBeTruthy();
  fireEvent.submit(screen.getByRole('form', { name: 'Call bind' }));
  expect(screen.getByRole('alert').textContent).toContain('The port is missing');
  fireEvent.input(field, { target: { value: '[::1]:80' } });
  expect(screen.getByText('A socket of this family has no such address.')).toBeTruthy();
  fireEvent.input(field, { target: { value: '127.0.0.1:80' } });
  expect(document.querySelector('.meaning')?.textContent).toContain('IPv4 address 127.0.0.1');
});
