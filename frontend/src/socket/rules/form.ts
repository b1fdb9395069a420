import type { Problem } from '../../browser/api';
import { fromBase64, toHex } from '../../lib/bytes';
import { parse } from '../../lib/encodings';
import type { Schemas } from '../../lib/wire';
import { word } from '../../lib/words';

export type Rule = Schemas['ResponderRule'];
type Match = Schemas['ResponderMatch'];
export type Responder = Schemas['Responder'];

/** A rule as it is typed. */
export interface RuleForm {
  key: number;
  on: NonNullable<Rule['on']>;
  match: 'all' | 'text' | 'hex' | 're';
  wanted: string;
  where: NonNullable<Match['where']>;
  every: string;
  reply: 'none' | 'text' | 'hex';
  answer: string;
  delay: string;
  chunkSize: string;
  chunkDelay: string;
  then: 'nothing' | NonNullable<Rule['then']>;
}

export interface FramingForm {
  kind: 'chunk' | 'line' | 'size' | 'delimiter' | 'prefix';
  size: string;
  notation: 'text' | 'hex';
  delimiter: string;
  prefix: '1' | '2' | '4' | '8';
  order: 'big' | 'little';
  includesItself: boolean;
}

export interface RulesForm {
  framing: FramingForm;
  rules: readonly RuleForm[];
}

/** What the server is given. */
export interface Written {
  framing: unknown;
  rules: Rule[];
}

const CHUNK: FramingForm = {
  kind: 'chunk',
  size: '64',
  notation: 'text',
  delimiter: String.raw`\r\n`,
  prefix: '2',
  order: 'big',
  includesItself: false,
};

let made = 0;

export function newRule(): RuleForm {
  return {
    key: ++made,
    on: 'data',
    match: 'all',
    wanted: '',
    where: 'equals',
    every: '',
    reply: 'text',
    answer: '',
    delay: '',
    chunkSize: '',
    chunkDelay: '',
    then: 'nothing',
  };
}

export function newRules(): RulesForm {
  return { framing: CHUNK, rules: [newRule()] };
}

/** Rules that were kept have numbers of another page's count. */
export function numbered(form: RulesForm): RulesForm {
  return { ...form, rules: form.rules.map((rule) => ({ ...rule, key: ++made })) };
}

/** What one that runs does, to be changed. */
export function typedOf({ framing, rules }: Pick<Responder, 'framing' | 'rules'>): RulesForm {
  return { framing: typedFraming(framing), rules: ((rules ?? []) as Rule[]).map(typedRule) };
}

function typedRule(rule: Rule): RuleForm {
  const { on = 'data', match, every, reply, delay, chunk_size, chunk_delay, then = 'nothing' } = rule;
  return {
    key: ++made,
    on,
    match: match ? (match.re === undefined ? notationOf(match) : 're') : 'all',
    wanted: match?.re ?? typedBytes(match),
    where: match?.where ?? 'equals',
    every: String(every ?? ''),
    reply: reply ? notationOf(reply) : 'none',
    answer: typedBytes(reply),
    delay: String(delay ?? ''),
    chunkSize: String(chunk_size ?? ''),
    chunkDelay: String(chunk_delay ?? ''),
    then,
  };
}

type Payload = Pick<Match, 'text' | 'hex' | 'data'>;

function notationOf({ text }: Payload): 'text' | 'hex' {
  return text === undefined ? 'hex' : 'text';
}

function typedBytes({ text, hex, data }: Payload = {}): string {
  return text === undefined ? (hex ?? (data === undefined ? '' : toHex(fromBase64(data)))) : escaped(text);
}

/** As JSON has it, which is read back: letters of other languages stay. */
function escaped(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"');
}

type WrittenFraming = Partial<{
  size: number;
  delimiter: Payload;
  prefix: number;
  order: FramingForm['order'];
  includes_itself: boolean;
}>;

/** An example of what is sent where a message comes after its length, null where it does not. */
export function prefixed(framing: unknown, message: readonly number[]): Uint8Array | null {
  const { prefix, order, includes_itself } = Object(framing) as WrittenFraming;
  if (prefix === undefined) return null;
  const digits = new Array<number>(prefix - 1).fill(0);
  const size = message.length + (includes_itself ? prefix : 0);
  return Uint8Array.of(...(order === 'little' ? [size, ...digits] : [...digits, size]), ...message);
}

function typedFraming(framing: unknown): FramingForm {
  if (framing === 'line') return { ...CHUNK, kind: 'line' };
  const { size, delimiter, prefix, order = 'big', includes_itself = false } = Object(framing) as WrittenFraming;
  if (size !== undefined) return { ...CHUNK, kind: 'size', size: String(size) };
  if (delimiter !== undefined)
    return { ...CHUNK, kind: 'delimiter', notation: notationOf(delimiter), delimiter: typedBytes(delimiter) };
  return prefix === undefined
    ? CHUNK
    : {
        ...CHUNK,
        kind: 'prefix',
        prefix: String(prefix) as FramingForm['prefix'],
        order,
        includesItself: includes_itself,
      };
}

/** What is typed, or the first text of it that is none, as the server would tell it. */
export function write(form: RulesForm): Written | Problem {
  return mistakeIn(form) ?? { framing: framingOf(form.framing), rules: form.rules.map(ruleOf) };
}

function mistakeIn(form: RulesForm): Problem | null {
  for (const [field, text] of textsOf(form)) {
    const found = unescaped(text);
    if (typeof found !== 'string') return { kind: 'invalid-argument', field, detail: found.message };
  }
  return null;
}

function textsOf({ framing, rules }: RulesForm): [string, string][] {
  const { kind, notation, delimiter } = framing;
  return [
    ...(kind === 'delimiter' && notation === 'text' ? [['framing.delimiter', delimiter] as [string, string]] : []),
    ...rules.flatMap(({ match, wanted, reply, answer }, index): [string, string][] => [
      ...(match === 'text' ? [[`rules.${index}.match`, wanted] as [string, string]] : []),
      ...(reply === 'text' ? [[`rules.${index}.reply`, answer] as [string, string]] : []),
    ]),
  ];
}

/** Text with escapes as text, or what is wrong with it. */
function unescaped(text: string): string | { message: string } {
  const parsed = parse('escapes', text);
  if (!parsed.ok) return parsed;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(parsed.bytes);
  } catch {
    return { message: word('rules.not-text') };
  }
}

function payload(notation: 'text' | 'hex', typed: string): Payload {
  const text = unescaped(typed);
  return notation === 'text' && typeof text === 'string' ? { text } : { hex: typed };
}

function framingOf({ kind, size, notation, delimiter, prefix, order, includesItself }: FramingForm): unknown {
  switch (kind) {
    case 'size':
      return { size: Number(size) };
    case 'delimiter':
      return { delimiter: payload(notation, delimiter) };
    case 'prefix':
      return { prefix: Number(prefix), order, includes_itself: includesItself };
    default:
      return kind;
  }
}

/** What is not said is left out, so that it reads as a person would have written it. */
function ruleOf(form: RuleForm): Rule {
  const { on, match, reply, answer, every, delay, chunkSize, chunkDelay, then } = form;
  return {
    ...(on !== 'data' && { on }),
    ...(on === 'data' && match !== 'all' && { match: matchOf(form) }),
    ...(every !== '' && { every: Number(every) }),
    ...(reply !== 'none' && { reply: payload(reply, answer) }),
    ...(delay !== '' && { delay: Number(delay) }),
    ...(chunkSize !== '' && { chunk_size: Number(chunkSize) }),
    ...(chunkDelay !== '' && { chunk_delay: Number(chunkDelay) }),
    ...(then !== 'nothing' && { then }),
  };
}

function matchOf({ match, wanted, where }: RuleForm): Match {
  if (match === 're') return { re: wanted };
  return { ...payload(match === 'hex' ? 'hex' : 'text', wanted), ...(where !== 'equals' && { where }) };
}
