/** The glyph of a state, its word, and its colour. */
export interface StateLook {
  /** A path. */
  glyph: string;
  fill?: 'solid' | 'dashed';
  tone: 'off' | 'info' | 'warn' | 'ok' | 'bad';
  text: string;
  /** What one should look at has a ground of its colour in a list. */
  isChip: boolean;
}

export function StateChip({ glyph, fill, tone, text }: StateLook) {
  return (
    <span class={`chip ${tone}`}>
      <svg class="glyph" viewBox="0 0 12 12" aria-hidden="true">
        <path class={fill} d={glyph} />
      </svg>
      {text}
    </span>
  );
}
