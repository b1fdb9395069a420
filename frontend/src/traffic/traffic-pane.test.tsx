// @vitest-environment happy-dom
import { render } from 'preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { forgetTraffic, loading, receiveTraffic, trafficWanted } from '../live/traffic';
import { chunks } from '../testing/sample';
import { TrafficPane } from './traffic-pane';

beforeEach(() => {
  forgetTraffic();
  // The paint comes before the answer.
  vi.stubGlobal('fetch', async () => {
    await new Promise((answer) => setTimeout(answer, 100));
    return Response.json({ items: [] });
  });
});

/**
 * As when the page learns which run it is about. Preact 11 cleans up after what was taken away when a frame was painted,
 * while the effects of what is drawn again begin before.
 */
test('a pane that takes the place of another, and is drawn twice before the paint, follows', async () => {
  const { body } = document;
  const pane = (key: string) => <TrafficPane key={key} socketId="s-1" />;
  render(pane('first'), body);
  await vi.waitFor(() => {
    expect(trafficWanted.value).toBe('s-1');
  });
  render(pane('next'), body);
  receiveTraffic({ chunks: chunks(1), gap: 0 });
  await vi.waitFor(() => {
    expect(loading.value).toBe(true);
  });
  await vi.waitFor(() => {
    expect([loading.value, trafficWanted.value]).toEqual([false, 's-1']);
  });
  render(null, body);
});
