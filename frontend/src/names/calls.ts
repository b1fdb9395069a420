import { callForms, type CallForm, type Parameter } from '../call/call-forms';

/** A look-up, with what the server says of it. */
export type NameCall = CallForm;

/** Each look-up that the server has; null until it has said so. */
export function nameCalls(): readonly NameCall[] | null {
  const found = callForms();
  if (found === null) return null;
  return found.ok ? found.value.items.filter(({ group }) => group === 'Names').map(withoutWait) : [];
}

/** How long a request may wait is no part of a look-up. */
function withoutWait(call: NameCall): NameCall {
  return { ...call, parameters: call.parameters.filter(({ name }) => name !== 'wait') };
}

/** Whether the address has what the call needs; one without a required parameter needs a question first. */
export function isAsked({ parameters }: Pick<NameCall, 'parameters'>, query: URLSearchParams): boolean {
  const required = parameters.filter(isNeeded);
  if (required.length > 0) return required.every(({ name }) => query.has(name));
  return parameters.length < 2 || parameters.some(({ name }) => query.has(name));
}

/** Flags have no value that is not one. */
export function isNeeded({ required, type }: Parameter): boolean {
  return required && type !== 'flags';
}

/** What the API is asked, from the address. */
export function queryOf({ parameters }: NameCall, place: URLSearchParams): Record<string, string> {
  const query: Record<string, string> = {};
  for (const { name, type, required } of parameters) {
    const value = place.get(name) ?? (type === 'flags' && required ? '0' : null);
    if (value !== null) query[name] = value;
  }
  return query;
}

/** Where the look-up that an address names is: the call, and what it is given. */
export function lookupAt(href: string): { call: NameCall; query: URLSearchParams } | null {
  const { pathname, searchParams } = new URL(href, 'http://page');
  const call = nameCalls()?.find(({ name }) => pathname === `/names/${name}`);
  return call === undefined ? null : { call, query: searchParams };
}
