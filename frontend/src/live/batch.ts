import { batch } from '@preact/signals';
import type { ServerFrame } from './protocol';

/** Frames that came since the last paint, taken together before the next. */
export class FrameBatch {
  #frames: ServerFrame[] = [];
  #scheduled = false;

  readonly #take: (frame: ServerFrame) => void;

  constructor(take: (frame: ServerFrame) => void) {
    this.#take = take;
  }

  add(...frames: readonly ServerFrame[]): void {
    this.#frames.push(...frames);
    if (this.#scheduled || this.#frames.length === 0) return;
    this.#scheduled = true;
    schedule(() => {
      this.#flush();
    });
  }

  clear(): void {
    this.#frames = [];
  }

  #flush(): void {
    this.#scheduled = false;
    const frames = this.#frames;
    this.#frames = [];
    batch(() => {
      frames.forEach(this.#take);
    });
  }
}

/** A hidden tab paints no frames. */
function schedule(work: () => void): void {
  if (document.hidden) setTimeout(work);
  else requestAnimationFrame(work);
}
