const FIRST_RETRY = 500;
const LAST_RETRY = 10_000;

/** Half a second, doubling to ten, spread so that many pages do not come back at once. */
export function retryDelay(failures: number, random: () => number = Math.random): number {
  const longest = Math.min(FIRST_RETRY * 2 ** (failures - 1), LAST_RETRY);
  return longest * (0.75 + random() / 4);
}
