// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { DetailText } from './detail-text';

test.each([
  ['`rules.2.match.re` cannot be', ' cannot be', ['rules.2.match.re']],
  ['There is no recording `r-9`.', 'There is no recording .', ['r-9']],
  ['one ` alone', 'one ` alone', []],
  ['`<b>`', '', ['<b>']],
])('%s', (text, prose, code) => {
  const nodes = [...render(<DetailText text={text} />).container.childNodes];
  const textsOf = (isCode: boolean) =>
    nodes.filter(({ nodeName }) => (nodeName === 'CODE') === isCode).map(({ textContent }) => textContent);
  expect(textsOf(false).join('')).toBe(prose);
  expect(textsOf(true)).toEqual(code);
});
