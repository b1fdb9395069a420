const KEY = 'socket-console.token';
const IN_FRAGMENT = /#token=([^&\s]+)/;

/** The token in what a person pasted: the token itself, or the whole line that the server prints. */
export function tokenIn(text: string): string {
  const found = IN_FRAGMENT.exec(text)?.[1];
  return found === undefined ? text.trim() : decoded(found);
}

/** Takes the token out of the address bar, where it would be bookmarked and shared. */
export function takeTokenFromAddress(): string | null {
  const found = IN_FRAGMENT.exec(location.hash)?.[1];
  if (found === undefined) return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return decoded(found);
}

export function storedToken(): string | null {
  return sessionStorage.getItem(KEY);
}

export function storeToken(token: string | null): void {
  if (token === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, token);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
