// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { go } from '../browser/router';
import { forgetTraffic, receiveTraffic, trafficWanted } from '../live/traffic';
import { payloads, said, serve } from '../testing/said';
import { Conversation } from './conversation';

beforeEach(async () => {
  forgetTraffic();
  payloads.clear();
  serve();
  go('/sockets/s-1/conversation');
  render(<Conversation socketId="s-1" />);
  await vi.waitFor(() => {
    expect(trafficWanted.value).toBe('s-1');
  });
});

afterEach(cleanup);

const turns = () => screen.queryAllByRole('listitem').map((turn) => turn.querySelector('pre')?.textContent);

function talk(): void {
  receiveTraffic({ chunks: [said(1, 'sent', 'hel'), said(2, 'sent', 'lo'), said(3, 'received', 'world')], gap: 0 });
}

test('what one side said until the other did is one turn', async () => {
  talk();
  await vi.waitFor(() => {
    expect(turns()).toEqual(['hello', 'world']);
  });
  expect([...document.querySelectorAll('.turn strong')].map(({ textContent }) => textContent)).toEqual([
    '→ Sent',
    '← Received',
  ]);
});

test('one direction alone is seen when it is chosen', async () => {
  talk();
  fireEvent.click(screen.getByLabelText('← Received'));
  await vi.waitFor(() => {
    expect(turns()).toEqual(['world']);
  });
});

test('hostile bytes are text', async () => {
  receiveTraffic({ chunks: [said(1, 'received', '<img src=x onerror=alert(1)>')], gap: 0 });
  await vi.waitFor(() => {
    expect(turns()).toEqual(['<img src=x onerror=alert(1)>']);
  });
  expect(document.querySelector('img')).toBeNull();
});

test('before anything was said, that is what it says', async () => {
  expect(await screen.findByText(/^Nothing said yet/)).toBeTruthy();
});
