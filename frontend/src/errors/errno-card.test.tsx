// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ErrnoCard } from './errno-card';
import { explanationOf } from './explanations';
import type { Problem } from '../browser/api';
import type { Subject } from '../lib/subject';
import { forgetTables } from '../browser/tables';
import { showSockets } from '../live/sockets';
import { socket } from '../testing/sample';

const explanation = (symbol: string) => ({
  symbol,
  kind: 'errno',
  number: 98,
  summary: 'the address is already in use',
  meaning: '',
  calls: ['bind'],
  causes: ['Another socket.', 'TIME_WAIT.'],
  checks: [
    { label: 'List listeners', action: 'list-listeners', href: '/sockets?filter=state:listen' },
    { label: 'Try with a timeout of 5 s', action: 'try-with-timeout', href: '/sockets/{socket}' },
  ],
});

const holder = socket('s-3', {
  label: '<b>echo</b>',
  local_address: { family: 'AF_INET', host: '0.0.0.0', port: 7000 },
  state: 'LISTENING',
});

const ANSWERS: [RegExp, unknown][] = [
  [/explanations\/EADDRINUSE\?call=bind&host=127.0.0.1/, explanation('EADDRINUSE')],
  [/explanations\/timeout\?call=recv/, explanation('timeout')],
  [/sockets\?q=7000/, { items: [holder], total: 1 }],
];

const refused: Problem = {
  kind: 'socket-error',
  symbol: 'EADDRINUSE',
  errno: 98,
  strerror: 'Address already in use',
  detail: 'bind: Address already in use',
  call: 'bind',
  socket_id: 's-9',
  elapsed: 0.001,
};

beforeEach(() => {
  forgetTables();
  vi.stubGlobal('fetch', (url: string) => {
    const found = ANSWERS.find(([path]) => path.test(url))?.[1];
    return Promise.resolve(new Response(JSON.stringify(found ?? {}), { status: found === undefined ? 404 : 200 }));
  });
});

afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
});

const bind: Subject = { name: 'bind', text: "bind(('127.0.0.1', 7000))", at: { host: '127.0.0.1', port: 7000 } };
const recv: Subject = { name: 'recv', text: 'recv(1)' };

async function show(problem: Problem, call: Subject, onRetry?: () => void): Promise<HTMLElement> {
  render(<ErrnoCard problem={problem} call={call} onRetry={onRetry} onRetryIn={onRetry} />, document.body);
  return vi.waitFor(() => {
    const card = document.querySelector<HTMLElement>('.errno');
    if (card === null || explanationOf(problem, call) === null) throw new Error('not there yet');
    return card;
  });
}

test('the card says what happened first, then the number, the call and the time', async () => {
  const card = await show(refused, bind);
  expect(card.querySelector('[role=alert]')?.textContent).toBe(
    '✕ bind to 127.0.0.1:7000 failed — the address is already in use',
  );
  expect(card.querySelector('.facts')?.textContent).toBe("EADDRINUSE (98) · bind(('127.0.0.1', 7000)) · after 1 ms");
  expect(card.querySelectorAll('ol li')).toHaveLength(2);
});

test('what the server says of it stands there before the explanation has come', () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  render(<ErrnoCard problem={refused} call={bind} />, document.body);
  expect(document.querySelector('[role=alert]')?.textContent).toBe(
    '✕ bind to 127.0.0.1:7000 failed — Address already in use',
  );
});

test('the console’s own socket that holds the address is named, its label as text', async () => {
  const card = await show(refused, bind);
  await vi.waitFor(() => {
    expect(card.querySelector('.owner')).not.toBeNull();
  });
  expect(card.querySelector('.owner a')?.getAttribute('href')).toBe('/sockets/s-3');
  expect(card.querySelector('.owner')?.textContent).toContain('(<b>echo</b>) holds it');
});

test('the causes are asked for by what is known of the call, its socket and its peer', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return Promise.resolve(new Response('{}', { status: 404 }));
  });
  const peer_address = { family: 'AF_INET', host: '10.0.0.1', port: 7 };
  showSockets({ sockets: [socket('s-8', { state: 'CONNECTED', peer_address })], waiting: [], total: 1 });
  await show({ ...refused, symbol: 'ECONNRESET', call: 'recv', socket_id: 's-8' }, recv);
  expect(asked.join()).toContain(
    '/explanations/ECONNRESET?call=recv&family=AF_INET&type=SOCK_STREAM&state=CONNECTED&host=10.0.0.1',
  );
});

test('Try again and the check with a time-out are there only where the call can be made again', async () => {
  const retry = vi.fn();
  const card = await show(refused, bind, retry);
  const buttons = () => [...document.querySelectorAll('.errno button')].map((button) => button.textContent);
  expect(buttons()).toEqual(['Try again', 'Try with a timeout of 5 s', 'Copy report']);
  card.querySelector('button')?.click();
  expect(retry).toHaveBeenCalledOnce();
  render(null, document.body);
  await show(refused, bind);
  expect(buttons()).toEqual(['Copy report']);
});

test('a time-out is no failure', async () => {
  const card = await show(
    { kind: 'timeout', symbol: 'ETIMEDOUT', errno: 110, strerror: 'Connection timed out', detail: 'timed out' },
    recv,
  );
  expect(card.classList.contains('warn')).toBe(true);
  expect(card.textContent).not.toContain('failed');
});

test('what the catalogue does not know is told in the server’s words', async () => {
  const card = await show({ kind: 'internal', detail: 'The server has a defect here.' }, recv);
  expect(card.querySelector('[role=alert]')?.textContent).toBe('✕ recv failed — The server has a defect here.');
});

test('an argument that cannot be is told with its remedy, not with the causes of others', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(explanation('invalid-argument'))));
  const detail = '`value` must be an integer';
  const card = await show({ kind: 'invalid-argument', field: 'value', detail }, recv);
  expect(card.querySelector('[role=alert]')?.textContent).toBe('✕ recv failed — value must be an integer');
  expect(card.querySelectorAll('ol li, a.button')).toHaveLength(0);
});
