// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { go, place } from '../browser/router';
import { forgetRun } from '../live/run';
import { socket } from '../testing/sample';
import { parts } from '../ui/commands';
import { Tabs, type Tab } from './tabs';

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ items: [], total: 0 })));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (tab: Tab, query = '', id = 's-1') =>
  act(() => {
    go(`/sockets/${id}/${tab}${query}`);
    render(<Tabs socket={socket(id)} current={tab} />);
  });

const hrefOf = (tab: string) => screen.getByRole('link', { name: tab }).getAttribute('href');

test('a tab that was left has its filter and its chunk still, and the one that is shown leads to what it is at first', async () => {
  await show('traffic', '?filter=tcp&match=order&chunk=7');
  expect(hrefOf('Traffic')).toBe('/sockets/s-1/traffic?filter=tcp');
  cleanup();
  await show('calls', '?filter=udp&order=newest');
  expect(hrefOf('Traffic')).toBe('/sockets/s-1/traffic?filter=udp&match=order&chunk=7');
});

test('the socket of that id in another run has nothing of it', async () => {
  await show('traffic', '?chunk=7');
  forgetRun();
  cleanup();
  await show('calls');
  expect(hrefOf('Traffic')).toBe('/sockets/s-1/traffic');
});

test('the palette has them as long as they are shown', async () => {
  await show('overview', '', 's-2');
  const found = parts.value.find(({ name }) => name === 'Conversation');
  expect(found?.keywords).toBe('s-2');
  void found?.run();
  expect(place.value.pathname).toBe('/sockets/s-2/conversation');
  cleanup();
  expect(parts.value).toEqual([]);
});

test('another socket has nothing of it', async () => {
  await show('traffic', '?match=order');
  cleanup();
  await show('calls', '', 's-2');
  expect(hrefOf('Traffic')).toBe('/sockets/s-2/traffic');
});
