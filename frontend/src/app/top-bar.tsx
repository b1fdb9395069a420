import { MODIFIER } from '../browser/keys';
import { token } from '../browser/session';
import { theme, THEMES } from '../browser/settings';
import { printable } from '../lib/text';
import { word } from '../lib/words';
import { hello } from '../live/stats';
import { openNewSocket } from '../new-socket/new-socket';
import { Icon } from '../ui/icon';
import { currentEntry } from './current';
import { openPalette } from './palette/palette';
import { openShortcuts } from './shortcuts';

export function TopBar() {
  return (
    <>
      <PageName />
      <Host />
      {token.value !== null && <Actions />}
      <HelpButton />
      <ThemeButton />
    </>
  );
}

/** On a telephone, where the name of the product has no room. */
function PageName() {
  return currentEntry.value ? (
    <span class="page-name" aria-hidden="true">
      {word(currentEntry.value.name)}
    </span>
  ) : null;
}

/** Where the sockets live: people have many of these pages open. */
function Host() {
  if (hello.value === null) return null;
  const host = printable(hello.value.host);
  const platform = printable(hello.value.platform);
  return (
    <span class="cut host" title={`${host} (${platform})`}>
      {host} · {platform.split(' ')[0]}
    </span>
  );
}

function Actions() {
  return (
    <>
      <button
        type="button"
        class="search"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        title={word('palette.name')}
        onClick={openPalette}
      >
        <Icon name="search" />
        <span class="cut words">{word('palette.name')}</span>
        <kbd>{MODIFIER} K</kbd>
      </button>
      <button type="button" class="new" aria-haspopup="dialog" title={word('app.new.title')} onClick={openNewSocket}>
        <Icon name="plus" />
        <span class="words">{word('app.new')}</span>
      </button>
    </>
  );
}

function HelpButton() {
  return (
    <button
      type="button"
      class="quiet help"
      aria-haspopup="dialog"
      title={word('app.keys.title')}
      onClick={openShortcuts}
    >
      <Icon name="help" />
      <span class="visually-hidden">{word('keys.sheet')}</span>
    </button>
  );
}

function ThemeButton() {
  const next = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? 'system';
  const names = { now: word(`settings.value.${theme.value}`), next: word(`settings.value.${next}`) };
  return (
    <button
      type="button"
      class="quiet theme"
      title={word('app.theme', names)}
      onClick={() => {
        theme.value = next;
      }}
    >
      <Icon name={theme.value} />
      <span class="visually-hidden">{word('app.theme.change', names)}</span>
    </button>
  );
}
