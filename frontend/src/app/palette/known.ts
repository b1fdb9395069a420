import { table } from '../../browser/tables';
import type { Schemas } from '../../lib/wire';
import { go } from '../../browser/router';
import type { Entry } from './entry';

/** The constants and errors of the server's host; they load when they are first asked for. */
export function known(): readonly Entry[] {
  const constants = table<Schemas['ConstantPage']>('/constants');
  const errors = table<Schemas['ErrnoPage']>('/errno');
  return [
    ...(errors?.ok ? errors.value.items.map(error) : []),
    ...(constants?.ok ? constants.value.items.map(constant) : []),
  ];
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
