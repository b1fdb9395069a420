import { batch } from '@preact/signals';
import type { ServerFrame } from './protocol';

/** Frames that came since the last paint, taken together before the next; what the page waits for is taken at once. */
export class FrameBatch {
  #frames: ServerFrame[] = [];
  #scheduled = false;

  readonly #take: (frame: ServerFrame) => void;

  constructor(take: (frame: ServerFrame) => void) {
    this.#take = take;
  }

  add(frame: ServerFrame): void {
    this.#frames.push(frame);
    if (frame.snapshot) this.#flush();
    else this.#schedule();
  }

  clear(): void {
    this.#frames = [];
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    schedule(() => {
      this.#flush();
    });
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
