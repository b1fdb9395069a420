import { request } from '../../browser/api';
import type { Schemas } from '../../lib/wire';
import { go } from '../../browser/router';
import { onRunEnd, perRun } from '../../live/run';
import type { Entry } from './entry';

/** The constants and errors of the server's host; they load when they are first asked for. */
export const known = perRun<readonly Entry[]>([]);

let asked = false;

onRunEnd(() => {
  asked = false;
});

export async function loadKnown(): Promise<void> {
  if (asked) return;
  asked = true;
  const [constants, errors] = await Promise.all([
    request<Schemas['ConstantPage']>('GET', '/constants'),
    request<Schemas['ErrnoPage']>('GET', '/errno'),
  ]);
  asked = constants.ok && errors.ok;
  if (constants.ok && errors.ok)
    known.value = [...errors.value.items.map(error), ...constants.value.items.map(constant)];
}

function constant({ name, value, summary }: Schemas['Constant']): Entry {
  return place(`/reference/constants/${name}`, 'constant', name, `${value} · ${summary}`);
}

function error({ symbol, errno, strerror }: Schemas['Errno']): Entry {
  return place(`/reference/errno/${symbol}`, 'error', symbol, `${errno} · ${strerror}`);
}

export function place(href: string, kind: Entry['kind'], name: string, hint = ''): Entry {
  return {
    id: href,
    kind,
    name,
    hint,
    run: () => {
      go(href);
    },
  };
}
