import { curlStep } from '../call/curl';
import { callOf, programOf } from '../call/make';
import type { Problem } from '../browser/api';
import { UNKNOWN, type Part, type Step } from './steps';

/** A line of a program, and what of the form it comes from. */
export interface Line {
  text: string;
  part?: Part;
  failed?: boolean;
}

/** The name that is to be looked up. */
interface Question {
  host: string;
  port: string;
  type: string;
}

type Attempts = readonly (readonly Step[])[];

/** A program that does the same. */
export function asPython(attempts: Attempts, question: Question | null = null): Line[] {
  const [first = []] = attempts;
  const isInTurn = question !== null && (attempts.length > 1 || isUnknown(first));
  const lines = isInTurn ? inTurn(question, first) : first.map(line);
  return [{ text: 'import socket' }, { text: '' }, ...lines];
}

function isUnknown(steps: readonly Step[]): boolean {
  return steps.some(({ args }) => args.address === UNKNOWN.address);
}

function line(step: Step): Line {
  const text = programOf(step.name, step.args);
  const [made] = MAKERS[step.name] ?? [];
  return { text: made === undefined ? `s.${text}` : `${made} = socket.${text}`, part: step.part };
}

const MAKERS: Record<string, [string]> = { socket: ['s'], socketpair: ['a, b'] };

/** As `create_connection` does it. */
function inTurn({ host, port, type }: Question, steps: readonly Step[]): Line[] {
  const at = /^\d+$/.test(port) ? port : quoted(port);
  const last = steps.at(-1)?.name === 'listen' ? 'bind' : (steps.at(-1)?.name ?? 'connect');
  const before = steps
    .slice(
      1,
      steps.findIndex(({ name }) => name === last),
    )
    .map(line);
  const after = steps.slice(steps.findIndex(({ name }) => name === last) + 1).map(line);
  return [
    { text: 'answers = socket.getaddrinfo(' },
    { text: `    ${quoted(host)}, ${at}, type=socket.${type})`, part: 'address' },
    { text: '' },
    { text: 'for family, kind, proto, _, address in answers:' },
    { text: '    s = socket.socket(family, kind, proto)', part: 'role' },
    ...before.map(({ text, ...rest }) => ({ ...rest, text: `    ${text}` })),
    { text: '    try:' },
    { text: `        s.${last}(address)`, part: 'address' },
    ...after.map(({ text, ...rest }) => ({ ...rest, text: `        ${text}` })),
    { text: '        break' },
    { text: '    except OSError:' },
    { text: '        s.close()' },
    { text: 'else:' },
    { text: "    raise SystemExit('no address answered')" },
  ];
}

function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
}

/** Commands for a shell, with the id of what the first one made in `$ID`. */
export function asCurl(attempts: Attempts, origin: string): Line[] {
  const all = attempts.map((steps) => steps.flatMap((step) => curl(step, origin)));
  if (all.length < 2) return all.flat();
  return all.flatMap((lines, index) => [
    { text: '{' },
    ...lines.map(({ text, ...rest }) => ({ ...rest, text: `  ${text}` })),
    { text: index < all.length - 1 ? '} ||' : '}' },
  ]);
}

function curl({ name, args, part }: Step, origin: string): Line[] {
  const call = callOf(name, '$ID', args);
  const command = curlStep(origin, { path: call.path.replace('%24ID', '$ID'), body: call.body });
  const member = { socket: '.id', socketpair: '.sockets[0].id' }[name];
  const text = member === undefined ? command : `ID=$(${command} | jq -r ${member})`;
  return text.split('\n').map((each) => ({ text: each, part }));
}

/** With the line that failed marked, and the exception beneath it. */
export function failedIn(lines: readonly Line[], step: { part: Part; name: string }, problem: Problem): Line[] {
  const at = lines.findLastIndex(({ text, part }) => part === step.part && text.includes(step.name));
  return lines.flatMap((each, index) =>
    index === at
      ? [
          { ...each, failed: true },
          { text: `# ${exception(problem)}`, failed: true },
        ]
      : [each],
  );
}

/** The classes of Python for what often goes wrong. */
const EXCEPTIONS: Record<string, string> = {
  ECONNREFUSED: 'ConnectionRefusedError',
  ECONNRESET: 'ConnectionResetError',
  ECONNABORTED: 'ConnectionAbortedError',
  EACCES: 'PermissionError',
  EPERM: 'PermissionError',
  ENOENT: 'FileNotFoundError',
  ETIMEDOUT: 'TimeoutError',
};

function exception({ kind, symbol = '', errno, strerror, detail }: Problem): string {
  if (kind === 'timeout') return 'TimeoutError: timed out';
  const name = EXCEPTIONS[symbol] ?? (symbol.startsWith('EAI_') ? 'socket.gaierror' : 'OSError');
  return `${name}: ${errno === undefined ? '' : `[Errno ${errno}] `}${strerror ?? detail}`;
}

export function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n');
}
