import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { request, type Problem } from '../../browser/api';
import type { Socket } from '../../lib/wire';
import { word } from '../../lib/words';
import { answerBy, responderPath } from '../../live/responder';
import { Wrong } from './fields';
import { keepOfRun, readOfRun } from '../../live/run';
import { notedResponder } from '../../live/last-run';
import { newRule, newRules, numbered, typedOf, write, type Responder, type RuleForm, type RulesForm } from './form';
import { Framing } from './framing';
import { RuleRow } from './rule-row';
import { TryOut } from './try-out';
import { DetailText } from '../../ui/detail-text';

/** What stays as it was, beside the rules. */
type Kept = Partial<Pick<Responder, 'accept' | 'receive' | 'limit'>>;

interface RulesProps {
  socket: Socket;
  close: () => void;
}

/** The rules of a socket as a table, and what a message would meet. */
export function RulesDialog({ socket: { id, responder }, close }: RulesProps) {
  const name = `rules.${id}`;
  const isLeft = useSignal(false);
  const form = useSignal<RulesForm | null>(null);
  const kept = useSignal<Kept>({});
  const refused = useSignal<Problem | null>(null);

  useEffect(() => {
    void load();
  }, []);

  /** What was left here, or runs, or ran before. */
  async function load(): Promise<void> {
    const now = responder === 'rules' ? await request<Responder>('GET', responderPath(id)) : null;
    const known = now?.ok === true ? now.value : notedResponder(id);
    const left = readOfRun<RulesForm | null>(name, null);
    isLeft.value = left !== null;
    form.value = left ? numbered(left) : known?.reply === 'rules' ? typedOf(known) : newRules();
    if (known) kept.value = { accept: known.accept, receive: known.receive, limit: known.limit };
  }

  function forget(): void {
    keepOfRun(name, null);
  }

  async function save(typed: RulesForm): Promise<void> {
    const written = write(typed);
    if (!('rules' in written)) return;
    const body = { ...kept.peek(), reply: 'rules', ...written };
    refused.value = await answerBy(id, body);
    if (refused.peek() !== null) return;
    forget();
    close();
  }

  if (form.value === null) return <p class="hint">{word('socket.loading')}</p>;
  return (
    <Form
      form={form.value}
      refused={refused.value}
      anew={
        isLeft.value
          ? () => {
              forget();
              void load();
            }
          : null
      }
      change={(part) => {
        form.value = { ...(form.peek() ?? newRules()), ...part };
        refused.value = null;
        keepOfRun(name, form.peek());
      }}
      judge={(problem) => {
        refused.value = problem;
      }}
      save={(typed) => void save(typed)}
      close={() => {
        forget();
        close();
      }}
    />
  );
}

interface FormProps {
  form: RulesForm;
  refused: Problem | null;
  /** Takes back what is typed; null where nothing was left here before. */
  anew: (() => void) | null;
  change: (part: Partial<RulesForm>) => void;
  judge: (problem: Problem | null) => void;
  save: (form: RulesForm) => void;
  close: () => void;
}

function Form({ form, refused, anew, change, judge, save, close }: FormProps) {
  const written = write(form);
  const problem = 'rules' in written ? refused : written;

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    save(form);
  }

  return (
    <Wrong.Provider value={problem}>
      <form onSubmit={submit}>
        <div class="fields">
          {anew && (
            <p class="hint">
              {word('rules.taken-up')}{' '}
              <button
                type="button"
                class="small"
                onClick={({ currentTarget }) => {
                  currentTarget.closest('dialog')?.focus();
                  anew();
                }}
              >
                {word('rules.anew')}
              </button>
            </p>
          )}
          <Framing
            form={form.framing}
            change={(part) => {
              change({ framing: { ...form.framing, ...part } });
            }}
          />
          <Table
            rules={form.rules}
            change={(rules) => {
              change({ rules });
            }}
          />
          <p class="hint">
            {word('rules.hint')} <code>{'$1 $9 ${time} ${unixtime} ${count} ${peer} ${random:16} $$'}</code>
          </p>
          {problem !== null && !isOfARule(problem) && (
            <p class="problem" role="alert">
              <DetailText text={problem.detail} />
            </p>
          )}
          {'rules' in written && <TryOut written={written} onJudged={judge} />}
        </div>
        <footer class="dialog-foot">
          <button type="button" onClick={close}>
            {word('traffic.again.not')}
          </button>
          <button class="primary">{word('rules.save')}</button>
        </footer>
      </form>
    </Wrong.Provider>
  );
}

/** One that a field tells. */
function isOfARule({ field = '' }: Problem): boolean {
  return /^(rules\.\d+\.(every|match|reply|delay|chunk_\w+)|framing\.(size|delimiter))\b/.test(field);
}

interface TableProps {
  rules: readonly RuleForm[];
  change: (rules: readonly RuleForm[]) => void;
}

function Table({ rules, change }: TableProps) {
  const table = useRef<HTMLTableElement>(null);
  const before = useRef(rules.length);
  useEffect(() => {
    if (rules.length > before.current) table.current?.querySelector<HTMLElement>('tr:last-child select')?.focus();
    before.current = rules.length;
  }, [rules.length]);
  return (
    <>
      <table ref={table} class="answers">
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{word('rules.number')}</span>
            </th>
            <th scope="col">{word('rules.part.on')}</th>
            <th scope="col">{word('rules.part.match')}</th>
            <th scope="col">{word('rules.part.reply')}</th>
            <th scope="col">{word('rules.pace')}</th>
            <th scope="col">{word('rules.part.then')}</th>
            <th scope="col">
              <span class="visually-hidden">{word('rules.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.map((form, index) => (
            <RuleRow
              key={form.key}
              form={form}
              index={index}
              isLast={index === rules.length - 1}
              change={(part) => {
                change(rules.with(index, { ...form, ...part }));
              }}
              move={(step) => {
                change(rules.toSpliced(index, 1).toSpliced(index + step, 0, form));
              }}
              remove={() => {
                change(rules.toSpliced(index, 1));
              }}
            />
          ))}
        </tbody>
      </table>
      <button
        type="button"
        class="small"
        onClick={() => {
          change([...rules, newRule()]);
        }}
      >
        {word('rules.add')}
      </button>
    </>
  );
}
