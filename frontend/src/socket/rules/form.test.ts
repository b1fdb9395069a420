import { expect, test } from 'vitest';
import { newRule, newRules, prefixed, typedOf, write, type Responder } from './form';

const EVERYTHING = {
  framing: { prefix: 2, order: 'little', includes_itself: true },
  rules: [
    { on: 'open', reply: { text: 'READY "you" \u00e9\r\n' }, delay: 0.5 },
    { match: { re: '^A(\\d)$' }, every: 3, reply: { text: '$1\\' }, chunk_size: 2, chunk_delay: 0.1, then: 'reset' },
    { match: { hex: '00 ff', where: 'ends' }, reply: { hex: '01' } },
    { match: { text: 'x' } },
    {},
  ],
};

test.each([
  EVERYTHING,
  ...['chunk', 'line', { size: 4 }, { delimiter: { text: '\r\n' } }, { delimiter: { hex: '0d0a' } }].map((framing) => ({
    framing,
    rules: [{}],
  })),
])('what is shown of one that runs is what is given again: %j', (given) => {
  expect(write(typedOf(given as unknown as Responder))).toEqual(given);
});

test('a new rule is told as short as it can be', () => {
  expect(write(newRules())).toEqual({ framing: 'chunk', rules: [{ reply: { text: '' } }] });
});

test('base64 is shown as hex', () => {
  const given = { framing: 'chunk', rules: [{ match: { data: 'AP8=' } }] };
  expect(write(typedOf(given as unknown as Responder))).toEqual({
    framing: 'chunk',
    rules: [{ match: { hex: '00 ff' } }],
  });
});

test.each([
  [String.raw`\q`, 'is not an escape'],
  [String.raw`\xff`, 'is not UTF-8'],
])('a text that is none is told at its place: %s', (answer, detail) => {
  const { framing } = newRules();
  expect(write({ framing, rules: [newRule(), { ...newRule(), answer }] })).toMatchObject({
    field: 'rules.1.reply',
    detail: expect.stringContaining(detail) as string,
  });
});

test.each([
  [{ prefix: 4 }, [0, 0, 0, 2, 80, 81]],
  [{ prefix: 2, order: 'little', includes_itself: true }, [4, 0, 80, 81]],
  [{ prefix: 1, includes_itself: true }, [3, 80, 81]],
])('the example of a message after its length has the length of %j', (framing, bytes) => {
  expect([...(prefixed(framing, [80, 81]) ?? [])]).toEqual(bytes);
});

test.each(['chunk', 'line', { size: 4 }, undefined])('framing by %j has no length', (framing) => {
  expect(prefixed(framing, [80])).toBeNull();
});
