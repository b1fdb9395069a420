const INTERVAL = 1_000;
const PATIENCE = 5_000;
const FIRST_RETRY = 500;
const LAST_RETRY = 10_000;

/** Half a second, doubling to ten, spread so that many pages do not come back at once. */
export function retryDelay(failures: number, random: () => number = Math.random): number {
  const longest = Math.min(FIRST_RETRY * 2 ** (failures - 1), LAST_RETRY);
  return longest * (0.75 + random() / 4);
}

/** Does its work once a second, one at a time, and not at all in a hidden tab. */
export class Poller {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #current: AbortController | undefined;
  #failures = 0;

  readonly #work: (signal: AbortSignal) => Promise<void>;
  readonly #failed: (error: unknown) => void;

  constructor(work: (signal: AbortSignal) => Promise<void>, failed: (error: unknown) => void) {
    this.#work = work;
    this.#failed = failed;
  }

  start(): void {
    document.addEventListener('visibilitychange', this.wake);
    this.wake();
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.wake);
    this.#pause();
    this.#failures = 0;
  }

  /** Asks at once, when the tab is in sight. */
  readonly wake = (): void => {
    this.#pause();
    if (!document.hidden) void this.#ask();
  };

  #pause(): void {
    clearTimeout(this.#timer);
    this.#current?.abort();
    this.#current = undefined;
  }

  async #ask(): Promise<void> {
    const current = (this.#current = new AbortController());
    const done = await this.#attempt(current.signal);
    if (current.signal.aborted) return;
    this.#failures = done ? 0 : this.#failures + 1;
    this.#timer = setTimeout(this.wake, done ? INTERVAL : retryDelay(this.#failures));
  }

  async #attempt(stopped: AbortSignal): Promise<boolean> {
    try {
      await this.#work(AbortSignal.any([stopped, AbortSignal.timeout(PATIENCE)]));
      return true;
    } catch (error) {
      if (!stopped.aborted) this.#failed(error);
      return false;
    }
  }
}
