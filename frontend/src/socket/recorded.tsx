import { bytes } from '../lib/format';
import { word } from '../lib/words';
import { pathOf, recorderOf, toggleRecording, useRecordings } from '../live/recordings';
import type { Item } from '../ui/menu';
import { say } from '../ui/notices';

/** That the socket is recorded, and what it takes on the disk so far. */
export function Recorded({ id }: { id: string }) {
  useRecordings();
  const recorder = recorderOf(id) ?? recorderOf(null);
  if (!recorder) return null;
  return (
    <a class="chip warn" href={pathOf(recorder.id)} title={word('recordings.running', { size: bytes(recorder.bytes) })}>
      {word('recordings.on')}
    </a>
  );
}

export function recordItem(id: string): Item {
  const running = recorderOf(id) !== undefined;
  return {
    name: word(running ? 'recordings.socket.stop' : 'recordings.socket.start'),
    run: () =>
      void toggleRecording(id).then((problem) => {
        if (problem) say(problem.detail);
      }),
  };
}
