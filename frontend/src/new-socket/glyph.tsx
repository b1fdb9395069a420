import type { JSX } from 'preact';

const SHAPES = {
  ok: <path d="M2 6.5l2.8 2.8L10 3.4" />,
  off: <circle cx="6" cy="6" r="4" class="dashed" />,
  bad: <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" />,
  warn: (
    <>
      <circle cx="6" cy="6" r="4" />
      <path d="M6 6V2a4 4 0 0 1 4 4z" class="solid" />
    </>
  ),
} satisfies Record<string, JSX.Element>;

/** How a line stands: done, planned, failed, going on. The words beside it say the same. */
export function Glyph({ is }: { is: keyof typeof SHAPES }) {
  return (
    <svg class={`glyph ${is}`} viewBox="0 0 12 12" aria-hidden="true">
      {SHAPES[is]}
    </svg>
  );
}
