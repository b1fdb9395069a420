import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Range } from '../lib/bytes';
import { useKeys } from '../browser/keys';
import { isNarrow } from '../browser/media';
import { place } from '../browser/router';
import { printable } from '../lib/text';
import { entries, loading, loadProblem, showTraffic } from '../live/traffic';
import { View } from '../traffic/view';
import { BreakRow } from './break-row';
import { Contents } from './contents';
import { FindBar } from './find-bar';
import { scrollTo, seenFirst, turnBeside } from './going';
import { SaveAs } from './save-as';
import { Toolbar } from './toolbar';
import { TurnBlock } from './turn-block';
import { isTurn, ofDirection, orderOfPart, pageOf, turnsOf, type Turn } from './turns';
import { useFind } from './use-find';
import { useTail } from './use-tail';
import { wishesOf } from './wishes';

/** Together no more bytes than the page keeps of payloads, and no more elements than it can bear. */
const SHOWN = 120;
const LIMIT = 256 * 1024;

const NO_HITS: readonly Range[] = [];

/** What a socket and its peer said to each other, while they say it. */
export function Conversation({ socketId }: { socketId: string }) {
  return <Live key={socketId} socketId={socketId} />;
}

function Live({ socketId }: { socketId: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const view = useMemo(() => new View(), []);
  const contents = useMemo(() => new Contents(), []);
  const whole = useSignal<ReadonlySet<number>>(new Set());
  const start = useSignal<number | null>(null);
  const gone = useRef<number | null>(null);
  const seen = useRef<ReturnType<typeof seenFirst>>(null);
  const wishes = useComputed(() => wishesOf(place.value.searchParams)).value;
  const turns = useComputed(() => turnsOf(entries(), contents.lost.value)).value;
  const parts = ofDirection(turns, wishes.direction);
  const { from, shown } = pageOf(parts, view.following.value ? null : start.value, SHOWN);
  const shownTurns = shown.filter(isTurn);
  const limitOf = (key: number) => (whole.value.has(key) ? Infinity : LIMIT);
  const contentOf = (turn: Turn) => contents.of(turn, limitOf(turn.key));
  const find = useFind({ scroller, wishes, turns: shownTurns, contentOf, leave });
  const scrolled = useTail(scroller, view.following.value && shown.length > 0, leave);

  useEffect(() => showTraffic(socketId), []);
  useEffect(() => {
    contents.want(shownTurns, limitOf);
  });
  useLayoutEffect(() => {
    const turn = scroller.current?.querySelector(`[data-turn="${seen.current?.key ?? ''}"]`);
    if (turn && scroller.current && seen.current) scrollTo(scroller.current, turn, seen.current.room);
    seen.current = null;
  }, [start.value]);
  useKeys({
    '[': () => {
      step(-1)?.focus({ preventScroll: true });
    },
    ']': () => {
      step(1)?.focus({ preventScroll: true });
    },
  });

  function leave(): void {
    if (view.following.peek()) pageFrom(from);
  }

  function pageFrom(index: number): void {
    const first = parts[Math.max(0, index)];
    start.value = first ? orderOfPart(first) : null;
    view.leaveEnd();
  }

  function turnPage(index: number): void {
    seen.current = scroller.current && seenFirst(scroller.current);
    pageFrom(index);
  }

  function step(by: 1 | -1): HTMLElement | undefined {
    const turn = scroller.current ? turnBeside(scroller.current, gone.current, view.following.peek(), by) : undefined;
    if (!turn || !scroller.current) return undefined;
    leave();
    gone.current = Number(turn.dataset.turn);
    scrollTo(scroller.current, turn, 0);
    return turn;
  }

  const later = parts.length - from - shown.length;
  return (
    <section class="traffic conversation" aria-label={`Conversation of ${printable(socketId)}`}>
      <Toolbar view={view} wishes={wishes} onStep={step} />
      <FindBar text={wishes.find} problem={find.problem} told={find.told} onType={find.type} onGo={find.go} />
      {shown.length === 0 ? (
        <Nothing />
      ) : (
        <div
          ref={scroller}
          class={wishes.wrap ? 'turns' : 'turns is-unwrapped'}
          role="group"
          aria-label="Turns"
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll it
          tabIndex={0}
          onScroll={scrolled}
        >
          {from > 0 && (
            <More
              words={`Show earlier (${from.toLocaleString('en-US')})`}
              onClick={() => {
                turnPage(from - SHOWN / 2);
              }}
            />
          )}
          <ol>
            {shown.map((part) =>
              isTurn(part) ? (
                <TurnBlock
                  key={part.key}
                  socketId={socketId}
                  turn={part}
                  content={contentOf(part)}
                  show={wishes.show}
                  columns={isNarrow.value ? 8 : 16}
                  hits={find.hitsOf(part.key) ?? NO_HITS}
                  at={find.current?.key === part.key ? find.current.from : null}
                  onShowAll={() => {
                    whole.value = new Set([...whole.peek(), part.key]);
                  }}
                />
              ) : (
                <BreakRow key={`break-${orderOfPart(part)}`} part={part} />
              ),
            )}
          </ol>
          {later > 0 && (
            <More
              words={`Show later (${later.toLocaleString('en-US')})`}
              onClick={() => {
                turnPage(from + SHOWN / 2);
              }}
            />
          )}
        </div>
      )}
      <SaveAs socketId={socketId} show={wishes.show} direction={wishes.direction} />
    </section>
  );
}

function More({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <button type="button" class="turns-more" onClick={onClick}>
      {words}
    </button>
  );
}

function Nothing() {
  const words =
    loadProblem.value?.detail ??
    (loading.value ? 'Loading the traffic' : 'Nothing said yet. What this socket sends and receives appears here.');
  return (
    <p class="traffic-nothing" role="status">
      {words}
    </p>
  );
}
