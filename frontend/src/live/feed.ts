import { batch, effect } from '@preact/signals';
import { request, type SocketList } from '../lib/api';
import { failing, now, updatedAt } from '../stores/feed';
import { token } from '../stores/session';
import { clearSockets, showList } from '../stores/sockets';
import { Poller } from './poller';

/** The one place that knows how the page hears of changes. The rest of it reads the stores. */
const poller = new Poller(refresh, fail);

/** Follows the server for as long as there is a token. */
export function startFeed(): void {
  setInterval(tick, 1_000);
  document.addEventListener('visibilitychange', tick);
  effect(() => {
    forget();
    if (token.value === null) return;
    poller.start();
    return () => { poller.stop(); };
  });
}

export function retryNow(): void {
  poller.wake();
}

async function refresh(signal: AbortSignal): Promise<void> {
  const outcome = await request<SocketList>('GET', '/sockets', { signal });
  if (!outcome.ok) throw new Error(outcome.problem.detail);
  succeed(outcome.value);
}

function succeed(list: SocketList): void {
  batch(() => {
    tick();
    updatedAt.value = now.value;
    failing.value = false;
    showList(list, now.value);
  });
}

function fail(): void {
  failing.value = true;
}

function forget(): void {
  batch(() => {
    updatedAt.value = null;
    failing.value = false;
    clearSockets();
  });
}

function tick(): void {
  if (!document.hidden) now.value = Date.now();
}
