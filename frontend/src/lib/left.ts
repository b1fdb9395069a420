import { bytes } from './format';
import type { Socket } from './wire';
import { counted, word } from './words';

/** What waits in the kernel for someone to take it; empty where nothing does. */
export function leftText({ unread, unaccepted }: Pick<Socket, 'unread' | 'unaccepted'>): string {
  if (unaccepted) return counted('socket.unaccepted', unaccepted);
  return unread ? word('socket.unread', { size: bytes(unread) }) : '';
}
