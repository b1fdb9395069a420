/** Moves the focus to the part of the page after, or before, the one that has it. */
export function cyclePanes(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter(isPane);
  const at = panes.findIndex((pane) => pane.contains(document.activeElement));
  const next = at < 0 ? 0 : (at + step + panes.length) % panes.length;
  panes[next]?.focus();
}

export function focusFilter(): void {
  const field = document.querySelector<HTMLElement>('[data-filter]');
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}

/** In sight, and not the frame of panes. */
function isPane(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && element.querySelector('[data-pane]') === null;
}
