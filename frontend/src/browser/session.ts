import { signal } from '@preact/signals';
import { storeToken, storedToken, takeTokenFromAddress } from './token';

export const token = signal<string | null>(null);

/** Why the page asks for a token although it had one. */
export const refused = signal(false);

export function signIn(value: string): void {
  storeToken(value);
  refused.value = false;
  token.value = value;
}

export function refuse(): void {
  storeToken(null);
  refused.value = true;
  token.value = null;
}

/** A token in the address wins over a kept one: a restarted server has a new one. */
export function restoreSession(): void {
  const found = takeTokenFromAddress() ?? storedToken();
  if (found !== null) signIn(found);
}
