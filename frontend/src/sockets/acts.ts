import { firstWaitingOn } from './waiting';
import { toggleAccepted } from './accepted';
import { accept, cancel, close, receive } from './actions';
import { clearClosed, isFolded } from './closed';
import { openRowMenu } from './row-menu';
import { toggle } from './selection';

/** What a button in a row does; without one, what the head of the closed does. */
export function actOn(id: string, button: HTMLElement | null): void {
  switch (button?.dataset.act) {
    case 'select':
      toggle(id);
      break;
    case 'fold':
      toggleAccepted(id);
      break;
    case 'menu':
      openBelow(id, button);
      break;
    case 'close':
      void close([id]);
      break;
    case 'main':
      main(id, button.dataset.does);
      break;
    case 'clear-closed':
      clearClosed();
      break;
    default:
      isFolded.value = !isFolded.peek();
  }
}

function main(id: string, does: string | undefined): void {
  const waiting = firstWaitingOn(id);
  if (does === 'cancel' && waiting) void cancel(waiting);
  else if (does === 'accept') void accept(id);
  else void receive(id);
}

function openBelow(id: string, button: Element): void {
  const { left, bottom } = button.getBoundingClientRect();
  openRowMenu(id, left, bottom);
}
