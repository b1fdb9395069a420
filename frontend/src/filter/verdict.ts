import { request } from '../browser/api';
import type { Schemas } from '../lib/wire';

export type Verdict = Schemas['FilterVerdict'];
export type Mark = Schemas['FilterMark'];
export type On = 'sockets' | 'traffic';

export const SOUND: Verdict = {
  valid: true,
  description: null,
  message: null,
  position: null,
  length: null,
  marks: [],
};

/** What the filter means, or what is wrong with it. A server that does not say takes it as it is. */
export async function verdictOn(expr: string, on: On, signal: AbortSignal): Promise<Verdict> {
  if (expr.trim() === '') return SOUND;
  const outcome = await request<Verdict>('GET', '/filters/validate', { query: { expr, on }, signal });
  return outcome.ok ? outcome.value : SOUND;
}

export async function fieldsOn(on: On): Promise<readonly Schemas['FilterField'][]> {
  const outcome = await request<Schemas['FilterFields']>('GET', '/filters/fields', { query: { on } });
  return outcome.ok ? outcome.value.items : [];
}
