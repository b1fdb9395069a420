import { openSocketCommand } from '../call/curl';
import { token } from '../browser/session';
import { CopyButton } from '../ui/copy-button';

/** The way without this page. */
export function NoSockets() {
  return (
    <>
      <p>
        Or open one from a terminal; every other call is in the <a href="/swagger">API reference</a>.
      </p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard scrolls it on a narrow screen */}
      <pre class="command" tabIndex={0}>
        <code>{openSocketCommand(location.origin)}</code>
      </pre>
      <CopyButton what="command" text={() => openSocketCommand(location.origin, token.value ?? undefined)} />
      <p class="hint">
        The copy has your token in place of <code>$TOKEN</code>.
      </p>
    </>
  );
}
