// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { epoch, forgetRun, keepOfRun, meetRun, onRunEnd, perRun, readOfRun, sameRun } from './run';

beforeEach(() => {
  sessionStorage.clear();
  epoch.value = null;
});

test('another run begins with nothing of the former', () => {
  const chosen = perRun<readonly string[]>([]);
  meetRun('e1');
  chosen.value = ['s-1'];
  meetRun('e1');
  expect(chosen.value).toEqual(['s-1']);
  meetRun('e2');
  expect(chosen.value).toEqual([]);
});

test('what is no signal is told', () => {
  let ends = 0;
  onRunEnd(() => {
    ends++;
  });
  meetRun('e1');
  expect(ends).toBe(0);
  meetRun('e2');
  expect(ends).toBe(1);
});

test('the tab keeps what is of this run, and throws away what was of another', () => {
  meetRun('e1');
  keepOfRun('draft.s-1', 'hello');
  sessionStorage.setItem('socket-console.token', 'abc');
  forgetRun();
  expect(readOfRun('draft.s-1', '')).toBe('hello');
  meetRun('e2');
  expect(readOfRun('draft.s-1', '')).toBe('');
  expect(Object.keys(sessionStorage).sort()).toEqual(['socket-console.epoch', 'socket-console.token']);
});

test('who began in one run learns that it is over', () => {
  meetRun('e1');
  const isSame = sameRun();
  expect(isSame()).toBe(true);
  meetRun('e2');
  expect(isSame()).toBe(false);
});

const SOURCES = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });

/** What a module keeps that can name things: a signal of names or a collection of them, at the left edge of its text. */
const KEEPS =
  /^(?:export )?(?:const (\w+).*= (?:signal<.*(?:\bstring\b|\[\]|(?:Map|Set|Record)<).*>\(|new (?:Map|Set)\b.*\(\);)|let (\w+): .*(?:\bstring\b|\[\]|(?:Map|Set|Record)<))/gm;

/** These name nothing that the server numbers: by file and name. */
const BEYOND_RUNS = [
  'epoch in run', // is the run
  'groups in keys', // keys of the keyboard
  'pages in commands', // places of the console
  'answers in tables', // forgotten by hand, as the three after it
  'kept in payloads',
  'runs in runs',
  'marks in traffic-filter', // what is looked for, which is typed
  'recording in source', // files, which survive the server
  'scope in traffic',
  'viewer in traffic', // whoever shows a socket says so anew
  'held in feed', // the frames themselves
  'lastRun in last-run', // is of the run that ended
  'before in shown', // what the rows were, which are the run's
  'known in shown',
  'focused in draft', // a field of the form
  'stores in calls-log', // forgets by itself
  'host in title',
  'token in session',
  'recent in recent', // its sockets are named with their run
  'lookups in lookups',
  'kept in chosen', // names of columns
  'commands in commands',
  'parts in commands', // of what is shown, which goes
  'said in notices',
];

function keptIn([path, source]: [string, string]): string[] {
  const file = /(\w[\w-]*)\.tsx?$/.exec(path)?.[1] ?? '';
  return [...source.matchAll(KEEPS)].map(([, signal, variable]) => `${signal ?? variable ?? ''} in ${file}`);
}

test('what a module keeps by the name of something of a run is the run’s', () => {
  const sources = Object.entries(SOURCES).filter(([path]) => !/\.test\.tsx?$|testing\//.test(path));
  const found = sources.flatMap(keptIn);
  expect(found.length).toBeGreaterThan(5);
  expect(found.filter((name) => !BEYOND_RUNS.includes(name))).toEqual([]);
});
