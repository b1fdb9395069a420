import { go } from '../browser/router';
import { word } from '../lib/words';
import type { Item } from '../ui/menu';
import { clearTraffic } from './clear';
import type { View } from './view';

/** What is done with all of the traffic that is shown. */
export function moreItems(socketId: string | null, view: View): readonly Item[] {
  const own: Item[] =
    socketId === null
      ? []
      : [
          {
            name: word('traffic.open.all'),
            run: () => {
              go(`/traffic?filter=socket:${encodeURIComponent(socketId)}&only=1`);
            },
          },
        ];
  return [
    ...own,
    {
      name: word('traffic.clear.view'),
      run: () => {
        view.clear();
      },
    },
    { name: word('traffic.clear.traffic'), run: () => void clearTraffic(socketId) },
  ];
}
