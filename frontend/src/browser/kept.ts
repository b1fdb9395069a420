/** What the browser keeps of this page; one that keeps nothing throws; a choice then holds until the page is left. */
export function readKept(name: string): string | null {
  try {
    return localStorage.getItem(key(name));
  } catch {
    return null;
  }
}

export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(key(name), value);
  } catch {
    // See above.
  }
}

function key(name: string): string {
  return `socket-console.${name}`;
}
