import { go } from '../browser/router';
import { word } from '../lib/words';
import { recording } from '../live/source';
import type { Item } from '../ui/menu';
import { clearTraffic } from './clear';
import { saveCapture } from './export';
import type { View } from './view';
import type { Wishes } from './wishes';

/** What is done with all of the traffic that is shown. */
export function moreItems(socketId: string | null, view: View, wishes: Wishes): readonly Item[] {
  const clear: Item = {
    name: word('traffic.clear.view'),
    run: () => {
      view.clear();
    },
  };
  if (recording.peek() !== null) return [clear];
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
    { name: word('traffic.export.jsonl'), run: () => void saveCapture(socketId, wishes, 'jsonl') },
    { name: word('traffic.export.txt'), run: () => void saveCapture(socketId, wishes, 'txt') },
    clear,
    { name: word('traffic.clear.traffic'), run: () => void clearTraffic(socketId) },
  ];
}
