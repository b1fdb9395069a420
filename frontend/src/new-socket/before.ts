import { spell } from '../lib/address';
import { rows } from '../live/sockets';

/** Addresses that are likely: where a socket of this console listens, or was connected to. */
export function before(): readonly string[] {
  const all = rows.value.map(({ socket }) => socket.value);
  const listening = all.filter(({ state }) => state === 'LISTENING').map(({ local_address }) => local_address);
  const peers = all.map(({ peer_address }) => peer_address);
  const known = [...listening, ...peers].filter((address) => address !== null);
  return [...new Set(known.filter(({ port, path }) => (port ?? 0) > 0 || Boolean(path)).map(spell))].slice(0, 20);
}
