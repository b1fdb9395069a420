import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Problem } from '../browser/api';
import { useTitle } from '../browser/title';
import { bytes } from '../lib/format';
import { printable } from '../lib/text';
import { word } from '../lib/words';
import { importRecording, recorderOf, recordings, toggleRecording, useRecordings } from '../live/recordings';
import { say } from '../ui/notices';
import { Rows } from './rows';
import { DetailText } from '../ui/detail-text';

/** What was recorded, and the switch that records all. */
export function List() {
  const problem = useSignal<Problem | null>(null);
  useTitle(word('recordings.title'));
  useRecordings();
  const found = recordings.value;
  const tell = (what: Problem | null) => {
    problem.value = what;
  };
  return (
    <section class="column reader fill" aria-labelledby="recordings">
      <header class="head">
        <h1 id="recordings">{word('recordings.title')}</h1>
        <Cost />
        {found?.storage && <Tools tell={tell} />}
      </header>
      {problem.value && (
        <p class="problem" role="alert">
          <DetailText text={problem.value.detail} />
        </p>
      )}
      {found?.storage === null && <p class="hint">{word('recordings.off')}</p>}
      {found?.storage && found.items.length === 0 && <p class="hint">{word('recordings.none')}</p>}
      {found && found.items.length > 0 && <Rows items={found.items} tell={tell} />}
    </section>
  );
}

/** What they take, where, and what the disk has left. */
function Cost() {
  const found = recordings.value;
  if (!found?.storage) return null;
  const taken = found.items.reduce((sum, item) => sum + item.bytes, 0);
  const { free, directory, file_size, files } = found.storage;
  return (
    <span class="hint" title={printable(directory)}>
      {word('recordings.cost', { taken: bytes(taken), free: bytes(free), most: bytes(file_size * files) })}
    </span>
  );
}

function Tools({ tell }: { tell: (problem: Problem | null) => void }) {
  const picker = useRef<HTMLInputElement>(null);
  const running = recorderOf(null) !== undefined;

  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    const problem = await importRecording(file);
    tell(problem);
    if (!problem) say(word('recordings.imported', { name: file.name }));
  }

  return (
    <span class="buttons">
      <label class="check">
        <input type="checkbox" role="switch" checked={running} onChange={() => void toggleRecording(null).then(tell)} />{' '}
        {word('recordings.all')}
      </label>
      <button type="button" onClick={() => picker.current?.click()}>
        {word('recordings.import')}
      </button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={word('recordings.import.file')}
        accept=".pcapng,.pcap,.cap"
        onChange={({ currentTarget }) => {
          void take(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
    </span>
  );
}
