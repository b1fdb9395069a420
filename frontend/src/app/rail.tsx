import { useEffect, useId, useRef } from 'preact/hooks';
import { isPhone } from '../browser/media';
import { path } from '../browser/router';
import { word } from '../lib/words';
import { Icon, type IconName } from '../ui/icon';
import { currentEntry } from './current';
import { PAGES, type PageEntry } from './pages';

/** The links to the pages: beside them, or on a telephone below, where the thumb is. */
export function Rail() {
  return isPhone.value ? <Bottom /> : <Side />;
}

function Side() {
  return (
    <>
      {PAGES.filter(({ isAside }) => !isAside).map((page) => (
        <PageLink key={page.name} page={page} />
      ))}
      {PAGES.filter(({ isAside }) => isAside).map((page, index) => (
        <PageLink key={page.name} page={page} isFoot={index === 0} />
      ))}
    </>
  );
}

/** So many links fit, and the door to the others. */
const FIT = 4;

const common = new Set(
  PAGES.toSorted((one, other) => Number(one.isRare ?? false) - Number(other.isRare ?? false)).slice(0, FIT),
);

function Bottom() {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const at = path.value;
  useEffect(() => {
    panel.current?.hidePopover();
  }, [at]);
  const others = PAGES.filter((page) => !common.has(page));
  const isOther = others.some((page) => page === currentEntry.value);
  return (
    <>
      {PAGES.filter((page) => common.has(page)).map((page) => (
        <PageLink key={page.name} page={page} />
      ))}
      <button type="button" class="door" popovertarget={id} data-current={isOther || undefined}>
        <Icon name="more" />
        <span>{word('rail.more')}</span>
      </button>
      <div ref={panel} id={id} popover="auto" class="menu more-pages">
        {others.map((page) => (
          <PageLink key={page.name} page={page} />
        ))}
      </div>
    </>
  );
}

function PageLink({ page, isFoot = false }: { page: PageEntry; isFoot?: boolean }) {
  return (
    <RailLink href={page.paths[0]} icon={page.icon} isCurrent={currentEntry.value === page} isFoot={isFoot}>
      {word(page.name)}
    </RailLink>
  );
}

interface RailLinkProps {
  href: string;
  icon: IconName;
  isCurrent?: boolean;
  /** The first of those at the foot. */
  isFoot?: boolean;
  children: string;
}

function RailLink({ href, icon, isCurrent = false, isFoot = false, children }: RailLinkProps) {
  return (
    <a href={href} class={isFoot ? 'foot' : undefined} aria-current={isCurrent ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{children}</span>
    </a>
  );
}
