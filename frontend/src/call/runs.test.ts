// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { callOf } from './make';
import { run, runOf } from './runs';

const call = callOf('recv', 's-1', { bufsize: 1 });

afterEach(() => {
  vi.unstubAllGlobals();
});

function lookAtMany(): void {
  for (let other = 0; other < 200; other++) runOf(`s-${other + 10}`, 'recv');
}

test('an answer stays while the page goes elsewhere and comes back', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ size: 0 })));
  await run(call);
  runOf('s-2', 'recv');
  expect(runOf('s-1', 'recv').peek().kind).toBe('answered');
});

test('of many answers those stay that were looked at last', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ size: 0 })));
  await run(call);
  lookAtMany();
  expect(runOf('s-1', 'recv').peek().kind).toBe('none');
});

test('a call that waits is told of however much is looked at meanwhile', () => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  void run({ ...call, target: 's-2' });
  lookAtMany();
  expect(runOf('s-2', 'recv').peek().kind).toBe('waiting');
});
