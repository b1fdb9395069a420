import { signal } from '@preact/signals';

/** Steps once a second, while the list is on the page. */
export const second = signal(0);

export function startSeconds(): () => void {
  const timer = setInterval(() => {
    second.value++;
  }, 1_000);
  return () => {
    clearInterval(timer);
  };
}

/** Seconds. */
const KEPT = 60;

/** What a counter grew by in each second. */
export class History {
  #total: number | null = null;
  #growth: number[] = [];
  #at = -1;

  /** The same second again changes nothing. */
  add(total: number, at: number): void {
    if (at === this.#at) return;
    this.#at = at;
    if (this.#total !== null) this.#growth = [...this.#growth, Math.max(0, total - this.#total)].slice(-KEPT);
    this.#total = total;
  }

  last(): number {
    return this.#growth.at(-1) ?? 0;
  }

  /** Nothing moved in all that time. */
  isStill(): boolean {
    return this.#growth.every((growth) => growth === 0);
  }

  /** The line of a chart, the present at its right end. */
  points({ width, height }: { width: number; height: number }): string {
    const highest = Math.max(1, ...this.#growth);
    const first = KEPT - this.#growth.length;
    const x = (index: number) => ((first + index + 1) / KEPT) * width;
    const y = (value: number) => height - 1 - (value / highest) * (height - 2);
    return this.#growth.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  }
}
