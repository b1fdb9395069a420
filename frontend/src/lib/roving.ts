/** The row that a step leads to; where none is chosen, -1, downwards from the top and upwards from the end. */
export function stepped(at: number, step: number, count: number): number {
  const from = at < 0 && step < 0 ? count : at;
  return Math.max(0, Math.min(from + step, count - 1));
}
