import { useSignal, type Signal } from '@preact/signals';
import { keep, readKept } from '../browser/kept';
import { word } from '../lib/words';

const USUAL = 196;
const LEAST = 104;
/** Pixels that the list above keeps. */
const ABOVE = 96;
const STEP = 16;
const LEAP = 64;

/** How high the bytes are, which the browser keeps. */
export function useHeight(): Signal<number> {
  return useSignal(Number(readKept('split.bytes') ?? USUAL));
}

/** The edge between the list and the bytes: by pointer, by arrows, and back with a double click. */
export function HeightSeparator({ height }: { height: Signal<number> }) {
  /** Puts the bytes' upper edge so many pixels above their lower one. */
  function put(pixels: number, of: HTMLElement): void {
    const most = (of.parentElement?.clientHeight ?? Infinity) - ABOVE;
    height.value = Math.round(Math.max(LEAST, Math.min(most, pixels)));
  }

  function press(event: KeyboardEvent): void {
    const by = event.shiftKey ? LEAP : STEP;
    const to = { ArrowUp: height.peek() + by, ArrowDown: height.peek() - by, Home: 0, End: Infinity }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    put(to, event.currentTarget as HTMLElement);
    kept();
  }

  function kept(): void {
    keep('split.bytes', String(height.peek()));
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it takes the focus
    <div
      role="separator"
      class="height-separator"
      aria-orientation="horizontal"
      aria-label={word('traffic.bytes.height')}
      aria-valuenow={height.value}
      aria-valuemin={LEAST}
      aria-valuetext={word('traffic.pixels', { n: height.value })}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (event.buttons !== 1) return;
        const { bottom } = event.currentTarget.nextElementSibling?.getBoundingClientRect() ?? { bottom: 0 };
        put(bottom - event.clientY, event.currentTarget);
      }}
      onPointerUp={kept}
      onDblClick={() => {
        height.value = USUAL;
        kept();
      }}
    />
  );
}
