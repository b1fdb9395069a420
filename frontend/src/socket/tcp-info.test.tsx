// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { TcpInfo } from './tcp-info';
import { socket } from '../testing/sample';

let answers: Response[] = [];

function show(...given: Response[]): void {
  answers = given;
  vi.stubGlobal('fetch', () => Promise.resolve(answers.shift() ?? Response.json({})));
  render(<TcpInfo socket={socket('s-1', { state: 'CONNECTED' })} />, document.body);
}

afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
});

const facts = () => [...document.querySelectorAll('dl > div')].map(({ textContent }) => textContent);

test('what the kernel tells is shown with its units, what it has not is said to be unknown', async () => {
  show(Response.json({ state: 8, rtt: 1_500, snd_cwnd: 10, retrans: null }));
  await vi.waitFor(() => {
    expect(facts()).toEqual(
      expect.arrayContaining([expect.stringContaining('CLOSE-WAIT'), expect.stringContaining('1.5 ms')]),
    );
  });
  expect(document.querySelector('.hint')?.textContent).toContain('just now');
});

test('it is asked again by its button, and a refusal is told in the place of the facts', async () => {
  show(
    Response.json({ state: 1 }),
    Response.json({ kind: 'socket-error', status: 410, symbol: 'EBADF', detail: 'closed meanwhile' }, { status: 410 }),
  );
  await vi.waitFor(() => {
    expect(facts()).toHaveLength(1);
  });
  await act(() => document.querySelector('button')?.click());
  await vi.waitFor(() => {
    expect(document.querySelector('[role=alert]')?.textContent).toBe('closed meanwhile');
  });
  expect(facts()).toEqual([]);
});

test('of a closed socket nothing is asked', () => {
  const asked = vi.fn();
  vi.stubGlobal('fetch', asked);
  render(<TcpInfo socket={socket('s-1', { state: 'CLOSED' })} />, document.body);
  expect(document.querySelector('button')).toBeNull();
  expect(asked).not.toHaveBeenCalled();
});
