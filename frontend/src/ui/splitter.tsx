import { useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { keep, readKept } from '../browser/kept';

interface MasterDetailProps {
  /** Names the split, and the width that the browser keeps for it. */
  name: string;
  list: ComponentChildren;
  detail: ComponentChildren | null;
}

/** Pixels that each side keeps. */
const NARROWEST = 240;

/** Per cent of the width. */
const USUAL = 45;

const STEP = 16;
const LEAP = 64;

/** A list with the detail beside it, or alone. A narrow page shows one of them at a time. */
export function MasterDetail({ name, list, detail }: MasterDetailProps) {
  const split = useRef<HTMLDivElement>(null);
  const share = useSignal(Number(readKept(`split.${name}`) ?? USUAL));
  return (
    <div ref={split} class={detail === null ? 'split fill' : 'split both fill'} style={{ '--list': `${share.value}%` }}>
      <div class="list-pane" tabIndex={-1} data-pane>
        {list}
      </div>
      {detail !== null && <Separator name={name} share={share} split={split} />}
      {detail !== null && (
        <div class="detail-pane" tabIndex={-1} data-pane>
          {detail}
        </div>
      )}
    </div>
  );
}

interface SeparatorProps {
  name: string;
  share: Signal<number>;
  split: RefObject<HTMLDivElement | null>;
}

function Separator({ name, share, split }: SeparatorProps) {
  const box = () => split.current?.getBoundingClientRect() ?? new DOMRect();

  /** Puts the edge so many pixels from the left. */
  function put(pixels: number): void {
    const { width } = box();
    const bounded = Math.max(NARROWEST, Math.min(width - NARROWEST, pixels));
    share.value = Math.round((bounded / width) * 1000) / 10;
    keep(`split.${name}`, String(share.value));
  }

  function press(event: KeyboardEvent): void {
    const by = event.shiftKey ? LEAP : STEP;
    const { width } = box();
    const now = (share.value / 100) * width;
    const target = { ArrowLeft: now - by, ArrowRight: now + by, Home: 0, End: width }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    put(target);
  }

  function drag(event: PointerEvent): void {
    if (event.buttons === 1) put(event.clientX - box().left);
  }

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it takes the focus
    <div
      role="separator"
      class="separator"
      aria-orientation="vertical"
      aria-label={`Width of the list of ${name}`}
      aria-valuenow={Math.round(share.value)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={`${Math.round(share.value)} %`}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      onKeyDown={press}
      onPointerMove={drag}
      onDblClick={() => {
        share.value = USUAL;
        keep(`split.${name}`, String(USUAL));
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
    />
  );
}
