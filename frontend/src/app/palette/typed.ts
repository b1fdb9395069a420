import { load } from '../../browser/load';
import { go } from '../../browser/router';
import { parseAddress } from '../../lib/spelling';
import { word } from '../../lib/words';
import { nameCalls } from '../../names/calls';
import type { Entry } from './entry';
import type { Opening } from './opened';

/** The call that the text is, such as `connect 10.0.0.5:80` or `getaddrinfo example.org`. */
export function typedCall(text: string): Entry | null {
  return typedOpening(text.trim()) ?? typedLookup(text.trim());
}

function typedOpening(text: string): Entry | null {
  const [, verb = '', typed = ''] = /^(connect|listen)\s+(.+)$/i.exec(text) ?? [];
  const spelling = parseAddress(typed);
  if (spelling.kind === 'empty' || spelling.kind === 'wrong') return null;
  const opening = verb.toLowerCase() as Opening;
  return entry(`${opening} ${typed}`, word(`palette.${opening}`), async () => {
    await (await load(() => import('./opened')))?.openBy(opening, spelling, typed);
  });
}

function typedLookup(text: string): Entry | null {
  const [call = '', ...given] = text.split(/[\s,]+/);
  const names = argumentsOf(call);
  if (given.length === 0 || given.length > names.length) return null;
  const query = new URLSearchParams(given.map((value, index) => [names[index] ?? '', value]));
  return entry(text, word('palette.look-up'), () => {
    go(`/names/${call}?${query.toString()}`);
  });
}

/** What is written as it is; constants have names enough in the form. */
function argumentsOf(call: string): string[] {
  const parameters = nameCalls()?.find(({ name }) => name === call)?.parameters ?? [];
  return parameters.filter(({ type }) => type === 'string' || type === 'integer').map(({ name }) => name);
}

function entry(name: string, hint: string, work: Entry['run']): Entry {
  return { id: `run ${name}`, kind: 'run', name, hint, run: work };
}
