import type { Socket } from '../lib/wire';

export function socket(id: string, members: Partial<Socket> = {}): Socket {
  return {
    id,
    fd: 42,
    family: 'AF_INET',
    type: 'SOCK_STREAM',
    proto: 'IPPROTO_TCP',
    state: 'UNCONNECTED',
    timeout: null,
    label: null,
    local_address: null,
    peer_address: null,
    connected_to_itself: false,
    bytes_sent: 0,
    bytes_received: 0,
    created_at: '2026-11-22T12:00:00Z',
    origin: 'socket',
    parent: null,
    closed_at: null,
    last_error: null,
    last_activity: '2026-11-22T12:00:00Z',
    ...members,
  };
}
