import { signal } from '@preact/signals';

/** The recording whose traffic is looked at in the place of what passes. */
export const recording = signal<string | null>(null);

/** Where the traffic of a socket is, of all of them for null, and what chooses it there. */
export function sourceOf(socketId: string | null): { path: string; query: { socket?: string } } {
  if (recording.peek() !== null)
    return { path: `${base()}/traffic`, query: socketId === null ? {} : { socket: socketId } };
  return { path: socketId === null ? '/traffic' : `/sockets/${encodeURIComponent(socketId)}/traffic`, query: {} };
}

export function pathOfData(seq: number): string {
  return `${base()}/traffic/${seq}/data`;
}

/** The page of a socket's traffic, with a chunk of it. */
export function hrefOfTraffic(socketId: string, seq: number | null = null): string {
  const chunk = seq === null ? '' : `chunk=${seq}`;
  if (recording.value === null)
    return `/sockets/${encodeURIComponent(socketId)}/traffic${chunk === '' ? '' : `?${chunk}`}`;
  return `${base()}?socket=${encodeURIComponent(socketId)}${chunk === '' ? '' : `&${chunk}`}`;
}

function base(): string {
  return recording.value === null ? '' : `/recordings/${encodeURIComponent(recording.value)}`;
}
