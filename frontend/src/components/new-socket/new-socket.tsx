import { go } from '../../lib/router';

export function openNewSocket(): void {
  go('/sockets');
}

export function NewSocketDialog() {
  return null;
}
