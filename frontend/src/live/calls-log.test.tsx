// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { useCallLog } from './calls-log';

function Last({ count, id = 's-1' }: { count: number; id?: string }) {
  const { calls, total } = useCallLog(id, count);
  return (
    <p>
      {calls.length} of {total}
    </p>
  );
}

const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  asked.mockReset();
});

test('who shows the calls of one socket shares what was loaded, and who shows more loads more', async () => {
  asked.mockImplementation((url) => {
    const limit = Number(/limit=(\d+)/.exec(url)?.[1]);
    const items = Array.from({ length: limit }, (_, index) => ({ seq: index + 1, socket_id: 's-1' }));
    return Promise.resolve(Response.json({ items, total: 99 }));
  });
  vi.stubGlobal('fetch', asked);
  const few = render(
    <>
      <Last count={5} />
      <Last count={3} />
    </>,
  );
  await vi.waitFor(() => {
    expect(few.container.textContent).toBe('5 of 995 of 99');
  });
  expect(asked).toHaveBeenCalledOnce();
  const all = render(<Last count={20} />);
  await vi.waitFor(() => {
    expect(all.container.textContent).toBe('20 of 99');
  });
  expect(asked).toHaveBeenCalledTimes(2);
});

test('a load that nobody waits for any more ends', async () => {
  asked.mockReturnValue(new Promise(() => undefined));
  vi.stubGlobal('fetch', asked);
  const { unmount } = render(<Last count={5} id="s-2" />);
  expect(asked).toHaveBeenCalledOnce();
  unmount();
  await vi.waitFor(() => {
    expect(asked.mock.calls[0]?.[1].signal?.aborted).toBe(true);
  });
});

test('who takes the place of another before a paint has what that one had asked for', async () => {
  asked.mockReturnValueOnce(new Promise(() => undefined));
  asked.mockResolvedValue(Response.json({ items: [{ seq: 1, socket_id: 's-3' }], total: 1 }));
  vi.stubGlobal('fetch', asked);
  const { container, rerender } = render(<Last key="first" count={5} id="s-3" />);
  rerender(<Last key="second" count={5} id="s-3" />);
  await vi.waitFor(() => {
    expect(container.textContent).toBe('1 of 1');
  });
});
