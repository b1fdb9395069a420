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

/** What this tab keeps, over a reload. */
export function readOfTab(name: string): string | null {
  try {
    return sessionStorage.getItem(key(name));
  } catch {
    return null;
  }
}

/** What is too long to be kept is not there after a reload, rather than what it was before. */
export function keepInTab(name: string, value: string): void {
  try {
    sessionStorage.setItem(key(name), value);
  } catch {
    dropFromTab(name);
  }
}

/** All whose names begin so, but for those that begin so. */
export function dropFromTabBut(beginning: string, kept: string): void {
  for (const name of namesInTab()) if (name.startsWith(beginning) && !name.startsWith(kept)) dropFromTab(name);
}

export function dropFromTab(name: string): void {
  try {
    sessionStorage.removeItem(key(name));
  } catch {
    // See above.
  }
}

function namesInTab(): string[] {
  try {
    return Object.keys(sessionStorage).map((name) => name.slice(PREFIX.length));
  } catch {
    return [];
  }
}

const PREFIX = 'socket-console.';

function key(name: string): string {
  return PREFIX + name;
}
