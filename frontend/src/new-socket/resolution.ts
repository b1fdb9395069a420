import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { request, type Problem } from '../browser/api';
import type { Address, Schemas } from '../lib/wire';
import { draft } from './draft';
import type { Form } from './form';
import { lookup } from './steps';

/** What the resolver says of the name that is typed. */
export type Resolution =
  | { kind: 'none' | 'asking' }
  | { kind: 'found'; answers: readonly Address[]; took: number }
  | { kind: 'failed'; problem: Problem; took: number };

const NONE: Resolution = { kind: 'none' };

/** Milliseconds without a key after which a name is looked up. */
const PAUSE = 350;

export const resolution = signal<Resolution>(NONE);

/** The question of which `resolution` is the answer. */
let asked = '';

/** Looks up what is typed once nobody types any more. */
export function useResolution(): void {
  const question = JSON.stringify(lookup(draft.value));
  useEffect(() => {
    if (question === asked) return;
    resolution.value = NONE;
    asked = '';
    const timer = setTimeout(() => void resolved(draft.peek()), PAUSE);
    return () => {
      clearTimeout(timer);
    };
  }, [question]);
}

/** The answer to what the form asks, as soon as there is one; it is asked for once. */
export async function resolved(form: Form): Promise<Resolution> {
  const query = lookup(form);
  if (query === null) return NONE;
  const question = JSON.stringify(query);
  if (question === asked && resolution.peek().kind === 'found') return resolution.peek();
  asked = question;
  resolution.value = { kind: 'asking' };
  const outcome = await request<Schemas['AddressInfos']>('GET', '/dns/getaddrinfo', { query });
  const { took } = outcome;
  const answer: Resolution = outcome.ok
    ? { kind: 'found', answers: addresses(outcome.value), took }
    : { kind: 'failed', problem: outcome.problem, took };
  if (asked === question) resolution.value = answer;
  return answer;
}

export function answersOf(found: Resolution): readonly Address[] {
  return found.kind === 'found' ? found.answers : [];
}

/** Where the type is left open, each address comes once a type. */
function addresses({ items }: Schemas['AddressInfos']): Address[] {
  const all = items.map(({ family, address }) => ({ ...address, family }));
  return [...new Map(all.map((address) => [JSON.stringify(address), address])).values()];
}
