import type { Socket } from '../lib/wire';
import { asCurl, asPython, textOf } from './code';
import { change } from './draft';
import { formLike } from './form';
import { steps } from './steps';

/** The dialog is about another one such as this. */
export function draftLike(socket: Socket): void {
  change(formLike(socket));
}

/** What makes another one from a shell. */
export function curlLike(socket: Socket): string {
  return textOf(asCurl([steps(formLike(socket))], location.origin));
}

export function pythonLike(socket: Socket): string {
  return textOf(asPython([steps(formLike(socket))]));
}
