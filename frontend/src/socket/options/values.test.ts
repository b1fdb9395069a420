import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { unitOf } from './values';
import type { Option } from './option';

const RESOURCES = new URL('../../../../src/main/resources/', import.meta.url);

function rowsOf(path: string): string[][] {
  const lines = readFileSync(new URL(path, RESOURCES), 'utf8').trim().split('\n');
  return lines.map((line) => line.split('\t'));
}

const SUMMARIES = new Map(
  readdirSync(new URL('constants/', RESOURCES)).flatMap((file) =>
    rowsOf(`constants/${file}`).map(([name, , summary]) => [name, summary ?? ''] as const),
  ),
);

const NUMBERS = new Set(['int', 'uint', 'ulong']);
const COUNTED = {
  Milliseconds: 'ms',
  milliseconds: 'ms',
  Microseconds: 'µs',
  microseconds: 'µs',
  Seconds: 's',
  seconds: 's',
};

function saidOf(name: string): string | undefined {
  const summary = SUMMARIES.get(name) ?? '';
  return Object.entries(COUNTED).find(([word]) => new RegExp(`(?<!-bit )\\b${word}\\b`).test(summary))?.[1];
}

const TIMES = rowsOf('options.tsv').flatMap(([, name = '', kind = '']) => {
  const unit = NUMBERS.has(kind) ? saidOf(name) : undefined;
  return unit === undefined ? [] : [[name, unit] as const];
});

test('some options count time', () => {
  expect(TIMES.length).toBeGreaterThan(8);
});

test.each(TIMES)('the unit of %s is that of its description, %s', (name, unit) => {
  expect(unitOf({ name, kind: 'int' } as Option)).toBe(unit);
});
