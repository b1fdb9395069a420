import { bytes } from '../lib/format';
import { printable } from '../lib/text';
import { language } from '../lib/dictionary';
import type { Socket } from '../lib/wire';
import { counted, word } from '../lib/words';
import { recordings } from '../live/recordings';
import { notedResponder } from '../live/last-run';
import { answerAgain, answerNoMore, isAnswered, removeResponder, responderOf, type Responder } from '../live/responder';
import { say } from '../ui/notices';
import { choosePlayed } from './play/edit';
import { talkOf } from './play/talk';
import { editRules } from './rules/edit';
import { typedOf } from './rules/form';
import { DetailText } from '../ui/detail-text';

/** What answers on the socket in a person's place, how it is, and what it did. */
export function ResponderCard({ socket }: { socket: Socket }) {
  const { id, responder: reply } = socket;
  const responder = responderOf(socket);
  const isRunning = isAnswered(socket);
  const before = reply === null ? notedResponder(id) : null;
  return (
    <section class="responder" aria-labelledby="responder-heading">
      <div class="section-head">
        <h2 id="responder-heading">{word('responder.title')}</h2>
        {responder && <StateOf isRunning={isRunning} />}
        {responder && !isRunning && <Act name={word('responder.again')} run={() => answerAgain(id, responder)} />}
        {before && <Act name={word('responder.again')} run={() => answerAgain(id, before)} />}
        <Edit reply={reply ?? before?.reply} />
        {reply !== null && (
          <Act
            name={word(isRunning ? 'responder.stop' : 'responder.remove')}
            run={() => (isRunning ? answerNoMore(id) : removeResponder(id))}
          />
        )}
      </div>
      {reply === null ? (
        <p class="hint">{before ? word('responder.before', { what: answers(before) }) : word('responder.none')}</p>
      ) : (
        <>
          <p>{isRunning ? doing(socket, reply, responder) : word('responder.ended')}</p>
          {responder && <Did socket={socket} responder={responder} />}
        </>
      )}
    </section>
  );
}

function StateOf({ isRunning }: { isRunning: boolean }) {
  return (
    <span class={`chip ${isRunning ? 'ok' : 'bad'}`}>
      <svg class="glyph" viewBox="0 0 12 12" aria-hidden="true">
        {isRunning ? <circle cx="6" cy="6" r="4" class="solid" /> : <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" />}
      </svg>
      {word(isRunning ? 'responder.running' : 'responder.stopped')}
    </span>
  );
}

/** Of those that are made in a dialog. */
const EDITORS: Partial<Record<Responder['reply'], () => Promise<void>>> = {
  rules: editRules,
  recorded: choosePlayed,
};

function Edit({ reply }: { reply: string | undefined }) {
  const show = EDITORS[reply as Responder['reply']];
  return show ? (
    <button type="button" class="small" onClick={() => void show()}>
      {word('responder.edit')}
    </button>
  ) : null;
}

function Act({ name, run }: { name: string; run: () => Promise<{ detail: string } | null> }) {
  const act = async () => {
    const problem = await run();
    if (problem) say(problem.detail);
  };
  return (
    <button type="button" class="small" onClick={() => void act()}>
      {name}
    </button>
  );
}

/** In words; of a listener, that it accepts, and how many. */
function doing({ state, type }: Socket, reply: Responder['reply'], responder: Responder | null): string {
  const does = responder ? answers(responder) : word(`responder.reply.${reply}`);
  if (state === 'LISTENING' && responder?.accept === true)
    return `${word('responder.accepts', { n: plain(responder.limit) })} ${does}`;
  const isEarly = (state === 'UNCONNECTED' || state === 'BOUND') && type !== 'SOCK_DGRAM';
  return isEarly ? `${does} ${word('responder.early')}` : does;
}

function answers(responder: Responder): string {
  if (responder.reply === 'recorded') return played(responder);
  if (responder.reply !== 'rules') return word(`responder.reply.${responder.reply}`);
  const { framing, rules } = typedOf(responder);
  return `${counted('responder.rules.by', rules.length)} ${word('responder.rules.of', { what: word(`rules.framing.${framing.kind}`) })}`;
}

function played({ recorded, turns }: Responder): string {
  const { recording, socket } = talkOf(recorded);
  const what = recording === null ? socket : word('responder.played.of', { socket, recording: nameOf(recording) });
  return `${word('responder.played.by', { what: printable(what) })} ${counted('responder.played.turns', turns ?? 0)}`;
}

function nameOf(recording: string): string {
  return recordings.value?.items.find(({ id }) => id === recording)?.name ?? recording;
}

function Did({ socket, responder }: { socket: Socket; responder: Responder }) {
  const { accept, receive, reply, accepted, open, received, replied, replies, unmatched, error } = responder;
  const isListener = socket.state === 'LISTENING';
  return (
    <>
      {error && (
        <p class="problem">
          <DetailText text={error.detail} />
        </p>
      )}
      {isListener && !accept && <p class="hint">{word('responder.accepts-none')}</p>}
      {!receive && <p class="hint">{word('responder.reads-none')}</p>}
      <dl class="counts">
        {isListener && (
          <Count
            name={word('responder.accepted')}
            text={`${plain(accepted)} (${word('overview.open', { n: open })})`}
          />
        )}
        <Count name={word('overview.received')} text={bytes(received)} />
        <Count name={word('responder.replied')} text={`${plain(replies)} (${bytes(replied)})`} />
        {(reply === 'rules' || reply === 'recorded') && (
          <Count name={word(`responder.unmatched.${reply}`)} text={plain(unmatched)} />
        )}
      </dl>
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
