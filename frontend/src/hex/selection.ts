import type { Range } from '../lib/bytes';

/** A byte cursor, and where the selection that ends at it began. */
export interface Selection {
  anchor: number;
  cursor: number;
}

export interface Shape {
  size: number;
  columns: number;
  /** Rows in sight. */
  page: number;
}

export function rangeOf({ anchor, cursor }: Selection): Range {
  return { from: Math.min(anchor, cursor), to: Math.max(anchor, cursor) };
}

/** Where a key takes the cursor; null for a key that does not move it. */
export function target(key: string, whole: boolean, cursor: number, { size, columns, page }: Shape): number | null {
  const inRow = cursor % columns;
  const moves: Record<string, number> = {
    ArrowLeft: cursor - 1,
    ArrowRight: cursor + 1,
    ArrowUp: cursor < columns ? cursor : cursor - columns,
    ArrowDown: cursor + columns < size ? cursor + columns : cursor,
    PageUp: Math.max(inRow, cursor - page * columns),
    PageDown: cursor + page * columns,
    Home: whole ? 0 : cursor - inRow,
    End: whole ? size - 1 : cursor - inRow + columns - 1,
  };
  const found = moves[key];
  return found === undefined ? null : clamp(found, size);
}

export function clamp(offset: number, size: number): number {
  return Math.max(0, Math.min(offset, size - 1));
}

/** What is typed to go somewhere: `0x1f`, `1fh`, or decimal. */
export function parseOffset(text: string): number | null {
  const trimmed = text.trim();
  const hex = /^(?:0x([0-9a-f]+)|([0-9a-f]+)h)$/i.exec(trimmed);
  if (hex) return parseInt(hex[1] ?? hex[2] ?? '', 16);
  return /^\d+$/.test(trimmed) ? Number(trimmed) : null;
}

/** The part of a range that a row has, in columns; null when it has none. */
export function within(range: Range | null, start: number, columns: number): Range | null {
  if (!range || range.to < start || range.from >= start + columns) return null;
  return { from: Math.max(0, range.from - start), to: Math.min(columns - 1, range.to - start) };
}
