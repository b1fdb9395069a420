import type { CallForm, Parameter } from '../call/call-forms';
import type { Socket } from '../lib/wire';
import type { Chunk } from '../live/protocol';
import { isGap, type Entry } from '../live/timeline';

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
    responder: null,
    replies: null,
    unread: 0,
    unaccepted: null,
    backlog: null,
    peer_ended: null,
    ...members,
  };
}

/** They were sent and received in turn. */
export function chunk(seq: number, members: Partial<Chunk> = {}): Chunk {
  return {
    seq,
    time: '2026-11-22T12:00:00.000250Z',
    socket_id: 's-1',
    direction: seq % 2 ? 'sent' : 'received',
    call: 'send',
    offset: 0,
    size: 1,
    flags: '0',
    address: null,
    preview: 'aA==',
    ...members,
  };
}

export function chunks(...seqs: number[]): Chunk[] {
  return seqs.map((seq) => chunk(seq));
}

/** Chunks by their numbers, and what lies between them. */
export function shown(list: readonly Entry[]): (number | string)[] {
  return list.map((entry) => (isGap(entry) ? `gap ${entry.gap}${entry.lost ? ' lost' : ''}` : entry.seq));
}

export function parameter(name: string, type: string, members: Partial<Parameter> = {}): Parameter {
  return {
    name,
    type,
    required: false,
    nullable: false,
    default: null,
    in: 'body',
    help: '',
    choices: null,
    ...members,
  };
}

export function callForm(name: string, ...parameters: Parameter[]): CallForm {
  return {
    name,
    parameters,
    operation_id: name,
    group: '',
    on: 'socket',
    method: 'POST',
    path: `/sockets/{id}/${name}`,
    summary: '',
    returns: null,
    waits: false,
    errors: [],
  };
}
