import { hello } from '../live/stats';
import { token } from '../browser/session';
import { theme, THEMES } from '../browser/settings';
import { printable } from '../lib/text';
import { Icon } from '../ui/icon';
import { openNewSocket } from '../new-socket/new-socket';
import { openPalette } from './palette/palette';

export function TopBar() {
  return (
    <>
      <Host />
      {token.value !== null && <Actions />}
      <ThemeButton />
    </>
  );
}

const MODIFIER = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** Where the sockets live: people have many of these pages open. */
function Host() {
  if (hello.value === null) return null;
  const [host, platform] = [hello.value.host, hello.value.platform].map(printable);
  return (
    <span class="host" title={`${host} (${platform})`}>
      {host} <small>{platform?.split(' ')[0]}</small>
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
        onClick={openPalette}
      >
        <Icon name="search" />
        <span class="words">Search or run a command</span>
        <kbd>{MODIFIER} K</kbd>
      </button>
      <button type="button" class="primary" aria-haspopup="dialog" onClick={openNewSocket}>
        <Icon name="plus" />
        <span class="words">New socket</span>
      </button>
    </>
  );
}

function ThemeButton() {
  const next = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? 'system';
  return (
    <button
      type="button"
      class="quiet"
      title={`Theme: ${theme.value}`}
      onClick={() => {
        theme.value = next;
      }}
    >
      <Icon name={theme.value} />
      <span class="visually-hidden">
        Theme: {theme.value}. Change to {next}
      </span>
    </button>
  );
}
