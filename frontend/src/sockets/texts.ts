import { effect } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Socket } from '../lib/wire';
import { media } from '../browser/media';
import type { Row } from '../live/sockets';
import type { Column } from './columns';

/** Keeps a row's texts, each written when it changed. Past the virtual DOM: scrolling writes hundreds a frame. */
export function useTexts(line: RefObject<HTMLElement | null>, row: Row, columns: readonly Column[]): void {
  useLayoutEffect(() => {
    let isNew = true;
    const stop = effect(() => {
      // The first is the check box.
      columns.forEach((column, index) => {
        const cell = line.current?.children[index + 1];
        if (
          !column.Cell &&
          cell instanceof HTMLElement &&
          write(cell, column, row.socket.value) &&
          !isNew &&
          column.quiet !== true
        )
          fade(cell);
      });
    });
    isNew = false;
    return stop;
  }, [row, columns]);
}

/** Whether the text is another one. */
function write(cell: HTMLElement, { text, title, otherwise = '' }: Column, socket: Socket): boolean {
  const found = text(socket);
  const shown = found ?? otherwise;
  if (cell.textContent === shown) return false;
  setText(cell, shown);
  cell.title = title?.(socket) ?? shown;
  cell.classList.toggle('none', found === null);
  return true;
}

/** A node that stays costs the browser less than another in its place. */
export function setText(cell: HTMLElement, text: string): void {
  if (cell.firstChild instanceof Text) cell.firstChild.data = text;
  else cell.textContent = text;
}

const isCalm = media('(prefers-reduced-motion: reduce)');
const FADE = [{ backgroundColor: 'var(--changed)' }, { backgroundColor: 'transparent' }];

const FADING = 600;

/** When a cell changed last, in milliseconds. */
const changed = new WeakMap<HTMLElement, number>();

/** A cell that changes all the time would be painted in every frame, and draw the eye for nothing. */
function fade(cell: HTMLElement): void {
  const now = performance.now();
  const isBusy = now - (changed.get(cell) ?? -Infinity) < 2 * FADING;
  changed.set(cell, now);
  if (!isCalm.peek() && !isBusy) cell.animate(FADE, FADING);
}
