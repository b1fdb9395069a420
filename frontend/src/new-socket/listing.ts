import { curlStep } from '../call/curl';
import type { Step } from './steps';

export function asPython(steps: readonly Step[]): string {
  return ['import socket', '', ...steps.map(({ python }) => python)].join('\n');
}

/** Commands for a shell, with the id of what the first one made in `$ID`. */
export function asCurl(steps: readonly Step[], origin: string): string {
  return steps.map((step, index) => (index === 0 ? made(step, origin) : tried(step, origin))).join('\n');
}

function made(step: Step, origin: string): string {
  const member = step.name === 'socketpair' ? '.sockets[0].id' : '.id';
  return `ID=$(${tried(step, origin)} | jq -r ${member})`;
}

function tried({ path, bodies }: Step, origin: string): string {
  return bodies.map((body) => curlStep(origin, { path: path.replace('{id}', '$ID'), body })).join(' ||\n');
}
