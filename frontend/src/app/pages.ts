import type { ComponentType } from 'preact';
import type { Word } from '../lib/words';
import Sockets from '../sockets/page';
import type { IconName } from '../ui/icon';

export interface PageEntry {
  /** Where it is, as `page/Pages` of the server has it; its link leads to the first. */
  paths: readonly [string, ...string[]];
  name: Word;
  icon: IconName;
  /** What of it the palette says beside its name. */
  about?: Word;
  /** The key that goes to it after `g`. */
  key?: string;
  /** Where a telephone has no room for it, it is under More. */
  isRare?: boolean;
  /** At the foot of the rail, apart from what one works with. */
  isAside?: boolean;
  /** What draws it; it loads when it is first gone to. */
  load: () => Promise<{ default: ComponentType }>;
}

/** The pages of the console: the rail, the palette, the keys and the router have them from here. */
export const PAGES: readonly PageEntry[] = [
  {
    paths: ['/sockets', '/', '/sockets/{id}', '/sockets/{id}/{tab}'],
    name: 'rail.sockets',
    icon: 'sockets',
    key: 's',
    load: () => Promise.resolve({ default: Sockets }),
  },
  {
    paths: ['/traffic'],
    name: 'rail.traffic',
    icon: 'traffic',
    about: 'app.about.traffic',
    key: 't',
    load: () => import('../traffic/page'),
  },
  {
    paths: ['/names', '/names/{call}'],
    name: 'rail.names',
    icon: 'names',
    about: 'app.about.names',
    key: 'n',
    load: () => import('../names/page'),
  },
  {
    paths: ['/reference', '/reference/{part}', '/reference/{part}/{name}'],
    name: 'rail.reference',
    icon: 'reference',
    about: 'app.about.reference',
    key: 'r',
    isRare: true,
    load: () => import('../reference/page'),
  },
  {
    paths: ['/activity'],
    name: 'rail.activity',
    icon: 'activity',
    about: 'app.about.activity',
    key: 'a',
    isRare: true,
    load: () => import('../activity/page'),
  },
  {
    paths: ['/recordings', '/recordings/{id}'],
    name: 'rail.recordings',
    icon: 'recordings',
    about: 'app.about.recordings',
    key: 'o',
    isRare: true,
    load: () => import('../recordings/page'),
  },
  {
    paths: ['/swagger'],
    name: 'rail.api',
    icon: 'api',
    about: 'app.about.api',
    key: 'i',
    isRare: true,
    isAside: true,
    load: () => import('./api-page'),
  },
  {
    paths: ['/settings'],
    name: 'rail.settings',
    icon: 'settings',
    key: 'e',
    isRare: true,
    isAside: true,
    load: () => import('./settings'),
  },
];

const PATTERNS = PAGES.map((page) => ({ page, pattern: patternOf(page.paths) }));

/** The page at a path, if there is one. */
export function pageAt(path: string): PageEntry | undefined {
  return PATTERNS.find(({ pattern }) => pattern.test(path))?.page;
}

function patternOf(paths: readonly string[]): RegExp {
  return new RegExp(`^(?:${paths.map((path) => path.replace(/\{\w+\}/g, '[^/]+')).join('|')})/?$`);
}
