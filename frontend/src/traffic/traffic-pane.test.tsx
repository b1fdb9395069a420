// @vitest-environment happy-dom
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { beforeEach, expect, test, vi } from 'vitest';
import { forgetTraffic, loading, receiveTraffic, trafficWanted } from '../live/traffic';
import { chunks } from '../testing/sample';
import { TrafficPane } from './traffic-pane';

/** What was asked for and not answered yet. */
const asked: ((answer: Response) => void)[] = [];

beforeEach(() => {
  asked.length = 0;
  forgetTraffic();
  vi.stubGlobal('fetch', () => new Promise((answer) => asked.push(answer)));
});

function answerAll(): void {
  for (const answer of asked.splice(0)) answer(Response.json({ items: [] }));
}

/** Effects run when a frame was painted, each after those that were there before it. */
function painted(): Promise<void> {
  return new Promise((done) => {
    function Probe() {
      useEffect(done, []);
      return null;
    }
    render(<Probe />, document.createElement('div'));
  });
}

/**
 * As when the page learns which run it is about. Preact 11 cleans up after what was taken away when a frame was painted,
 * while the effects of what is drawn again begin before.
 */
test('a pane that takes the place of another, and is drawn twice before the paint, follows', async () => {
  const { body } = document;
  const pane = (key: string) => <TrafficPane key={key} socketId="s-1" />;
  render(pane('first'), body);
  await vi.waitFor(() => {
    answerAll();
    expect(trafficWanted.value).toBe('s-1');
  });
  render(pane('next'), body);
  receiveTraffic({ chunks: chunks(1), gap: 0 });
  await vi.waitFor(() => {
    expect(loading.value).toBe(true);
  });
  await painted();
  answerAll();
  await vi.waitFor(() => {
    expect([loading.value, trafficWanted.value]).toEqual([false, 's-1']);
  });
  render(null, body);
});
