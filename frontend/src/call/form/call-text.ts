import type { CallForm } from '../call-forms';
import { NOT_PYTHON } from '../make';
import { written, type Argument } from '../python';
import { valueOf, type Draft } from './values';

/** The call as Python writes it: up to the last argument that is given. */
export function callText({ name, parameters }: CallForm, draft: Draft, family: string): string {
  const own = parameters.filter((parameter) => !NOT_PYTHON.has(parameter.name));
  const values = own.map((parameter) => valueOf(parameter, draft, family));
  const given = own.slice(0, values.findLastIndex((value) => value !== undefined) + 1);
  return written(
    name,
    given.map(({ type, default: usual }, index): Argument => {
      const value = values[index];
      return value === undefined ? ['constant', usual ?? 'None'] : [type, value];
    }),
  );
}
