import { useEffect, useLayoutEffect } from 'preact/hooks';
import { go, place } from '../browser/router';
import type { Socket } from '../lib/wire';
import { shortCount } from '../lib/short-count';
import { printable } from '../lib/text';
import { word } from '../lib/words';
import { FEW, useCallLog } from '../live/calls-log';
import { onRunEnd } from '../live/run';
import { parts } from '../ui/commands';
import { useRevealed } from '../ui/reveal';
import { useTrafficCount } from './traffic-count';

const TABS = ['overview', 'traffic', 'conversation', 'calls', 'options', 'tcp', 'operations', 'files'] as const;
export type Tab = (typeof TABS)[number];

export function tabNamed(name: string): Tab {
  return TABS.find((known) => known === name) ?? 'overview';
}

export function wordOfTab(tab: Tab): string {
  return word(`socket.tab.${tab}`);
}

/** Those that say something of this socket. */
export function tabsOf({ proto }: Socket): readonly Tab[] {
  return proto === 'IPPROTO_TCP' ? TABS : TABS.filter((tab) => tab !== 'tcp');
}

/** What is asked of one tab alone does not go to another; the list's filter and order do. */
const OWN = [
  'call',
  'chunk',
  'bytes',
  'direction',
  'preview',
  'match',
  'only',
  'a',
  'compare',
  'show',
  'wrap',
  'find',
  'seq',
  'order',
  'option',
];

export function hrefOfTab(id: string, tab: Tab, from: URL, query: Record<string, string> = {}): string {
  const parameters = new URLSearchParams(from.search);
  for (const name of OWN) parameters.delete(name);
  for (const [name, value] of Object.entries(query)) parameters.set(name, value);
  const path = `/sockets/${encodeURIComponent(id)}${tab === 'overview' ? '' : `/${tab}`}`;
  return parameters.size === 0 ? path : `${path}?${parameters.toString()}`;
}

/** What is asked of each tab of the socket that is shown; one that is left keeps it. */
const asked = { id: '', queries: new Map<Tab, Record<string, string>>() };

// Another run has another socket of that id.
onRunEnd(() => {
  asked.queries.clear();
});

/** A tab as it was left, its filter too. */
export function hrefOfLeft(id: string, tab: Tab): string {
  return hrefOfTab(id, tab, place.peek(), asked.id === id ? asked.queries.get(tab) : {});
}

function useAsked(id: string, tab: Tab): void {
  const url = place.value;
  useEffect(() => {
    if (asked.id !== id) asked.queries.clear();
    asked.id = id;
    asked.queries.set(tab, Object.fromEntries([...url.searchParams].filter(([name]) => OWN.includes(name))));
  }, [id, tab, url]);
}

/** The palette finds them by their names. Those of the socket before are gone first: passive ones go late. */
function useFound(socket: Socket): void {
  const { id, proto } = socket;
  useLayoutEffect(() => {
    parts.value = tabsOf(socket).map((tab) => ({
      name: wordOfTab(tab),
      keywords: printable(id),
      run: () => {
        go(hrefOfLeft(id, tab));
      },
    }));
    return () => {
      parts.value = [];
    };
  }, [id, proto]);
}

export function Tabs({ socket, current }: { socket: Socket; current: Tab }) {
  const { id } = socket;
  const row = useRevealed<HTMLElement>(current);
  const counts = useCounts(id);
  useAsked(id, current);
  useFound(socket);
  return (
    <nav ref={row} class="detail-tabs" aria-label={word('socket.tabs', { id })}>
      {tabsOf(socket).map((tab) => (
        <a
          key={tab}
          href={tab === current ? hrefOfTab(id, tab, place.value) : hrefOfLeft(id, tab)}
          aria-current={tab === current ? 'page' : undefined}
        >
          {wordOfTab(tab)}
          <Count of={counts[tab]} />
        </a>
      ))}
    </nav>
  );
}

function Count({ of }: { of: number | null | undefined }) {
  return of === null || of === undefined || of === 0 ? null : <span class="count">{shortCount(of)}</span>;
}

function useCounts(id: string): Partial<Record<Tab, number | null>> {
  return { traffic: useTrafficCount(id), calls: useCallLog(id, FEW).total };
}
