import { useEffect } from 'preact/hooks';
import { request, type Problem } from '../browser/api';
import type { Schemas, Wire } from '../lib/wire';
import { perRun } from './run';

export type Recording = Wire<Schemas['Recording']>;

interface Recordings {
  items: readonly Recording[];
  /** Null where nothing can be recorded. */
  storage: Wire<Schemas['RecordingStorage']> | null;
}

const PAUSE = 2_000;

/** What the server has of them; null before it said. */
export const recordings = perRun<Recordings | null>(null);

/** Keeps it up to date for as long as something shows it; where nothing can be recorded, that is asked once. */
export function useRecordings(): void {
  useEffect(() => {
    void refresh();
    const timer = setInterval(() => {
      if (recordings.peek()?.storage !== null) void refresh();
    }, PAUSE);
    return () => {
      clearInterval(timer);
    };
  }, []);
}

/** That records a socket alone, or with null all of them. */
export function recorderOf(socketId: string | null): Recording | undefined {
  return recordings.value?.items.find(
    ({ state, sockets, filter }) =>
      state === 'running' && filter === null && sockets.join() === (socketId === null ? '' : socketId),
  );
}

/** Begins to record it, or stops; the problem where it cannot. */
export async function toggleRecording(socketId: string | null): Promise<Problem | null> {
  const running = recorderOf(socketId);
  if (running) return change('POST', `${pathOf(running.id)}/stop`);
  return change('POST', '/recordings', socketId === null ? {} : { sockets: [socketId] });
}

export function stopRecording(id: string): Promise<Problem | null> {
  return change('POST', `${pathOf(id)}/stop`);
}

export function deleteRecording(id: string): Promise<Problem | null> {
  return change('DELETE', pathOf(id));
}

/** To the server the file is the body of a request. */
export async function importRecording(file: File): Promise<Problem | null> {
  const problem = await change('POST', `/recordings/import?name=${encodeURIComponent(file.name)}`, file);
  return problem && { ...problem, detail: problem.detail.replace('`body`', () => `\`${file.name}\``) };
}

export function pathOf(id: string): string {
  return `/recordings/${encodeURIComponent(id)}`;
}

async function change(method: string, path: string, body?: unknown): Promise<Problem | null> {
  const outcome = await request(method, path, { body });
  await refresh();
  return outcome.ok ? null : outcome.problem;
}

async function refresh(): Promise<void> {
  const outcome = await request<Recordings>('GET', '/recordings');
  if (outcome.ok) recordings.value = outcome.value;
}
