import { request, type Outcome } from '../browser/api';
import { useLoaded } from '../browser/use-loaded';
import { callFormOf, callForms } from '../call/call-forms';
import { CallFormView, FoldedCallForm } from '../call/form/call-form';
import { printable } from '../lib/text';
import type { Schemas, Socket, Wire } from '../lib/wire';
import { counted, word } from '../lib/words';
import { lastCallOn } from '../live/calls-log';
import { DetailText } from '../ui/detail-text';

type File = Wire<Schemas['File']>;
type Answer = Outcome<{ items: File[] }>;

/** The files that makefile made of the socket, with their calls. */
export function Files({ socket }: { socket: Socket }) {
  const { value, reload } = useLoaded<Answer>(lastCallOn(socket.id), (signal) => request('GET', '/files', { signal }));
  const makefile = callFormOf('makefile');
  return (
    <div class="files-tab">
      {socket.state !== 'CLOSED' && (
        <section aria-labelledby="makefile-heading">
          <h2 id="makefile-heading">{word('files.make')}</h2>
          {makefile && <CallFormView form={makefile} socket={socket} onEnd={reload} />}
        </section>
      )}
      {callForms() !== null && (
        <section aria-labelledby="files-heading">
          <h2 id="files-heading">{word('files.of', { id: printable(socket.id) })}</h2>
          <Made answer={value} socket={socket} onEnd={reload} />
        </section>
      )}
    </div>
  );
}

interface MadeProps {
  answer: Answer | null;
  socket: Socket;
  onEnd: () => void;
}

function Made({ answer, socket, onEnd }: MadeProps) {
  if (answer === null)
    return (
      <p class="hint" role="status">
        {word('files.loading')}
      </p>
    );
  if (!answer.ok)
    return (
      <p class="problem" role="alert">
        <DetailText text={answer.problem.detail} />
      </p>
    );
  const own = answer.value.items.filter((file) => file.socket_id === socket.id);
  if (own.length === 0) return <p class="hint">{word('files.none')}</p>;
  return (
    <>
      {own.map((file) => (
        <FileCalls key={file.id} file={file} socket={socket} onEnd={onEnd} />
      ))}
    </>
  );
}

function FileCalls({ file, socket, onEnd }: { file: File; socket: Socket; onEnd: () => void }) {
  const found = callForms();
  const calls = found?.ok ? found.value.items.filter(({ on }) => on === 'file') : [];
  return (
    <article class="file-card" aria-label={word('files.one', { id: file.id })}>
      <h3>{printable(file.id)}</h3>
      <p class="hint">{factsOf(file)}</p>
      {!file.closed &&
        calls.map((call) => (
          <FoldedCallForm key={call.name} form={call} socket={socket} target={file.id} open={false} onEnd={onEnd} />
        ))}
    </article>
  );
}

function factsOf({ mode, bufsize, encoding, fd, closed }: File): string {
  const contents = encoding === null ? word('files.bytes') : word('files.text', { encoding: printable(encoding) });
  const open = word('files.facts', { mode, buffer: bufferText(bufsize), contents, fd });
  return closed ? word('files.closed', { facts: open }) : open;
}

function bufferText(size: number): string {
  if (size === 0) return word('files.buffer.none');
  return size === 1 ? word('files.buffer.line') : counted('bytes', size);
}
