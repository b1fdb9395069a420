import type { Address, Socket } from '../lib/wire';

/** The frames of `/api/v1/live`, one WebSocket per tab. Each is one JSON object with one member, its kind. */

/** A call that waits. */
export interface Waiting {
  id: string;
  socket_id: string | null;
  call: string;
  started_at: string;
  timeout: number | null;
  /** Bytes done so far, and of how many, where that is known. */
  progress: number;
  total: number | null;
}

/** A call that ended. */
export interface CallRecord {
  seq: number;
  socket_id: string | null;
  call: string;
  /** As Python writes it: `connect(('127.0.0.1', 7000))`. */
  text: string;
  started_at: string;
  /** Seconds. */
  elapsed: number;
  /** What it returned, shortened; null when it failed or returns nothing. */
  result: string | null;
  errno: number | null;
  symbol: string | null;
  /** The kind of the problem, null when the call went well. */
  kind: string | null;
  detail: string | null;
  /** What made it in a person's place; null for a client. */
  by: string | null;
}

/** The bytes that one call moved. */
export interface Chunk {
  seq: number;
  time: string;
  socket_id: string;
  direction: 'sent' | 'received';
  call: string;
  offset: number;
  size: number;
  /** What a message had before it was cut, where it was. */
  length?: number;
  flags: string;
  /** What made the call in a person's place; absent for a client. */
  by?: string | null;
  address: Address | null;
  /** The first 64 bytes at most, base64. */
  preview: string;
}

export interface Hello {
  host: string;
  platform: string;
  version: string;
  byte_order: 'little' | 'big';
  /** Changes with each start of the server: what was numbered before is gone. */
  epoch: string;
}

export interface Snapshot {
  /** Those that match the filter, open and recently closed. */
  sockets: Socket[];
  waiting: Waiting[];
  /** How many there are without the filter. */
  total: number;
}

export interface Delta {
  sockets?: Socket[];
  /** Those that no longer match, or that were forgotten. */
  gone?: string[];
  waiting?: Waiting[];
  /** Operations that ended. */
  ended?: string[];
  total: number;
}

export interface TrafficFrame {
  chunks: Chunk[];
  /** So many between the last chunk of this page and the first of these can no longer be had. */
  gap: number;
}

export interface Stats {
  open: number;
  waiting: number;
  /** Bytes a second. */
  received_rate: number;
  sent_rate: number;
  /** Bytes of traffic kept, and chunks that the bounds threw away since the start. */
  kept: number;
  dropped: number;
  viewers: number;
}

export interface ServerFrame {
  /** To be acknowledged when it has been drawn; the server sends no more than a few ahead. */
  n: number;
  hello?: Hello;
  snapshot?: Snapshot;
  delta?: Delta;
  calls?: CallRecord[];
  traffic?: TrafficFrame;
  stats?: Stats;
}

export interface Subscription {
  filter: string;
  /** A socket's id, `all`, or null for no traffic. */
  traffic: string | null;
  /** The last chunk that the page has, of this epoch: the next are after it. */
  after: number;
  epoch: string | null;
}

export type ClientFrame =
  { token: string } | { subscribe: Subscription } | { paused: boolean } | { hidden: boolean } | { ack: number };
