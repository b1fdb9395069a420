/** Under which whole names libc asks DNS for a name, in turn, see resolv.conf(5) with `ndots` as it is: 1. */
export function wholeNames(name: string, search: readonly string[]): readonly string[] {
  if (name.endsWith('.')) return [name];
  const completed = search.map((domain) => whole(`${name}.${domain}`));
  return [...new Set(name.includes('.') ? [whole(name), ...completed] : [...completed, whole(name)])];
}

/** With the dot of the root at its end. */
export function whole(name: string): string {
  return name.replace(/\.*$/, '.');
}
