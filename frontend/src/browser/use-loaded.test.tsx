// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useLoaded } from './use-loaded';

const asked: { key: number; answer: (text: string) => void; signal: AbortSignal }[] = [];

function Shown({ of }: { of: number }) {
  const { value } = useLoaded(
    of,
    (signal) =>
      new Promise<string>((answer) => {
        asked.push({ key: of, answer, signal });
      }),
  );
  return <p>{value ?? 'nothing'}</p>;
}

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

async function pass(milliseconds: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(milliseconds);
  });
}

test('however often the key changes, it is asked for twice a second, and for the last', async () => {
  const { rerender } = render(<Shown of={0} />);
  await pass(0);
  for (let key = 1; key <= 9; key++) {
    rerender(<Shown of={key} />);
    await pass(50);
  }
  await pass(500);
  expect(asked.map(({ key }) => key)).toEqual([0, 9]);
});

test('an answer that comes after that of a later question is dropped', async () => {
  const { rerender, container } = render(<Shown of={1} />);
  await pass(0);
  rerender(<Shown of={2} />);
  await pass(600);
  asked[1]?.answer('the second');
  await pass(0);
  asked[0]?.answer('the first');
  await pass(0);
  expect(container.textContent).toBe('the second');
  expect(asked[0]?.signal.aborted).toBe(true);
});
