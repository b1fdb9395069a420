import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Bytes } from '../lib/bytes';
import { printable } from '../lib/text';
import { word } from '../lib/words';
import { useKeys, type Bindings } from '../browser/keys';
import { go, place, withQuery } from '../browser/router';
import { filter, followFilter } from '../filter/traffic-filter';
import { payloadOf } from '../live/payloads';
import type { Socket } from '../lib/wire';
import type { Chunk } from '../live/protocol';
import { isGap, type Entry } from '../live/timeline';
import { addressed, showTraffic } from '../live/traffic';
import { ContextMenu, placeSignal } from '../ui/menu';
import type { Hands } from '../ui/rows';
import { ChunkGrid } from './chunk-grid';
import { chunkItems } from './chunk-menu';
import { ChunkPane } from './chunk-pane';
import { Compare, mark } from './compare';
import { saveCapture } from './export';
import { HeightSeparator, useHeight } from './height';
import { moreItems } from './more';
import { Nothing } from './nothing';
import { Repeats } from './repeats';
import { SendAgain, type Again } from './send-again';
import { Left } from './left';
import { Fresh, Toolbar, toggleFollow, togglePause } from './toolbar';
import { useFind } from './use-find';
import { View } from './view';
import { WaitingRows } from './waiting-rows';
import { choose, filterName, wishesOf } from './wishes';

interface PaneProps {
  /** Null for all of them. */
  socketId: string | null;
  /** As it is; none of all, and of a recording. */
  socket?: Socket | null;
  /** The recording that has it, which is only read; null for what passes. */
  recorded?: string | null;
}

/** The traffic of a socket, or of all of them. */
export function TrafficPane({ socketId, socket = null, recorded = null }: PaneProps) {
  return <Pane key={`${socketId ?? ''} ${recorded ?? ''}`} socketId={socketId} socket={socket} recorded={recorded} />;
}

/** A chunk that a menu is about, and those of its bytes that are chosen. */
interface Subject {
  chunk: Chunk;
  chosen: Bytes | null;
}

function Pane({ socketId, socket, recorded }: Required<PaneProps>) {
  const pane = useRef<HTMLDivElement>(null);
  const hands = useRef<Hands>(null);
  const view = useMemo(() => new View(), []);
  const menu = useMemo(() => placeSignal<Subject>(), []);
  const again = useSignal<Again | null>(null);
  const height = useHeight();
  const wishes = useComputed(() => wishesOf(place.value.searchParams)).value;
  const { direction, preview, chosen, a, only } = wishes;
  const rows = view.rows(direction, only);
  const find = useFind({ rows, filter: filter.value, wishes });
  useEffect(() => showTraffic(socketId, recorded), []);
  useEffect(() => followFilter(socketId), []);
  useKeys(recorded === null ? keysOf(view) : {});

  function open(chunk: Chunk, at: { x: number; y: number }, bytes: Bytes | null = null): void {
    menu.value = { ...at, of: { chunk, chosen: bytes } };
  }

  return (
    <div class="column flow traffic" ref={pane}>
      <Toolbar
        socketId={socketId}
        recorded={recorded}
        view={view}
        wishes={wishes}
        find={find}
        more={() => moreItems(socketId, view, wishes)}
        onExport={() => void saveCapture(socketId, wishes)}
      />
      <div class="flow-body">
        {rows.length === 0 ? (
          <Nothing socket={socket} direction={direction} />
        ) : (
          <ChunkGrid
            name={socketId === null ? word('traffic.of.all') : word('traffic.of', { id: printable(socketId) })}
            rows={rows}
            view={view}
            chosen={chosen}
            a={a}
            layout={{ withSocket: socketId === null, withPeer: addressed.value, preview, needles: find.needles }}
            hands={hands}
            onChoose={choose}
            onOpen={() => {
              pane.current?.querySelector<HTMLElement>('.hex-rows')?.focus();
            }}
            onMark={({ seq }) => {
              mark(a, seq);
            }}
            onMenu={open}
          />
        )}
        <Fresh count={view.fresh(direction, only)} view={view} />
      </div>
      <Left view={view} />
      {recorded === null && <Repeats socketId={socketId} />}
      {recorded === null && socketId !== null && <WaitingRows socketId={socketId} />}
      {chosen !== null && (
        <>
          <HeightSeparator height={height} />
          <div class="chunk-room" style={{ height: `${height.value}px` }}>
            <ChunkPane
              key={chosen}
              seq={chosen}
              rows={rows}
              withSocket={socketId === null}
              needles={find.needles}
              a={a}
              onMark={(seq) => {
                mark(a, seq);
              }}
              onMenu={(chunk, bytes, at) => {
                open(chunk, at, bytes);
              }}
            />
          </div>
        </>
      )}
      <ContextMenu
        name={word('traffic.menu')}
        place={menu}
        itemsOf={({ chunk, chosen: bytes }) =>
          chunkItems({
            chunk,
            bytes: async () => bytes ?? (await payloadOf(chunk.seq)),
            a,
            since: timeOf(rows, a),
            capture: (span) => void saveCapture(socketId, wishes, 'pcapng', span),
            search: (expression) => {
              go(withQuery({ [filterName(socketId)]: expression }));
            },
            again: (times) => {
              again.value = { chunk, bytes, times };
            },
          })
        }
        done={() => hands.current?.focus()}
      />
      <SendAgain again={again} />
      <Compare />
    </div>
  );
}

function keysOf(view: View): Bindings {
  return {
    p: () => {
      togglePause(view);
    },
    f: () => {
      toggleFollow(view);
    },
  };
}

function timeOf(rows: readonly Entry[], seq: number | null): string | null {
  return rows.find((entry): entry is Chunk => !isGap(entry) && entry.seq === seq)?.time ?? null;
}
