import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect } from 'preact/hooks';
import { request, type Problem } from '../../browser/api';
import type { Socket } from '../../lib/wire';
import { word } from '../../lib/words';
import { answerBy, responderPath } from '../../live/responder';
import { Wrong } from './fields';
import { newRule, newRules, typedOf, write, type Responder, type RuleForm, type RulesForm } from './form';
import { Framing } from './framing';
import { RuleRow } from './rule-row';
import { TryOut } from './try-out';

/** What stays as it was, beside the rules. */
type Kept = Partial<Pick<Responder, 'accept' | 'receive' | 'limit'>>;

interface RulesProps {
  socket: Socket;
  close: () => void;
}

/** The rules of a socket as a table, and what a message would meet. */
export function RulesDialog({ socket: { id, responder }, close }: RulesProps) {
  const form = useSignal<RulesForm | null>(responder === 'rules' ? null : newRules());
  const kept = useSignal<Kept>({});
  const refused = useSignal<Problem | null>(null);

  useEffect(() => {
    if (form.peek() === null) void load();
  }, []);

  async function load(): Promise<void> {
    const now = await request<Responder>('GET', responderPath(id));
    form.value = now.ok ? typedOf(now.value) : newRules();
    if (now.ok) kept.value = { accept: now.value.accept, receive: now.value.receive, limit: now.value.limit };
  }

  async function save(typed: RulesForm): Promise<void> {
    const written = write(typed);
    if (!('rules' in written)) return;
    const body = { ...kept.peek(), reply: 'rules', ...written };
    refused.value = await answerBy(id, body);
    if (refused.peek() === null) close();
  }

  if (form.value === null) return <p class="hint">{word('socket.loading')}</p>;
  return (
    <Form
      form={form.value}
      refused={refused.value}
      change={(part) => {
        form.value = { ...(form.peek() ?? newRules()), ...part };
        refused.value = null;
      }}
      judge={(problem) => {
        refused.value = problem;
      }}
      save={(typed) => void save(typed)}
      close={close}
    />
  );
}

interface FormProps {
  form: RulesForm;
  refused: Problem | null;
  change: (part: Partial<RulesForm>) => void;
  judge: (problem: Problem | null) => void;
  save: (form: RulesForm) => void;
  close: () => void;
}

function Form({ form, refused, change, judge, save, close }: FormProps) {
  const written = write(form);
  const problem = 'rules' in written ? refused : written;

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    save(form);
  }

  return (
    <Wrong.Provider value={problem}>
      <form onSubmit={submit}>
        <h2>{word('rules.title')}</h2>
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
            {problem.detail}
          </p>
        )}
        {'rules' in written && <TryOut written={written} onJudged={judge} />}
        <p class="buttons">
          <button class="primary">{word('rules.save')}</button>
          <button type="button" onClick={close}>
            {word('traffic.again.not')}
          </button>
        </p>
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
  return (
    <>
      <table class="answers">
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
