export function pathOf(id: string): string {
  return `/sockets/${encodeURIComponent(id)}/responder`;
}
