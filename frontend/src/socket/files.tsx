import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { request, type Outcome } from '../browser/api';
import type { Schemas, Socket, Wire } from '../lib/wire';
import { printable } from '../lib/text';
import { descriptorOf, descriptors } from '../call/descriptors';
import { lastCallOn } from '../live/calls-log';
import { CallForm, FoldedCallForm } from '../call/form/call-form';

type File = Wire<Schemas['File']>;

/** The files that makefile made of the socket, with their calls. */
export function Files({ socket }: { socket: Socket }) {
  const outcome = useSignal<Outcome<{ items: File[] }> | null>(null);
  const load = async () => {
    outcome.value = await request('GET', '/files');
  };
  const last = useComputed(() => lastCallOn(socket.id)).value;
  const makefile = descriptorOf('makefile');
  useEffect(() => void load(), [last]);
  return (
    <div class="files-tab">
      {socket.state !== 'CLOSED' && (
        <section aria-labelledby="makefile-heading">
          <h2 id="makefile-heading">Make a file</h2>
          {makefile && <CallForm descriptor={makefile} socket={socket} onEnd={() => void load()} />}
        </section>
      )}
      <section aria-labelledby="files-heading">
        <h2 id="files-heading">Files of {printable(socket.id)}</h2>
        <Made outcome={outcome.value} socket={socket} onEnd={() => void load()} />
      </section>
    </div>
  );
}

interface MadeProps {
  outcome: Outcome<{ items: File[] }> | null;
  socket: Socket;
  onEnd: () => void;
}

function Made({ outcome, socket, onEnd }: MadeProps) {
  if (outcome === null)
    return (
      <p class="hint" role="status">
        Loading the files
      </p>
    );
  if (!outcome.ok)
    return (
      <p class="problem" role="alert">
        {outcome.problem.detail}
      </p>
    );
  const own = outcome.value.items.filter((file) => file.socket_id === socket.id);
  if (own.length === 0) return <p class="hint">None yet. A file reads and writes lines, and text in an encoding.</p>;
  return (
    <>
      {own.map((file) => (
        <FileCalls key={file.id} file={file} socket={socket} onEnd={onEnd} />
      ))}
    </>
  );
}

function FileCalls({ file, socket, onEnd }: { file: File; socket: Socket; onEnd: () => void }) {
  const found = descriptors();
  const calls = found?.ok ? found.value.items.filter(({ on }) => on === 'file') : [];
  return (
    <article class="file-card" aria-label={`File ${file.id}`}>
      <h3>{printable(file.id)}</h3>
      <p class="hint">
        mode <code>{file.mode}</code> · buffer {bufferText(file.bufsize)} ·{' '}
        {file.encoding === null ? 'bytes' : `text in ${printable(file.encoding)}`} · descriptor {file.fd}
        {file.closed && ' · closed'}
      </p>
      {!file.closed &&
        calls.map((call) => (
          <FoldedCallForm
            key={call.name}
            descriptor={call}
            socket={socket}
            target={file.id}
            open={false}
            onEnd={onEnd}
            title={call.name.replace('_file', '')}
          />
        ))}
    </article>
  );
}

function bufferText(size: number): string {
  if (size === 0) return 'none';
  return size === 1 ? 'by line' : `${size.toLocaleString('en-US')} bytes`;
}
