import { go, withQuery } from '../browser/router';
import type { Direction } from '../traffic/view';
import { showOf, type Show } from './shown';

/** How the conversation is looked at, as its URL says. */
export interface Wishes {
  show: Show;
  direction: Direction | null;
  wrap: boolean;
  find: string;
}

const DIRECTIONS: readonly Direction[] = ['sent', 'received'];

export function wishesOf(query: URLSearchParams): Wishes {
  return {
    show: showOf(query.get('show')),
    direction: DIRECTIONS.find((direction) => direction === query.get('direction')) ?? null,
    wrap: query.get('wrap') !== '0',
    find: query.get('find') ?? '',
  };
}

export function chooseShow(show: string): void {
  go(withQuery({ show: show === 'utf-8' ? null : show }));
}

export function toggleWrap({ wrap }: Wishes): void {
  go(withQuery({ wrap: wrap ? '0' : null }));
}

export function typeFind(find: string): void {
  go(withQuery({ find }), { replace: true });
}
