// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { SignIn } from './sign-in';

afterEach(() => {
  render(null, document.body);
});

test('who has to sign in types the token at once', async () => {
  await act(() => {
    render(<SignIn />, document.body);
  });
  expect(document.activeElement?.id).toBe('token');
});
