import { go, withQuery } from '../browser/router';
import type { Preview } from './columns';
import type { Direction } from './view';

/** A socket's page has the filter of the list in its address too. */
export function filterName(socketId: string | null): string {
  return socketId === null ? 'filter' : 'match';
}

/** How the traffic is looked at, as its URL says. */
export interface Wishes {
  direction: Direction | null;
  preview: Preview;
  /** The chunk that is shown below. */
  chosen: number | null;
  /** What the filter lets through alone, rather than marked among the others. */
  only: boolean;
  /** Marked as A, to be compared with. */
  a: number | null;
}

const DIRECTIONS: readonly Direction[] = ['sent', 'received'];

export function wishesOf(query: URLSearchParams): Wishes {
  return {
    direction: DIRECTIONS.find((candidate) => candidate === query.get('direction')) ?? null,
    preview: query.get('preview') === 'hex' ? 'hex' : 'text',
    chosen: numberOf(query.get('chunk')),
    only: query.get('only') === '1',
    a: numberOf(query.get('a')),
  };
}

export function choose(seq: number, { replace, bytes = null }: { replace: boolean; bytes?: string | null }): void {
  go(withQuery({ chunk: String(seq), bytes }), { replace });
}

export function chooseDirection(direction: Direction | null): void {
  go(withQuery({ direction }));
}

export function choosePreview(preview: Preview): void {
  go(withQuery({ preview: preview === 'hex' ? 'hex' : null }));
}

export function chooseOnly(only: boolean): void {
  go(withQuery({ only: only ? '1' : null }), { replace: true });
}

export function chooseA(seq: number | null): void {
  go(withQuery({ a: seq === null ? null : String(seq) }), { replace: true });
}

export function closeChunk(): void {
  go(withQuery({ chunk: null, bytes: null }), { replace: true });
}

function numberOf(text: string | null): number | null {
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}
