import { callOf } from '../call/make';
import { clockTime } from '../lib/clock';
import { duration } from '../lib/duration';
import { printable } from '../lib/text';
import { word } from '../lib/words';
import { draft } from './draft';
import { Glyph } from './glyph';
import { making, type MadeCall } from './making';
import { resolution } from './resolution';
import { lookupArgs, type Step } from './steps';

type Attempts = readonly (readonly Step[])[];

/** The calls that are planned, dashed; with their times once they are made. */
export function Calls({ attempts }: { attempts: Attempts }) {
  const { calls, began, ended } = making.value;
  const isMade = calls.length > 0;
  return (
    <>
      <div class="sub">
        <h3>{word(isMade ? 'new.calls.made' : 'new.calls')}</h3>
        <span class="end">{isMade ? times(began, ended) : attempts.length > 1 ? word('new.calls.next') : ''}</span>
      </div>
      <ol class="calls">
        {isMade
          ? calls.map((call, index) => <Made key={index} {...call} />)
          : planned(attempts).map((text, index) => <Planned key={index} text={text} />)}
      </ol>
    </>
  );
}

function times(began: Date | null, ended: Date | null): string {
  if (began === null || ended === null) return '';
  return word('new.calls.times', { from: clockTime(began.toISOString()), to: clockTime(ended.toISOString()) });
}

function planned(attempts: Attempts): string[] {
  const question = lookupArgs(draft.value);
  return [
    ...(question === null ? [] : [callOf('getaddrinfo', null, question).text]),
    ...(attempts[0] ?? []).map(({ name, args }) => callOf(name, null, args).text),
  ];
}

function Planned({ text }: { text: string }) {
  const found = resolution.value;
  const isDone = text.startsWith('getaddrinfo') && found.kind === 'found';
  return (
    <li>
      <Glyph is={isDone ? 'ok' : 'off'} />
      <code>{printable(text)}</code>
      <span class="took">{isDone ? duration(found.took) : ''}</span>
    </li>
  );
}

const GLYPHS = { running: 'warn', done: 'ok', failed: 'bad' } as const;

function Made({ call, state, took, problem, made }: MadeCall) {
  const result = problem ? (problem.symbol ?? problem.kind) : made;
  return (
    <li class={state}>
      <Glyph is={GLYPHS[state]} />
      <code>
        {printable(call.text)}
        {result !== undefined && ` → ${printable(result)}`}
      </code>
      <span class="took">{state === 'running' ? word('new.calls.waiting') : duration(took)}</span>
    </li>
  );
}
