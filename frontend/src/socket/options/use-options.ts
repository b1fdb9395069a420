import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { request, type Outcome, type Problem } from '../../browser/api';
import type { Subject } from '../../lib/subject';
import { useCallLog } from '../../live/calls-log';
import type { CallRecord } from '../../live/protocol';
import { keepOfRun, perRun, readOfRun } from '../../live/run';
import { noteOf, type Option } from './option';

export interface Failed {
  problem: Problem;
  call: Subject;
}

export interface Options {
  answer: Signal<Outcome<{ items: Option[] }> | null>;
  /** When they were read. */
  at: Signal<number>;
  calls: readonly CallRecord[];
  failures: Signal<ReadonlyMap<string, Failed>>;
  read: () => Promise<void>;
  set: (option: Option | string, value: unknown) => Promise<boolean>;
}

/** So many calls say what was changed. */
const LOOKED_AT = 1_000;

/** What each option was before it was set here, by the socket and the name. */
export const before = keptPerRun<Option>('options.before');

/** What the kernel made of what was set here, likewise. */
export const notes = keptPerRun<string>('options.notes');

/** Over a reload too. */
function keptPerRun<T>(name: string): Signal<ReadonlyMap<string, T>> {
  const own = perRun<ReadonlyMap<string, T>>(new Map());
  own.value = new Map(readOfRun<[string, T][]>(name, []));
  own.subscribe((now) => {
    if (now.size > 0) keepOfRun(name, [...now]);
  });
  return own;
}

export function keyOf(id: string, name: string): string {
  return `${id} ${name}`;
}

/** The options of a socket as the kernel has them, and the one way to set one. */
export function useOptions(id: string): Options {
  const answer = useSignal<Outcome<{ items: Option[] }> | null>(null);
  const at = useSignal(0);
  const failures = useSignal<ReadonlyMap<string, Failed>>(new Map());
  const { calls } = useCallLog(id, LOOKED_AT);
  const path = `/sockets/${encodeURIComponent(id)}/options`;

  async function read(): Promise<void> {
    answer.value = await request('GET', path);
    at.value = Date.now();
  }

  async function set(option: Option | string, value: unknown): Promise<boolean> {
    const name = typeof option === 'string' ? option : option.name;
    const outcome = await request<Option>('PUT', `${path}/${name}`, { body: { value } });
    failures.value = withOne(failures.peek(), name, outcome.ok ? null : failed(name, value, outcome.problem));
    if (!outcome.ok) return false;
    if (typeof option !== 'string') remember(id, option);
    notes.value = withOne(notes.peek(), keyOf(id, name), noteOf(name, value, outcome.value));
    replace(answer, outcome.value);
    return true;
  }

  useEffect(() => void read(), [id]);
  return { answer, at, calls, failures, read, set };
}

function failed(name: string, value: unknown, problem: Problem): Failed {
  return { problem, call: { name: 'setsockopt', text: `set_option('${name}', ${JSON.stringify(value)})` } };
}

/** Only the first: what was set twice began as what it was. */
function remember(id: string, option: Option): void {
  const key = keyOf(id, option.name);
  if (!before.peek().has(key)) before.value = withOne(before.peek(), key, option);
}

function withOne<T>(map: ReadonlyMap<string, T>, key: string, value: T | null): ReadonlyMap<string, T> {
  const next = new Map(map);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next;
}

function replace(answer: Options['answer'], option: Option): void {
  const now = answer.peek();
  if (now?.ok)
    answer.value = {
      ...now,
      value: { items: now.value.items.map((known) => (known.name === option.name ? option : known)) },
    };
}

/** By this table, or by setsockopt: both are in the list of calls. */
export function isChanged(id: string, { level, name }: Option, calls: readonly CallRecord[]): boolean {
  if (before.value.has(keyOf(id, name))) return true;
  const ways = [`set_option('${name}',`, `setsockopt(${level}, ${name},`];
  return calls.some(({ kind, text }) => kind === null && ways.some((way) => text.startsWith(way)));
}
