import { useSignal } from '@preact/signals';
import type { Problem } from '../browser/api';
import { language } from '../lib/dictionary';
import { bytes } from '../lib/format';
import { dayAndTime } from '../lib/clock';
import { printable } from '../lib/text';
import { counted, word } from '../lib/words';
import { deleteRecording, pathOf, stopRecording, type Recording } from '../live/recordings';
import { saveRecording } from '../traffic/export';
import { Modal } from '../ui/modal';
import { say } from '../ui/notices';

interface RowsProps {
  items: readonly Recording[];
  tell: (problem: Problem | null) => void;
}

/** The newest first. */
export function Rows({ items, tell }: RowsProps) {
  const doomed = useSignal<Recording | null>(null);
  return (
    <div class="scroll">
      <table class="answers">
        <caption class="visually-hidden">{word('recordings.title')}</caption>
        <thead>
          <tr>
            {(['name', 'state', 'of', 'started', 'packets', 'size', 'do'] as const).map((column) => (
              <th key={column} scope="col">
                {word(`recordings.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.toReversed().map((item) => (
            <Row
              key={item.id}
              item={item}
              tell={tell}
              onDelete={() => {
                doomed.value = item;
              }}
            />
          ))}
        </tbody>
      </table>
      {doomed.value && (
        <Question
          key={doomed.value.id}
          item={doomed.value}
          onEnd={(really) => {
            const item = doomed.value;
            doomed.value = null;
            if (really && item) void remove(item, tell);
          }}
        />
      )}
    </div>
  );
}

async function remove({ id, name }: Recording, tell: RowsProps['tell']): Promise<void> {
  const problem = await deleteRecording(id);
  tell(problem);
  if (problem === null) say(word('recordings.deleted', { name: printable(name) }));
}

function Row({ item, tell, onDelete }: { item: Recording; tell: RowsProps['tell']; onDelete: () => void }) {
  const { id, name, state, dropped, error } = item;
  return (
    <tr>
      <td data-name={word('recordings.column.name')}>
        <a href={pathOf(id)}>{printable(name)}</a>
      </td>
      <td data-name={word('recordings.column.state')}>
        <span class={`chip ${state === 'running' ? 'ok' : 'off'}`}>{word(`recordings.state.${state}`)}</span>
      </td>
      <td data-name={word('recordings.column.of')}>{whatOf(item)}</td>
      <td data-name={word('recordings.column.started')}>
        <time dateTime={item.started_at}>{dayAndTime(item.started_at)}</time>
      </td>
      <td data-name={word('recordings.column.packets')}>
        {item.packets.toLocaleString(language)}
        {dropped > 0 && (
          <strong class="problem" title={error === null ? undefined : printable(error)}>
            {' '}
            {counted('recordings.dropped', dropped)}
          </strong>
        )}
      </td>
      <td data-name={word('recordings.column.size')}>{bytes(item.bytes)}</td>
      <td data-name={word('recordings.column.do')}>
        <span class="actions">
          {state === 'running' && (
            <Do name={word('recordings.stop')} of={name} run={() => void stopRecording(id).then(tell)} />
          )}
          <Do name={word('recordings.download')} of={name} run={() => void saveRecording(id)} />
          <Do name={word('recordings.delete')} of={name} run={onDelete} />
        </span>
      </td>
    </tr>
  );
}

function whatOf({ state, sockets, filter }: Recording): string {
  if (state === 'imported') return word('recordings.of.file');
  const whose = sockets.length === 0 ? word('recordings.of.all') : sockets.map(printable).join(', ');
  return filter === null ? whose : `${whose} · ${printable(filter)}`;
}

function Do({ name, of, run }: { name: string; of: string; run: () => void }) {
  return (
    <button type="button" aria-label={`${name} ${printable(of)}`} onClick={run}>
      {name}
    </button>
  );
}

function Question({ item: { name, bytes: size }, onEnd }: { item: Recording; onEnd: (really: boolean) => void }) {
  const open = useSignal(true);
  const title = word('recordings.delete.question', { name: printable(name) });
  const end = (really: boolean) => () => {
    onEnd(really);
  };
  if (!open.value) onEnd(false);
  return (
    <Modal name={title} open={open} kind="ask">
      <p>{word('recordings.delete.loss', { size: bytes(size) })}</p>
      <footer class="dialog-foot">
        <button type="button" onClick={end(false)}>
          {word('recordings.keep')}
        </button>
        <button type="button" class="primary" autofocus onClick={end(true)}>
          {word('recordings.delete')}
        </button>
      </footer>
    </Modal>
  );
}
