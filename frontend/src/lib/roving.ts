/** The row that a step leads to; where none is chosen, -1, downwards from the top and upwards from the end. */
export function stepped(at: number, step: number, count: number): number {
  const from = at < 0 && step < 0 ? count : at;
  return Math.max(0, Math.min(from + step, count - 1));
}

/** The row that a key leads to in a list of so many, of which `page` are in sight; null for any other key. */
export function rowAfter(key: string, at: number, count: number, page: number, letters = false): number | null {
  const steps: Record<string, number> = {
    ArrowUp: -1,
    ArrowDown: 1,
    PageUp: -page,
    PageDown: page,
    Home: -Infinity,
    End: Infinity,
    ...(letters && { j: 1, k: -1 }),
  };
  const step = steps[key];
  return step === undefined || count === 0 ? null : stepped(at, step, count);
}
