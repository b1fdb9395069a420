import { ESLint, Linter } from 'eslint';
import { expect, test } from 'vitest';

const SINKS = [
  'document.body.innerHTML = text;',
  'document.body.outerHTML = text;',
  "document.body.insertAdjacentHTML('beforeend', text);",
  "document.body.setAttribute('style', text);",
  'document.body.style.cssText = text;',
  'h("p", { dangerouslySetInnerHTML: { __html: text } });',
  '<p dangerouslySetInnerHTML={{ __html: text }} />;',
  '<p style="color: red" />;',
];

/** The rule as it is in force, without the others and the types that they read. */
test('the linter refuses every way to write HTML or a style attribute', { timeout: 60_000 }, async () => {
  const { rules } = (await new ESLint().calculateConfigForFile('src/app/main.ts')) as { rules: Linter.RulesRecord };
  const refused = new Linter().verify(SINKS.join('\n'), {
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: { 'no-restricted-syntax': rules['no-restricted-syntax'] ?? 'off' },
  });
  expect(refused.map(({ line }) => line)).toEqual(SINKS.map((_, index) => index + 1));
});
