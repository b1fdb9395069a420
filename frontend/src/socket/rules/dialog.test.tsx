// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetRun } from '../../live/run';
import { socket } from '../../testing/sample';
import { RulesDialog } from './dialog';

const asked = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();
const close = vi.fn();
const listener = socket('s-1', { state: 'LISTENING' });

beforeEach(() => {
  forgetRun();
  sessionStorage.clear();
  close.mockReset();
  asked.mockReset();
  asked.mockImplementation(() => Promise.resolve(Response.json({})));
  vi.stubGlobal('fetch', asked);
});

afterEach(cleanup);

const refusal = (field: string, detail: string) =>
  Promise.resolve(Response.json({ kind: 'invalid-argument', field, detail }, { status: 400 }));

const bodies = (url: string) =>
  asked.mock.calls
    .filter(([asking, { body }]) => asking.endsWith(url) && typeof body === 'string')
    .map(([, { body }]) => JSON.parse(body as string) as unknown);

function type(label: string, value: string): void {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

function choose(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

async function openDialog(): Promise<void> {
  render(<RulesDialog socket={listener} close={close} />);
  await screen.findByRole('button', { name: 'Save' });
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('rules are added, moved, removed, and saved as one request', async () => {
  await openDialog();
  type('What is replied, rule 1', String.raw`what?\n`);
  press('Add a rule');
  choose('Match, rule 2', 're');
  type('What is matched, rule 2', String.raw`^ADD (\d+)$`);
  type('What is replied, rule 2', String.raw`sum $1\n`);
  press('Move up, rule 2');
  press('Add a rule');
  press('Remove, rule 3');
  choose('A message is', 'line');
  press('Save');
  await vi.waitFor(() => {
    expect(close).toHaveBeenCalledOnce();
  });
  expect(bodies('/responder')).toEqual([
    {
      reply: 'rules',
      framing: 'line',
      rules: [{ match: { re: String.raw`^ADD (\d+)$` }, reply: { text: 'sum $1\n' } }, { reply: { text: 'what?\n' } }],
    },
  ]);
});

test('what runs is changed, and what is no rule of it stays', async () => {
  const runs = {
    reply: 'rules',
    accept: true,
    receive: true,
    limit: 3,
    framing: { size: 2 },
    rules: [{ reply: { hex: '01' } }],
  };
  asked.mockImplementation(() => Promise.resolve(Response.json(runs)));
  render(<RulesDialog socket={{ ...listener, responder: 'rules' }} close={close} />);
  await screen.findByLabelText('What is replied, rule 1');
  type('What is replied, rule 1', '02');
  press('Save');
  await vi.waitFor(() => {
    expect(bodies('/responder')).toEqual([{ ...runs, reply: 'rules', rules: [{ reply: { hex: '02' } }] }]);
  });
});

test('what is wrong is told at its field, and the dialog stays', async () => {
  asked.mockImplementation(() => refusal('rules.0.match.re', '`rules.0.match.re` cannot be: missing )'));
  await openDialog();
  choose('Match, rule 1', 're');
  type('What is matched, rule 1', '(');
  press('Save');
  expect((await screen.findByRole('alert')).textContent).toBe('cannot be: missing )');
  expect(screen.getByLabelText('What is matched, rule 1').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText('What is replied, rule 1').getAttribute('aria-invalid')).toBe('false');
  expect(close).not.toHaveBeenCalled();
});

test('what no field has is told too', async () => {
  asked.mockImplementation(() => refusal('rules', 'is required'));
  await openDialog();
  press('Remove, rule 1');
  press('Save');
  expect((await screen.findByRole('alert')).textContent).toBe('is required');
});

test('a message that is tried shows its rule, its groups and what goes back, and saves nothing', async () => {
  const items = [
    {
      message: btoa('ADD 20'),
      rule: 1,
      groups: [btoa('ADD 20'), btoa('20')],
      reply: btoa('sum 20\n'),
      delay: 2,
      then: 'close',
    },
  ];
  asked.mockImplementation(() => Promise.resolve(Response.json({ open: null, items, unfinished: 3, end: null })));
  await openDialog();
  type('Message', String.raw`ADD 20\nADD`);
  await screen.findByText('rule 2');
  expect([...document.querySelectorAll('dd')].map(({ textContent }) => textContent)).toEqual([
    'ADD 20 6 B',
    'rule 2',
    '20 2 B',
    String.raw`sum 20\n 7 B`,
    'after 2 s close',
  ]);
  screen.getByText('3 B more are no whole message.');
  expect(bodies('/try').at(-1)).toMatchObject({ message: { data: btoa('ADD 20\nADD') } });
  expect(bodies('/responder')).toEqual([]);
});

test('what met no rule is said so', async () => {
  const items = [{ message: 'YQ==', rule: null, groups: [], reply: '', delay: 0, then: null }];
  asked.mockImplementation(() => Promise.resolve(Response.json({ open: null, items, unfinished: 0, end: null })));
  await openDialog();
  type('Message', 'a');
  await screen.findByText('no rule');
});

test('what the rules for the open and the end say is shown around the messages, with nothing typed too', async () => {
  const said = { message: '', groups: [], delay: 0, then: null };
  const open = { ...said, rule: 0, reply: btoa('hello') };
  const end = { ...said, rule: 1, reply: btoa('bye') };
  asked.mockImplementation(() => Promise.resolve(Response.json({ open, items: [], unfinished: 0, end })));
  await openDialog();
  expect(bodies('/try')).toEqual([]);
  choose('For, rule 1', 'open');
  await screen.findByText('rule 2');
  expect([...document.querySelectorAll('dd')].map(({ textContent }) => textContent)).toEqual([
    'the open',
    'rule 1',
    'hello 5 B',
    'the end',
    'rule 2',
    'bye 3 B',
  ]);
});

test('what was typed is there again after the dialog was left, and goes with Leave it', async () => {
  await openDialog();
  type('What is replied, rule 1', 'half');
  cleanup();
  await openDialog();
  screen.getByText(/As it was left/);
  expect(screen.getByLabelText<HTMLInputElement>('What is replied, rule 1').value).toBe('half');
  press('Leave it');
  cleanup();
  await openDialog();
  expect(screen.getByLabelText<HTMLInputElement>('What is replied, rule 1').value).toBe('');
  expect(screen.queryByText(/As it was left/)).toBeNull();
});

test('a rule that is added has the focus', async () => {
  await openDialog();
  press('Add a rule');
  await vi.waitFor(() => {
    expect(document.activeElement).toBe(screen.getByLabelText('For, rule 2'));
  });
});
