import { go } from '../browser/router';
import { retryNow } from '../live/feed';
import { registerCommand } from '../ui/commands';
import { togglePause } from '../live/age';
import { say } from '../ui/notices';
import { density, DENSITIES, theme, THEMES } from '../browser/settings';
import { openNewSocket, openNewSocketAt } from '../new-socket/new-socket';
import { openShortcuts } from './shortcuts';

/** The commands of the frame; each part of the console adds its own. */
export function startCommands(): void {
  registerCommand({ name: 'New socket', keywords: 'create open make socket()', run: openNewSocket });
  registerCommand({
    name: 'Connect to…',
    keywords: 'tcp client',
    run: () => {
      openNewSocketAt('TCP client');
    },
  });
  registerCommand({ name: 'Start an echo server on 127.0.0.1', keywords: 'listen peer', run: () => void startEcho() });
  registerCommand({ name: 'Pause or resume the view', keywords: 'freeze live feed', run: togglePause });
  registerCommand({ name: 'Show the keyboard shortcuts', keywords: 'help keys', run: openShortcuts });
  registerCommand({ name: 'Ask the server again now', keywords: 'retry reconnect', run: retryNow });
  registerCommand({
    name: 'Open the API reference',
    keywords: 'swagger openapi rest',
    run: () => {
      location.assign('/swagger-ui.html');
    },
  });
  for (const value of THEMES) {
    registerCommand({
      name: `Use the ${value} theme`,
      keywords: 'colours appearance',
      run: () => {
        theme.value = value;
      },
    });
  }
  for (const value of DENSITIES) {
    registerCommand({
      name: `Use ${value} rows`,
      keywords: 'density height',
      run: () => {
        density.value = value;
      },
    });
  }
}

async function startEcho(): Promise<void> {
  const { startEchoServer, told } = await import('../new-socket/echo-server');
  const result = await startEchoServer();
  say(told(result));
  if ('port' in result) go(`/sockets/${encodeURIComponent(result.id)}`);
}
