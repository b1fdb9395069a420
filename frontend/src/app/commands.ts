import { load } from '../browser/load';
import { go } from '../browser/router';
import { density, DENSITIES, theme, THEMES } from '../browser/settings';
import { word } from '../lib/words';
import { togglePause } from '../live/age';
import { retryNow } from '../live/feed';
import { openNewSocket, openNewSocketAt } from '../new-socket/new-socket';
import { pages, registerCommand, type Command } from '../ui/commands';
import { say } from '../ui/notices';
import { PAGES } from './pages';
import { openShortcuts } from './shortcuts';

/** The commands of the frame; each part of the console adds its own. */
export function startCommands(): void {
  register('new', openNewSocket);
  register('connect', () => {
    openNewSocketAt('TCP client');
  });
  register('echo', startEcho);
  register('pause', togglePause);
  register('keys', openShortcuts);
  register('retry', retryNow);
  register('api', () => {
    go('/swagger');
  });
  pages.value = PAGES.map(({ paths, name, about }) => ({
    href: paths[0],
    name: word(name),
    about: about === undefined ? '' : word(about),
  }));
  for (const value of THEMES)
    registerCommand({
      name: word('app.command.theme', { theme: word(`settings.value.${value}`) }),
      keywords: word('app.command.also.theme'),
      run: () => {
        theme.value = value;
      },
    });
  for (const value of DENSITIES)
    registerCommand({
      name: word('app.command.rows', { density: word(`settings.value.${value}`) }),
      keywords: word('app.command.also.rows'),
      run: () => {
        density.value = value;
      },
    });
}

type Named = 'new' | 'connect' | 'echo' | 'pause' | 'keys' | 'retry' | 'api';

function register(name: Named, run: Command['run']): void {
  registerCommand({ name: word(`app.command.${name}`), keywords: word(`app.command.also.${name}`), run });
}

async function startEcho(): Promise<void> {
  const echo = await load(() => import('../new-socket/echo-server'));
  if (!echo) return;
  const result = await echo.startEchoServer();
  say(echo.told(result));
  if ('port' in result) go(`/sockets/${encodeURIComponent(result.id)}`);
}
