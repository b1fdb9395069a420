/** The turn after, or before, the one where the person is: that they went to, else what they see, else the end. */
export function turnBeside(
  scroller: HTMLElement,
  key: number | null,
  atEnd: boolean,
  step: 1 | -1,
): HTMLElement | undefined {
  const turns = [...scroller.querySelectorAll<HTMLElement>('.turn')];
  const gone = turns.findIndex((turn) => turn.dataset.turn === String(key) && isInSight(scroller, turn));
  const seen = turns.findIndex((turn) => isInSight(scroller, turn));
  const from = gone >= 0 ? gone : atEnd ? turns.length : seen;
  return turns[Math.max(0, Math.min(from + step, turns.length - 1))];
}

/** Again in the next frame: what comes into sight is laid out only then. */
export function scrollTo(scroller: HTMLElement, element: Element, room: number): void {
  const move = () => {
    scroller.scrollTop += topOf(element) - topOf(scroller) - room;
  };
  move();
  requestAnimationFrame(move);
}

/** What the person sees first, and how far below the top: to be there again when what is above it has changed. */
export function seenFirst(scroller: HTMLElement): { key: string; room: number } | null {
  const turn = [...scroller.querySelectorAll<HTMLElement>('.turn')].find((candidate) => isInSight(scroller, candidate));
  return turn ? { key: turn.dataset.turn ?? '', room: topOf(turn) - topOf(scroller) } : null;
}

function isInSight(scroller: HTMLElement, turn: HTMLElement): boolean {
  const { top, bottom } = scroller.getBoundingClientRect();
  const rect = turn.getBoundingClientRect();
  return rect.bottom > top + 1 && rect.top < bottom - 1;
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}
