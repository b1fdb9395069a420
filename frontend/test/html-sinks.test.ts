import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const SINKS = [
  'document.body.innerHTML = text;',
  'document.body.outerHTML = text;',
  "document.body.insertAdjacentHTML('beforeend', text);",
  "document.body.setAttribute('style', text);",
  'document.body.style.cssText = text;',
  'h("p", { dangerouslySetInnerHTML: { __html: text } });',
];

test('the linter refuses every way to write HTML or a style attribute', { timeout: 60_000 }, async () => {
  const [result] = await new ESLint().lintText(SINKS.join('\n'), { filePath: 'src/main.ts' });
  const refused = result?.messages.filter(({ ruleId }) => ruleId === 'no-restricted-syntax');
  expect(refused?.map(({ line }) => line)).toEqual(SINKS.map((_, index) => index + 1));
});
