// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { run } from '../call/runs';
import { toBase64 } from '../lib/bytes';
import { socket } from '../testing/sample';
import { sendCall } from './sending';
import { Told } from './told';
import { keptDraft } from './drafts';

const one = socket('s-1');
const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('what a cancelled send left is sent from where it began, and only when a person says so', async () => {
  asked.mockResolvedValueOnce(
    Response.json({ kind: 'cancelled', detail: '', sent: 3, expected_offset: 13 }, { status: 409 }),
  );
  asked.mockResolvedValueOnce(new Response(null, { status: 204 }));
  vi.stubGlobal('fetch', asked);
  const bytes = new TextEncoder().encode('hello');
  await run(sendCall(one, { ...keptDraft(one), call: 'sendall' }, bytes), 'bar');
  render(<Told socket={one} />);
  expect(screen.getByRole('status').textContent).toMatch(/^Cancelled\. Sent 3 bytes before that/);
  expect(asked).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Send the rest' }));
  expect(await screen.findByText('Sent 5 bytes')).toBeTruthy();
  const body = JSON.parse(asked.mock.calls[1]?.[1].body as string) as unknown;
  expect(body).toEqual({ data: toBase64(bytes), at: 10 });
});
