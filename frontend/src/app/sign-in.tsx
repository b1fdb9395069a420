import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { isAuthentic } from '../browser/api';
import { tokenIn } from '../browser/token';
import { refused, signIn } from '../browser/session';

const WRONG = 'The server does not know this token. A server that makes its own token makes a new one at every start.';
const SILENT = 'The server does not answer. Check that it runs, then sign in again.';

export function SignIn() {
  const field = useRef<HTMLInputElement>(null);
  const problem = useSignal(refused.peek() ? WRONG : '');

  async function submit(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const entered = tokenIn(field.current?.value ?? '');
    problem.value = await reasonAgainst(entered);
    if (problem.value === '') signIn(entered);
  }

  return (
    <section class="notice" aria-labelledby="sign-in">
      <h2 id="sign-in">Sign in with the token</h2>
      <p>
        The server prints the token when it starts, in the line with the address to open. Where{' '}
        <code>SOCKET_CONSOLE_TOKEN</code> is set, that is the token.
      </p>
      <form onSubmit={(event) => void submit(event)}>
        <input
          class="visually-hidden"
          name="username"
          autocomplete="username"
          value="socket-console"
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <label for="token">Token, or the whole address</label>
        <div class="field">
          <input
            ref={field}
            id="token"
            name="token"
            type="password"
            autocomplete="current-password"
            required
            spellcheck={false}
            aria-describedby="token-problem"
            aria-invalid={problem.value !== ''}
          />
          <button class="primary">Sign in</button>
        </div>
        <p id="token-problem" class="problem" role="alert">
          {problem}
        </p>
      </form>
      <p class="hint">It stays in this tab and in tabs opened beside it, and is forgotten when they close.</p>
    </section>
  );
}

async function reasonAgainst(token: string): Promise<string> {
  const known = await isAuthentic(token);
  if (known === null) return SILENT;
  return known ? '' : WRONG;
}
