// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { socket } from '../testing/sample';
import { findLastRun, lastRun, noteRun } from './last-run';
import { answerBy } from './responder';
import { meetRun } from './run';
import { showSockets } from './sockets';

vi.mock('./age', async (original) => ({ ...(await original<object>()), hasData: { peek: () => true } }));

afterEach(() => {
  vi.unstubAllGlobals();
});

test('what was told of a responder is kept of the run that ended, and is not of the next', async () => {
  const told = { reply: 'rules', rules: [{ reply: { text: 'hi' } }], state: 'running' };
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(told)));
  meetRun('e1');
  showSockets({ sockets: [socket('s-1', { responder: 'rules' })], waiting: [], total: 1 });
  await answerBy('s-1', told);
  noteRun();
  findLastRun('e2');
  expect(lastRun.value?.responders).toEqual({ 's-1': told });
  meetRun('e2');
  showSockets({ sockets: [socket('s-1', { responder: 'rules' })], waiting: [], total: 1 });
  noteRun();
  findLastRun('e3');
  expect(lastRun.value?.responders).toEqual({});
});
