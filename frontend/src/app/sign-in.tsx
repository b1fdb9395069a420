import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isAuthentic } from '../browser/api';
import { rich, word } from '../lib/words';
import { tokenIn } from '../browser/token';
import { refused, signIn } from '../browser/session';

export function SignIn() {
  const field = useRef<HTMLInputElement>(null);
  const problem = useSignal(refused.peek() ? word('app.token.wrong') : '');

  // There is nothing else to do here.
  useLayoutEffect(() => field.current?.focus(), []);

  async function submit(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const entered = tokenIn(field.current?.value ?? '');
    problem.value = await reasonAgainst(entered);
    if (problem.value === '') signIn(entered);
  }

  return (
    <section class="notice" aria-labelledby="sign-in">
      <h2 id="sign-in">{word('app.token.title')}</h2>
      <p>{rich('app.token.where', { variable: <code>SOCKET_CONSOLE_TOKEN</code> })}</p>
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
        <label for="token">{word('app.token')}</label>
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
          <button class="primary">{word('app.sign-in')}</button>
        </div>
        <p id="token-problem" class="problem" role="alert">
          {problem}
        </p>
      </form>
      <p class="hint">{word('app.token.kept')}</p>
    </section>
  );
}

async function reasonAgainst(token: string): Promise<string> {
  const known = await isAuthentic(token);
  if (known === null) return word('app.token.silent');
  return known ? '' : word('app.token.wrong');
}
