// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { takeOfMenu } from '../testing/menu';
import { Throughput } from './throughput';
import type { Sample } from './throughput-samples';

afterEach(cleanup);

const samples = signal<readonly Sample[]>([]);

function show(): HTMLElement {
  samples.value = [
    { received: 4096, sent: 0 },
    { received: 100, sent: 512 },
  ];
  render(<Throughput name="Throughput" samples={samples} />);
  return screen.getByRole('slider');
}

function cells(): (string | null)[][] {
  return screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent));
}

test('the chart tells what is now, least and most', () => {
  const chart = show();
  expect(chart.getAttribute('aria-label')).toBe(
    'Throughput of the last 60 s. Received 100 B/s now, 100 B/s least, 4.0 KiB/s most. Sent 512 B/s now, 0 B/s least, 512 B/s most.',
  );
});

test('arrows move a cursor that tells one second, and no further than there is any', () => {
  const chart = show();
  const told = () => chart.getAttribute('aria-valuetext');
  expect(told()).toBe('0 s ago: ← 100 B/s, → 512 B/s');
  fireEvent.keyDown(chart, { key: 'ArrowLeft' });
  expect(told()).toBe('1 s ago: ← 4.0 KiB/s, → 0 B/s');
  fireEvent.keyDown(chart, { key: 'ArrowLeft' });
  expect(told()).toBe('1 s ago: ← 4.0 KiB/s, → 0 B/s');
});

test('it stands still for who is at it, and goes on after', () => {
  const chart = show();
  fireEvent.focus(chart);
  samples.value = [...samples.value, { received: 7, sent: 0 }];
  expect(chart.getAttribute('aria-valuetext')).toBe('0 s ago: ← 100 B/s, → 512 B/s');
  fireEvent.blur(chart);
  expect(chart.getAttribute('aria-valuetext')).toBe('0 s ago: ← 7 B/s, → 0 B/s');
});

test('the table has the same numbers, the newest first', async () => {
  show();
  await takeOfMenu('More of the throughput', 'Show as table');
  expect(cells()).toEqual([
    ['0', '100 B/s', '512 B/s'],
    ['1', '4.0 KiB/s', '0 B/s'],
  ]);
  expect(screen.queryByRole('slider')).toBeNull();
});
