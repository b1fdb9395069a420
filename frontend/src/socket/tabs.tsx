import { useEffect, useRef } from 'preact/hooks';
import { place } from '../browser/router';

export const TABS = ['overview', 'operations', 'traffic', 'conversation', 'calls', 'options', 'files'] as const;
export type Tab = (typeof TABS)[number];

const NAMES: Record<Tab, string> = {
  overview: 'Overview',
  operations: 'Operations',
  traffic: 'Traffic',
  conversation: 'Conversation',
  calls: 'Calls',
  options: 'Options',
  files: 'Files',
};

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

export function Tabs({ id, current }: { id: string; current: Tab }) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    if (row.current) reveal(row.current);
  }, [current]);
  return (
    <nav ref={row} class="detail-tabs" aria-label={`Parts of ${id}`}>
      {TABS.map((tab) => (
        <a key={tab} href={hrefOfTab(id, tab, place.value)} aria-current={tab === current ? 'page' : undefined}>
          {NAMES[tab]}
        </a>
      ))}
    </nav>
  );
}

/** Where the row is longer than the screen is wide; the page itself does not move. */
function reveal(row: HTMLElement): void {
  const tab = row.querySelector<HTMLElement>('[aria-current]');
  if (tab) row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.clientWidth) / 2;
}
