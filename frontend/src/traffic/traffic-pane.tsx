import { useComputed } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { counted } from '../lib/format';
import { useKeys } from '../browser/keys';
import { go, place, withQuery } from '../browser/router';
import { printable } from '../lib/text';
import { waitingOn } from '../live/operations';
import { addressed, dropped, loading, loadProblem, showTraffic } from '../live/traffic';
import { filter, followFilter } from '../filter/traffic-filter';
import { clearFilter, PlaceFilter } from '../filter/place-filter';
import { ChunkGrid } from './chunk-grid';
import { ChunkPane } from './chunk-pane';
import { ExportButton } from './export-button';
import { Toolbar, toggleFollow, togglePause } from './toolbar';
import { View, type Direction } from './view';

/** The traffic of a socket; of all of them for null. */
export function TrafficPane({ socketId }: { socketId: string | null }) {
  return <Pane key={socketId ?? ''} socketId={socketId} />;
}

function Pane({ socketId }: { socketId: string | null }) {
  const below = useRef<HTMLDivElement>(null);
  const view = useMemo(() => new View(), []);
  const { direction, preview, chosen } = useComputed(() => wishes(place.value.searchParams)).value;
  const rows = view.rows(direction);
  useEffect(() => showTraffic(socketId), []);
  useEffect(() => (socketId === null ? followFilter() : undefined), []);
  useKeys({
    p: () => {
      togglePause(view);
    },
    f: () => {
      toggleFollow(view);
    },
  });

  return (
    <div class="traffic">
      {socketId === null && <PlaceFilter on="traffic" label="Filter traffic" inForce={filter} />}
      <Toolbar view={view} direction={direction} preview={preview} />
      {rows.length === 0 ? (
        <Nothing socketId={socketId} direction={direction} />
      ) : (
        <ChunkGrid
          name={socketId === null ? 'Traffic of all sockets' : `Traffic of ${socketId}`}
          rows={rows}
          view={view}
          chosen={chosen}
          layout={{ withSocket: socketId === null, withPeer: addressed.value, preview }}
          onChoose={choose}
          onOpen={() => {
            below.current?.querySelector<HTMLElement>('.hex-rows')?.focus();
          }}
        />
      )}
      <p class="traffic-sum">
        <span>{counted(rows.length, 'chunk')}</span>
        {dropped.value > 0 && (
          <span>The oldest {dropped.value.toLocaleString('en-US')} left this page, which keeps 200,000</span>
        )}
        {socketId !== null && <a href={`/traffic?filter=socket:${encodeURIComponent(socketId)}`}>Filter in Traffic</a>}
        <ExportButton socketId={socketId} direction={direction} />
      </p>
      {chosen !== null && (
        <div ref={below}>
          <ChunkPane key={chosen} seq={chosen} rows={rows} withSocket={socketId === null} />
        </div>
      )}
    </div>
  );
}

const directions: readonly Direction[] = ['sent', 'received'];

function wishes(query: URLSearchParams) {
  const direction = directions.find((candidate) => candidate === query.get('direction')) ?? null;
  const chunk = query.get('chunk') ?? '';
  return {
    direction,
    preview: query.get('preview') === 'hex' ? ('hex' as const) : ('text' as const),
    chosen: /^\d+$/.test(chunk) ? Number(chunk) : null,
  };
}

function choose(seq: number, options: { replace: boolean }): void {
  go(withQuery({ chunk: String(seq), bytes: null }), options);
}

function Nothing({ socketId, direction }: { socketId: string | null; direction: Direction | null }) {
  if (filter.value === '')
    return (
      <p class="traffic-nothing" role="status">
        {words(socketId, direction)}
      </p>
    );
  return (
    <div class="traffic-nothing">
      <p role="status">
        No chunk matches <code>{printable(filter.value)}</code>
      </p>
      <button type="button" onClick={clearFilter}>
        Clear filter
      </button>
    </div>
  );
}

function words(socketId: string | null, direction: Direction | null): string {
  if (loadProblem.value) return loadProblem.value.detail;
  if (loading.value) return 'Loading the traffic';
  if (socketId === null) return 'No traffic yet. What any socket sends or receives appears here.';
  if (direction === 'sent') return 'Nothing sent yet. Write something below and send it.';
  const [waiting] = waitingOn(socketId);
  if (waiting) return `Nothing received yet. Waiting in ${waiting.call}.`;
  return 'Nothing received yet. This socket is not reading: run recv.';
}
