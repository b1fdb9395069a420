import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Range } from '../lib/bytes';
import { language } from '../lib/dictionary';
import { printable } from '../lib/text';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';
import { useKeys } from '../browser/keys';
import { isPhone } from '../browser/media';
import { place } from '../browser/router';
import { entries, loading, loadProblem, showTraffic } from '../live/traffic';
import { neverWords } from '../traffic/nothing';
import { Fresh } from '../traffic/toolbar';
import { View } from '../traffic/view';
import { WaitingRows } from '../traffic/waiting-rows';
import { BreakRow } from './break-row';
import { Contents } from './contents';
import { Toolbar } from './toolbar';
import { Silence, TurnBlock } from './turn-block';
import { isTurn, ofDirection, orderOfPart, turnsOf, type Part, type Turn } from './turns';
import { useFind } from './use-find';
import { usePaging } from './use-paging';
import { useTail } from './use-tail';
import { wishesOf, type Wishes } from './wishes';

/** Of a turn, more is shown when it is asked for. */
const LIMIT = 256 * 1024;

const NO_HITS: readonly Range[] = [];

interface ConversationProps {
  socketId: string;
  /** As it is; none of a recording. */
  socket?: Socket | null;
  /** The recording that has it; null for what passes. */
  recorded?: string | null;
}

/** What a socket and its peer said to each other, while they say it, or as it was recorded. */
export function Conversation({ socketId, socket = null, recorded = null }: ConversationProps) {
  return <Live key={`${socketId} ${recorded ?? ''}`} socketId={socketId} socket={socket} recorded={recorded} />;
}

function Live({ socketId, socket, recorded }: Required<ConversationProps>) {
  const scroller = useRef<HTMLDivElement>(null);
  const view = useMemo(() => new View(), []);
  const contents = useMemo(() => new Contents(), []);
  const whole = useSignal<ReadonlySet<number>>(new Set());
  const wishes = useComputed(() => wishesOf(place.value.searchParams)).value;
  const turns = useComputed(() => turnsOf(entries(), contents.lost.value)).value;
  const page = usePaging(scroller, view, ofDirection(turns, wishes.direction));
  const { shown, leave } = page;
  const shownTurns = shown.filter(isTurn);
  const limitOf = (key: number) => (whole.value.has(key) ? Infinity : LIMIT);
  const contentOf = (turn: Turn) => contents.of(turn, limitOf(turn.key));
  const find = useFind({ scroller, wishes, turns: shownTurns, contentOf, leave });
  const scrolled = useTail(scroller, {
    isOn: view.following.value && shown.length > 0,
    leave,
    reach: () => {
      if (page.later === 0) view.reachEnd();
    },
  });
  useEffect(() => showTraffic(socketId, recorded), []);
  useEffect(() => {
    contents.want(shownTurns, limitOf);
  });
  useKeys({
    '[': () => {
      page.step(-1)?.focus({ preventScroll: true });
    },
    ']': () => {
      page.step(1)?.focus({ preventScroll: true });
    },
  });

  return (
    <section class="column flow conversation" aria-label={word('conversation.of', { id: printable(socketId) })}>
      <Toolbar socketId={socketId} recorded={recorded} view={view} wishes={wishes} find={find} onStep={page.step} />
      <div class="flow-body">
        {shown.length === 0 ? (
          <Nothing socket={socket} />
        ) : (
          <div
            ref={scroller}
            class={wishes.wrap ? 'turns' : 'turns is-unwrapped'}
            role="group"
            aria-label={word('conversation.turns')}
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll it
            tabIndex={0}
            onScroll={scrolled}
          >
            <More
              word="conversation.earlier"
              count={page.earlier}
              onClick={() => {
                page.turnPage(-1);
              }}
            />
            <Parts
              socketId={socketId}
              parts={shown}
              wishes={wishes}
              contentOf={contentOf}
              find={find}
              onShowAll={(key) => {
                whole.value = new Set([...whole.peek(), key]);
              }}
            />
            <More
              word="conversation.later"
              count={page.later}
              onClick={() => {
                page.turnPage(1);
              }}
            />
          </div>
        )}
        <Fresh count={view.fresh(wishes.direction)} view={view} />
      </div>
      {recorded === null && <WaitingRows socketId={socketId} />}
    </section>
  );
}

interface PartsProps {
  socketId: string;
  parts: readonly Part[];
  wishes: Wishes;
  contentOf: (turn: Turn) => ReturnType<Contents['of']>;
  find: ReturnType<typeof useFind>;
  onShowAll: (key: number) => void;
}

function Parts({ socketId, parts, wishes, contentOf, find, onShowAll }: PartsProps) {
  return (
    <ol>
      {parts.flatMap((part) =>
        isTurn(part)
          ? [
              <Silence key={`silence-${part.key}`} delta={part.delta} />,
              <TurnBlock
                key={part.key}
                socketId={socketId}
                turn={part}
                content={contentOf(part)}
                show={wishes.show}
                columns={isPhone.value ? 8 : 16}
                hits={find.hitsOf(part.key) ?? NO_HITS}
                at={find.current?.key === part.key ? find.current.from : null}
                onShowAll={() => {
                  onShowAll(part.key);
                }}
              />,
            ]
          : [<BreakRow key={`break-${orderOfPart(part)}`} part={part} />],
      )}
    </ol>
  );
}

interface MoreProps {
  word: 'conversation.earlier' | 'conversation.later';
  count: number;
  onClick: () => void;
}

function More({ word: key, count, onClick }: MoreProps) {
  if (count <= 0) return null;
  return (
    <button type="button" class="turns-more" onClick={onClick}>
      {word(key, { n: count.toLocaleString(language) })}
    </button>
  );
}

function Nothing({ socket }: { socket: Socket | null }) {
  return (
    <p class="nothing" role="status">
      {loadProblem.value?.detail ?? (loading.value ? word('traffic.loading') : nothingOf(socket))}
    </p>
  );
}

function nothingOf(socket: Socket | null): string {
  return (socket && neverWords(socket)) ?? word('conversation.none');
}
