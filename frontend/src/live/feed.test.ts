// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Chunk, ServerFrame } from './protocol';
import { socket } from '../testing/sample';

class FakeWebSocket {
  static readonly OPEN = 1;
  static all: FakeWebSocket[] = [];
  static get last(): FakeWebSocket {
    return FakeWebSocket.all.at(-1) ?? new FakeWebSocket('');
  }

  readonly sent: Record<string, unknown>[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;

  constructor(readonly url: string) {
    FakeWebSocket.all.push(this);
  }

  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }

  brings(frame: ServerFrame): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
    vi.advanceTimersByTime(20);
  }

  dispatchEvent(event: Event): void {
    this.onmessage?.(event as MessageEvent<string>);
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }

  close(): void {
    this.readyState = 3;
  }

  breaks(code: number): void {
    this.onclose?.({ code });
  }
}

let hidden = false;
const NUMBERS = { open: 1, waiting: 0, received_rate: 0, sent_rate: 0, kept: 0, dropped: 0, viewers: 1 };
const hi = (epoch: string): ServerFrame => ({
  n: 1,
  hello: { host: 'h', platform: 'linux', version: '1', byte_order: 'little', epoch },
});
const snapshot = (n: number, ...ids: string[]): ServerFrame => ({
  n,
  snapshot: { sockets: ids.map((id) => socket(id)), waiting: [], total: ids.length },
});
const ids = () => page.rows.value.map(({ id }) => id);

/** A feed with stores of its own. */
async function fresh() {
  vi.resetModules();
  return {
    ...(await import('./feed')),
    ...(await import('./run')),
    ...(await import('./age')),
    ...(await import('../browser/session')),
    ...(await import('./sockets')),
    ...(await import('./stats')),
    ...(await import('./traffic')),
  };
}

let page: Awaited<ReturnType<typeof fresh>>;

beforeEach(async () => {
  page = await fresh();
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'requestAnimationFrame'],
  });
  vi.stubGlobal('WebSocket', FakeWebSocket);
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  hidden = false;
  page.startFeed();
  page.signIn('abc');
  FakeWebSocket.last.open();
});

afterEach(() => {
  page.token.value = null;
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

function show(visible: boolean): void {
  hidden = !visible;
  document.dispatchEvent(new Event('visibilitychange'));
}

test('it names the token first and then what it wants to hear of', () => {
  expect(FakeWebSocket.last.url).toMatch(/^ws:.*\/api\/v1\/live$/);
  expect(FakeWebSocket.last.sent).toEqual([
    { token: 'abc' },
    { subscribe: { filter: '', traffic: null, after: 0, epoch: null } },
  ]);
});

test('the list is shown at once, what changes in it with the next paint; each is then acknowledged', () => {
  const server = FakeWebSocket.last;
  server.onmessage?.({ data: JSON.stringify(snapshot(7, 'a')) });
  expect(ids()).toEqual(['a']);
  expect(server.sent.at(-1)).toEqual({ ack: 7 });
  expect(page.feedState.value).toBe('live');
  server.onmessage?.({ data: JSON.stringify({ n: 8, delta: { sockets: [socket('b')], total: 2 } }) });
  expect(ids()).toEqual(['a']);
  vi.advanceTimersByTime(20);
  expect(ids()).toEqual(['a', 'b']);
  expect(server.sent.at(-1)).toEqual({ ack: 8 });
});

test('the connection that was opened before the script came is the one that is used', async () => {
  const early = await startWith(1);
  expect(FakeWebSocket.last).toBe(early);
  expect(early.sent[0]).toEqual({ token: 'abc' });
  expect(early.sent.filter((frame) => 'subscribe' in frame)).toHaveLength(1);
  early.breaks(1006);
  vi.advanceTimersByTime(60_000);
  expect(FakeWebSocket.last).not.toBe(early);
});

test('the one that was opened before stays when what the page wants to hear of changes', async () => {
  const early = await startWith(1);
  page.filter.value = 'state:listen';
  expect(FakeWebSocket.last).toBe(early);
  expect(early.readyState).toBe(1);
  expect(early.sent.at(-1)).toMatchObject({ subscribe: { filter: 'state:listen' } });
});

test('what was said before the script came is not said again, and what was heard is shown at once', async () => {
  const list = { subscribe: { filter: '', traffic: null, after: 0, epoch: null } };
  const heard = [{ ...hi('e1'), ...snapshot(1, 'a') }].map((frame) => JSON.stringify(frame));
  const early = await startWith(1, {
    said: [{ token: 'abc' }, list].map((frame) => JSON.stringify(frame)),
    heard: heard.map((data) => new MessageEvent('message', { data })),
  });
  expect(early.sent).toEqual([{ ack: 1 }]);
  expect(ids()).toEqual(['a']);
  expect(page.feedState.value).toBe('live');
});

test('traffic is asked for when the run is known that has numbered it, from the last chunk on', async () => {
  const server = FakeWebSocket.last;
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"items": [{"seq": 41, "address": null}]}')));
  const leave = page.showTraffic(null);
  await vi.waitUntil(() => page.trafficWanted.value === 'all');
  expect(server.sent.at(-1)).toMatchObject({ subscribe: { traffic: null } });
  server.brings(hi('e1'));
  expect(server.sent).toContainEqual({ subscribe: { filter: '', traffic: 'all', after: 41, epoch: 'e1' } });
  leave();
});

test('a list alone is asked for once', () => {
  const server = FakeWebSocket.last;
  server.brings(hi('e1'));
  expect(server.sent.filter((frame) => 'subscribe' in frame)).toHaveLength(1);
});

test('where the server has closed that one, another is opened', async () => {
  expect(FakeWebSocket.last).not.toBe(await startWith(3));
});

async function startWith(readyState: number, passed: object = { said: [], heard: [] }): Promise<FakeWebSocket> {
  page.token.value = null;
  const early = Object.assign(new FakeWebSocket('early'), { readyState });
  vi.stubGlobal('first', { socket: early, ...passed });
  page = await fresh();
  page.startFeed();
  page.signIn('abc');
  return early;
}

test('another filter is another subscription', () => {
  page.filter.value = 'state:listen';
  expect(FakeWebSocket.last.sent.at(-1)).toMatchObject({ subscribe: { filter: 'state:listen' } });
});

test('a lost connection comes back and goes on after the last chunk', async () => {
  const server = FakeWebSocket.last;
  server.brings(hi('e1'));
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"items": []}')));
  const leave = page.showTraffic(null);
  await vi.waitUntil(() => page.trafficWanted.value === 'all');
  server.brings({ n: 2, traffic: { chunks: [{ seq: 41, address: null } as Chunk], gap: 0 } });
  server.breaks(1006);
  expect(page.failing.value).toBe(true);
  vi.advanceTimersByTime(500);
  FakeWebSocket.last.open();
  expect(FakeWebSocket.last).not.toBe(server);
  expect(FakeWebSocket.last.sent.at(-1)).toMatchObject({ subscribe: { traffic: 'all', after: 41, epoch: 'e1' } });
  leave();
});

test('another start of the server numbers its chunks anew', async () => {
  const server = FakeWebSocket.last;
  server.brings(hi('e1'));
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"items": []}')));
  const leave = page.showTraffic(null);
  await vi.waitUntil(() => page.trafficWanted.value === 'all');
  server.brings({ n: 2, traffic: { chunks: [{ seq: 41 } as Chunk], gap: 0 } });
  server.brings(hi('e2'));
  page.filter.value = 'x';
  expect(server.sent.at(-1)).toMatchObject({ subscribe: { after: 0, epoch: 'e2' } });
  leave();
});

test('a wrong token signs out and is not tried again', () => {
  const before = FakeWebSocket.all.length;
  FakeWebSocket.last.breaks(1008);
  vi.advanceTimersByTime(60_000);
  expect(page.refused.value).toBe(true);
  expect(FakeWebSocket.all).toHaveLength(before);
});

test('five silent seconds are a lost connection', () => {
  FakeWebSocket.last.brings(hi('e1'));
  vi.advanceTimersByTime(4_900);
  expect(page.failing.value).toBe(false);
  vi.advanceTimersByTime(100);
  expect(page.feedState.value).toBe('reconnecting');
});

test('a retry does not wait for its turn', () => {
  const server = FakeWebSocket.last;
  server.breaks(1006);
  page.retryNow();
  expect(FakeWebSocket.last).not.toBe(server);
});

test('a hidden tab asks for silence, and for the rest when it is shown', () => {
  const server = FakeWebSocket.last;
  show(false);
  expect(server.sent.at(-1)).toEqual({ hidden: true });
  vi.advanceTimersByTime(60_000);
  expect(FakeWebSocket.last).toBe(server);
  show(true);
  expect(server.sent.at(-1)).toEqual({ hidden: false });
});

test('a paused view stands still while the numbers go on, and catches up', () => {
  const server = FakeWebSocket.last;
  server.brings(hi('e1'));
  server.brings(snapshot(2, 'a'));
  page.paused.value = true;
  expect(server.sent.at(-1)).toEqual({ paused: true });
  server.brings({ n: 3, delta: { sockets: [socket('b')], total: 2 }, stats: { ...NUMBERS, open: 2 } });
  expect(ids()).toEqual(['a']);
  expect(page.stats.value?.open).toBe(2);
  expect(page.feedState.value).toBe('paused');
  page.paused.value = false;
  vi.advanceTimersByTime(20);
  expect(ids()).toEqual(['a', 'b']);
});

test('without a token nothing of the server is left', () => {
  FakeWebSocket.last.brings(hi('e1'));
  FakeWebSocket.last.brings(snapshot(2, 'a'));
  page.token.value = null;
  expect([ids(), page.hello.value]).toEqual([[], null]);
});
