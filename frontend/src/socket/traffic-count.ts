import { request } from '../browser/api';
import { useLoaded } from '../browser/use-loaded';
import { lastCallOn } from '../live/calls-log';

/** How many chunks the server keeps of a socket; null until it has said. */
export function useTrafficCount(id: string): number | null {
  const { value } = useLoaded(`${id} ${lastCallOn(id)}`, async (signal) => {
    const outcome = await request<{ total: number }>('GET', `/sockets/${encodeURIComponent(id)}/traffic`, {
      query: { limit: 1 },
      signal,
    });
    return outcome.ok ? outcome.value.total : null;
  });
  return value;
}
