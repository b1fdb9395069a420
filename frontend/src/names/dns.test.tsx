// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { go } from '../browser/router';
import { dnsAnswer, record } from '../testing/dns';
import { lookupCalls } from '../testing/lookups';
import Names from './page';

vi.mock('../browser/tables', () => ({
  forgetTables: () => undefined,
  table: (path: string) => (path === '/descriptors' ? { ok: true, value: { items: lookupCalls } } : null),
}));

const LIBC = ['10.0.0.1', '192.0.2.1'].map((host) => ({
  canonname: '',
  address: { family: 'AF_INET', host, port: 0 },
}));
const REFUSED = { kind: 'invalid-argument', detail: '`name` is none' };
const TIMEOUT = { kind: 'timeout', detail: 'Nothing came', elapsed: 5 };

beforeEach(() => {
  vi.stubGlobal('fetch', (url: string) => Promise.resolve(answer(new URL(url, 'http://page'))));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function answer({ pathname, searchParams }: URL): Response {
  if (pathname.endsWith('/getaddrinfo')) return Response.json({ items: LIBC });
  if (pathname.endsWith('/servers'))
    return Response.json({ items: [{ address: '9.9.9.9', port: 53 }], search: ['lan.'], nsswitch: 'files dns' });
  return searchParams.get('server') === '9.9.9.9' ? ofServer(searchParams) : Response.json(TIMEOUT, { status: 504 });
}

function ofServer(query: URLSearchParams): Response {
  const name = query.get('name') ?? '';
  if (name === '-.') return Response.json(REFUSED, { status: 400 });
  if (name !== 'x.lan.') return Response.json(dnsAnswer({ rcode: 'NXDOMAIN' }));
  const items =
    query.get('type') === 'A' ? [record(name, 'A', '192.0.2.1')] : [record(name, 'SOA', 'a. b. 1 2 3 4 60')];
  return Response.json(dnsAnswer({ items }));
}

async function cells(row: RegExp) {
  const found = await screen.findByRole('row', { name: row });
  return within(found)
    .getAllByRole('cell')
    .slice(1)
    .map(({ textContent }) => textContent);
}

test('libc and the servers stand side by side, with what became of each', async () => {
  go('/names/dns?name=x&server=127.0.0.1&port=5353');
  render(<Names />);
  expect(await screen.findByText('127.0.0.1:5353 gave no answer in time.')).toBeTruthy();
  expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
    'Address',
    'libc',
    '9.9.9.9',
    '127.0.0.1:5353',
  ]);
  expect(await cells(/10\.0\.0\.1/)).toEqual(['yes', 'no', 'no answer']);
  expect(await cells(/192\.0\.2\.1/)).toEqual(['yes', 'yes, TTL 5 min', 'no answer']);
  expect(screen.getByText('1 address · 12 ms · by UDP')).toBeTruthy();
  expect(screen.getByText(/^NOERROR, but .*, which may be remembered for 1 min · 12 ms · by UDP$/)).toBeTruthy();
  expect(screen.getAllByText('Nothing came · 5 s')).toHaveLength(2);
});

test('why they differ is told', async () => {
  go('/names/dns?name=x');
  render(<Names />);
  expect(
    await screen.findByText(
      /^From libc, but not from DNS: 10\.0\.0\.1\. By nsswitch\.conf it looks in files before DNS/,
    ),
  ).toBeTruthy();
  expect(screen.getByText(/^Found as x\.lan\. by 9\.9\.9\.9/)).toBeTruthy();
  expect(screen.queryByText('They agree.')).toBeNull();
});

test('what was refused is said once, and stands in no list of what came of each server', async () => {
  go('/names/dns?name=-.');
  render(<Names />);
  await screen.findByText('No server was asked: `name` is none');
  expect(screen.queryByText(/resolv\.conf$/)).toBeNull();
  expect(screen.queryByRole('columnheader', { name: '9.9.9.9' })).toBeNull();
});

test('the form keeps what was asked, and one more server is no duty', () => {
  go('/names/dns?name=x&port=5353');
  render(<Names />);
  expect(screen.getAllByRole('textbox').map((field) => (field as HTMLInputElement).value)).toEqual(['x', '', '5353']);
  expect(screen.getByLabelText<HTMLInputElement>('server').required).toBe(false);
});

test('the look-up of a name leads to its comparison', async () => {
  go('/names/getaddrinfo?host=x.test');
  render(<Names />);
  const link = await screen.findByRole('link', { name: 'Compare with DNS' });
  expect(link.getAttribute('href')).toBe('/names/dns?name=x.test');
});
