import { counted } from '../lib/format';
import type { Gap } from '../live/timeline';
import { loadGap } from '../live/traffic';
import type { Lost } from './turns';

/** What the conversation lacks here, in words. */
export function BreakRow({ part }: { part: Gap | Lost }) {
  return <li class="turn-break">{'gone' in part ? lostWords(part) : <GapWords gap={part} />}</li>;
}

function lostWords({ gone }: Lost): string {
  return `Chunk ${gone.seq}: the server no longer has its ${counted(gone.size, 'byte')}`;
}

function GapWords({ gap }: { gap: Gap }) {
  const chunks = counted(gap.gap, 'chunk');
  if (gap.lost) return <>Gap: {chunks} that the server no longer has</>;
  return (
    <>
      Gap: {chunks} not received by this page ·{' '}
      <button type="button" onClick={() => void loadGap(gap)}>
        Load
      </button>
    </>
  );
}
