import { useSignal } from '@preact/signals';
import { request, type Problem } from '../browser/api';
import { useLoaded } from '../browser/use-loaded';
import { bytes } from '../lib/format';
import { printable } from '../lib/text';
import type { Schemas, Socket } from '../lib/wire';
import { word } from '../lib/words';
import { language } from '../lib/dictionary';
import { now } from '../live/age';

type Responder = Schemas['Responder'];

/** What needs no more than its name. */
const SIMPLE = ['echo', 'discard', 'daytime', 'chargen', 'none'] as const;

/** What answers on the socket in a person's place, and what it did; else the ways to have one. */
export function ResponderCard({ socket }: { socket: Socket }) {
  const { id, responder: reply } = socket;
  const problem = useSignal<Problem | null>(null);

  async function make(method: 'PUT' | 'DELETE', body?: object): Promise<void> {
    const made = await request(method, pathOf(id), { ...(body && { body }) });
    problem.value = made.ok ? null : made.problem;
  }

  return (
    <section class="responder" aria-labelledby="responder-heading">
      <div class="section-head">
        <h2 id="responder-heading">{word('responder.title')}</h2>
        <select
          aria-label={word('responder.choose')}
          value={reply ?? ''}
          onChange={({ currentTarget }) => void make('PUT', { reply: currentTarget.value })}
        >
          {reply === null && <option value="">{word('responder.nobody')}</option>}
          {isComplex(reply) && <option value={reply}>{word(`responder.reply.${reply}`)}</option>}
          {SIMPLE.map((simple) => (
            <option key={simple} value={simple}>
              {word(`responder.reply.${simple}`)}
            </option>
          ))}
        </select>
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
      {reply === null ? <p class="hint">{word('responder.none')}</p> : <Counts id={id} />}
    </section>
  );
}

function isComplex(reply: Socket['responder']): reply is 'rules' | 'recorded' {
  return reply === 'rules' || reply === 'recorded';
}

/** Once a second, as long as someone looks. */
function Counts({ id }: { id: string }) {
  const { value } = useLoaded(Math.floor(now.value / 1_000), (signal) =>
    request<Responder>('GET', pathOf(id), { signal }),
  );
  if (!value?.ok) return null;
  const { accepted, open, received, replied, unmatched, error } = value.value;
  return (
    <>
      <dl class="detail-facts">
        <Count name={word('responder.accepted')} text={`${plain(accepted)} (${word('overview.open', { n: open })})`} />
        <Count name={word('overview.received')} text={bytes(received)} />
        <Count name={word('responder.replied')} text={bytes(replied)} />
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

function pathOf(id: string): string {
  return `/sockets/${encodeURIComponent(id)}/responder`;
}
