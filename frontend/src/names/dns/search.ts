/** Under which whole names libc asks DNS for a name, in turn, see resolv.conf(5). */
export function wholeNames(name: string, search: readonly string[], ndots: number): readonly string[] {
  if (name.endsWith('.')) return [name];
  const completed = search.map((domain) => whole(`${name}.${domain}`));
  const dots = name.split('.').length - 1;
  return [...new Set(dots >= ndots ? [whole(name), ...completed] : [...completed, whole(name)])];
}

/** With the dot of the root at its end. */
export function whole(name: string): string {
  return name.replace(/\.*$/, '.');
}
