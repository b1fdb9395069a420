import { useSignal } from '@preact/signals';
import { request, type Problem } from '../browser/api';
import { useLoaded } from '../browser/use-loaded';
import { closeSockets } from '../call/close';
import { bytes } from '../lib/format';
import { printable } from '../lib/text';
import type { Schemas, Socket } from '../lib/wire';
import { word } from '../lib/words';
import { language } from '../lib/dictionary';
import { now } from '../live/age';
import { MenuButton, type Item } from '../ui/menu';
import { PREPARED, preparedFor, type Prepared } from './prepared';
import { pathOf } from './responder-path';
import { editRules } from './rules/edit';

type Responder = Schemas['Responder'];

/** What answers on the socket in a person's place, and what it did; else the ways to have one. */
export function ResponderCard({ socket }: { socket: Socket }) {
  const { id, responder: reply } = socket;
  const problem = useSignal<Problem | null>(null);

  async function make(method: 'PUT' | 'DELETE', body?: object): Promise<void> {
    const made = await request(method, pathOf(id), { ...(body && { body }) });
    problem.value = made.ok ? null : made.problem;
  }

  async function refuse(): Promise<void> {
    const [failed] = await closeSockets([id]);
    problem.value = failed?.problem ?? null;
  }

  function itemOf(name: Prepared): Item {
    return {
      name: word(`responder.do.${name}`),
      run: () => void (name === 'refuse' ? refuse() : make('PUT', PREPARED[name])),
    };
  }

  function items(): Item[] {
    const { well, badly } = preparedFor(socket);
    const byRules = { name: word('responder.rules'), run: () => void editRules() };
    return [...well.map(itemOf), byRules, ...badly.map(itemOf)];
  }

  return (
    <section class="responder" aria-labelledby="responder-heading">
      <div class="section-head">
        <h2 id="responder-heading">{word('responder.title')}</h2>
        <MenuButton name={word('responder.choose')} icon="down" items={items}>
          {word('responder.choose')}
        </MenuButton>
        {reply === 'rules' && (
          <button type="button" class="small" onClick={() => void editRules()}>
            {word('responder.edit')}
          </button>
        )}
        {reply !== null && (
          <button type="button" class="small" onClick={() => void make('DELETE')}>
            {word('responder.stop')}
          </button>
        )}
      </div>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value.detail}
        </p>
      )}
      {reply === null ? (
        <p class="hint">{word('responder.none')}</p>
      ) : (
        <>
          <p>{word(`responder.reply.${reply}`)}</p>
          <Counts id={id} />
        </>
      )}
    </section>
  );
}

/** Once a second, as long as someone looks. */
function Counts({ id }: { id: string }) {
  const { value } = useLoaded(Math.floor(now.value / 1_000), (signal) =>
    request<Responder>('GET', pathOf(id), { signal }),
  );
  if (!value?.ok) return null;
  const { accept, receive, accepted, open, received, replied, replies, unmatched, error } = value.value;
  return (
    <>
      {!accept && <p class="hint">{word('responder.accepts-none')}</p>}
      {!receive && <p class="hint">{word('responder.reads-none')}</p>}
      <dl class="counts">
        <Count name={word('responder.accepted')} text={`${plain(accepted)} (${word('overview.open', { n: open })})`} />
        <Count name={word('overview.received')} text={bytes(received)} />
        <Count name={word('responder.replied')} text={`${plain(replies)} (${bytes(replied)})`} />
        <Count name={word('responder.unmatched')} text={plain(unmatched)} />
      </dl>
      {error && <p class="problem">{printable(error.detail)}</p>}
    </>
  );
}

function plain(count: number): string {
  return count.toLocaleString(language);
}

function Count({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
