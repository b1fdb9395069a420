// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { Inspector } from './inspector';

afterEach(cleanup);

test('numbers of 64 bits have a line each, in which none is broken', () => {
  render(<Inspector bytes={Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 128)} selected={null} />);
  const [little, big] = ['64 LE', '64 BE'].map((name) => screen.getByRole('rowheader', { name }).nextElementSibling);
  expect(little?.textContent).toBe(
    '9\u202f295\u202f429\u202f630\u202f892\u202f703\u202f743 / '.concat(
      '−9\u202f151\u202f314\u202f442\u202f816\u202f847\u202f873',
    ),
  );
  expect(big?.textContent).toContain('18\u202f446\u202f744\u202f073\u202f709\u202f551\u202f488 / −128');
  expect([little, big].map((cell) => cell?.getAttribute('colspan'))).toEqual(['2', '2']);
});
