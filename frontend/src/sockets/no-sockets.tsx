import { openSocketCommand } from '../call/curl';
import { token } from '../browser/session';
import { rich, word } from '../lib/words';
import { CopyButton } from '../ui/copy-button';

/** The way without this page. */
export function NoSockets() {
  return (
    <>
      <p>{rich('sockets.start.terminal', { reference: <a href="/swagger">{word('settings.api.reference')}</a> })}</p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it on a narrow screen */}
      <pre class="command" tabIndex={0}>
        <code>{openSocketCommand(location.origin)}</code>
      </pre>
      <CopyButton
        what={word('sockets.start.command')}
        text={() => openSocketCommand(location.origin, token.value ?? undefined)}
      />
      <p class="hint">{rich('sockets.start.token', { variable: <code>$TOKEN</code> })}</p>
    </>
  );
}
