// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { go } from '../browser/router';
import { lookupCalls } from '../testing/lookups';
import { forgetLookups, remember } from './lookups';
import Names from './page';

vi.mock('../browser/tables', () => ({
  forgetTables: () => undefined,
  table: (path: string) => (path === '/descriptors' ? { ok: true, value: { items: lookupCalls } } : null),
}));

beforeEach(() => {
  vi.stubGlobal('fetch', (url: string) => {
    const host = new URL(url, 'http://page').searchParams.get('hostname');
    return Promise.resolve(Response.json({ address: host === 'a' ? '10.0.0.1' : '10.0.0.2', ttl: 'same' }));
  });
});

afterEach(() => {
  cleanup();
  forgetLookups();
  vi.unstubAllGlobals();
});

test('a form has the parameters that the server tells of', () => {
  go('/names/getservbyname');
  render(<Names />);
  expect(screen.getAllByRole('textbox').map((field) => field.getAttribute('name'))).toEqual([
    'servicename',
    'protocolname',
  ]);
});

test('a comparison of less than two look-ups asks for them', () => {
  go('/names/compare?one=%2Fnames%2Fgetservbyname%3Fservicename%3Dhttp&other=elsewhere');
  render(<Names />);
  expect(screen.getByText('Choose two look-ups of the history')).toBeTruthy();
  expect(screen.queryByRole('status')).toBeNull();
});

test('how long a request may wait is no field', () => {
  go('/names/getaddrinfo');
  render(<Names />);
  expect(screen.queryByLabelText('wait')).toBeNull();
});

test('two look-ups of the history are compared, and what differs is marked', async () => {
  remember({ href: '/names/gethostbyname?hostname=a', text: "gethostbyname('a')" });
  remember({ href: '/names/gethostbyname?hostname=b', text: "gethostbyname('b')" });
  go('/names/getfqdn');
  const { container } = render(<Names />);
  fireEvent.click(screen.getByLabelText("Compare gethostbyname('a')"));
  fireEvent.click(screen.getByLabelText("Compare gethostbyname('b')"));
  fireEvent.click(screen.getByRole('button', { name: 'Compare' }));
  expect(await screen.findByText('2 lines are on one side only.')).toBeTruthy();
  expect([...container.querySelectorAll('.differs code')].map(({ textContent }) => textContent)).toEqual([
    'address 10.0.0.1',
    'address 10.0.0.2',
  ]);
});

test('a whole address in the field of the host has its port in the field of that', () => {
  go('/names/getaddrinfo');
  render(<Names />);
  const host = screen.getByLabelText<HTMLInputElement>('host');
  fireEvent.change(host, { target: { value: 'localhost:80' } });
  expect([host.value, screen.getByLabelText<HTMLInputElement>('port').value]).toEqual(['localhost', '80']);
});
