import { useSignal, type Signal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { word } from '../lib/words';
import { keep, readKept } from '../browser/kept';

interface MasterDetailProps {
  /** Names the split, and the width that the browser keeps for it. */
  name: string;
  list: ComponentChildren;
  detail: ComponentChildren | null;
}

/** Pixels that each side keeps. */
const NARROWEST = 240;

const STEP = 16;
const LEAP = 64;

/** A list with the detail beside it, or alone. A narrow page shows one of them at a time. */
export function MasterDetail({ name, list, detail }: MasterDetailProps) {
  const split = useRef<HTMLDivElement>(null);
  const share = useSignal(readShare(name));
  const kind = `split fill ${detail === null ? '' : 'both'} ${share.value === null ? 'usual' : ''}`;
  return (
    <div ref={split} class={detail === null ? 'split fill' : kind} style={{ '--list': `${share.value ?? 0}%` }}>
      <div class="column list-pane" tabIndex={-1} data-pane>
        {list}
      </div>
      {detail !== null && <Separator name={name} share={share} split={split} />}
      {detail !== null && (
        <div class="column detail-pane" tabIndex={-1} data-pane>
          {detail}
        </div>
      )}
    </div>
  );
}

/** Per cent of the width; null where nobody chose one. */
function readShare(name: string): number | null {
  const kept = readKept(`split.${name}`);
  return kept === null || kept === '' ? null : Number(kept);
}

/** As `split.css` has it. */
function usual(width: number): number {
  return Math.max(320, Math.min(480, width * 0.325));
}

interface SeparatorProps {
  name: string;
  share: Signal<number | null>;
  split: RefObject<HTMLDivElement | null>;
}

function Separator({ name, share, split }: SeparatorProps) {
  const box = () => split.current?.getBoundingClientRect() ?? new DOMRect();

  /** Puts the edge so many pixels from the left. */
  function put(pixels: number): void {
    const { width } = box();
    const bounded = Math.max(NARROWEST, Math.min(width - NARROWEST, pixels));
    share.value = Math.round((bounded / width) * 1000) / 10;
  }

  function keepShare(): void {
    keep(`split.${name}`, share.value === null ? '' : String(share.value));
  }

  /** Pixels of the list. */
  function widthNow(): number {
    const { width } = box();
    return share.value === null ? usual(width) : (share.value / 100) * width;
  }

  function percent(): number {
    const { width } = box();
    return Math.round(share.value ?? (width === 0 ? 0 : (usual(width) / width) * 100));
  }

  function press(event: KeyboardEvent): void {
    const by = event.shiftKey ? LEAP : STEP;
    const { width } = box();
    const now = widthNow();
    const target = { ArrowLeft: now - by, ArrowRight: now + by, Home: 0, End: width }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    put(target);
    keepShare();
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
      aria-label={word('ui.separator')}
      aria-valuenow={percent()}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuetext={`${percent()} %`}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
      tabIndex={0}
      onKeyDown={press}
      onPointerMove={drag}
      onPointerUp={keepShare}
      onDblClick={() => {
        share.value = null;
        keepShare();
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
    />
  );
}
