import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { go } from '../browser/router';
import { printable } from '../lib/text';
import { word } from '../lib/words';
import { DialogHead } from '../ui/modal';
import { say } from '../ui/notices';
import { Address } from './address';
import { Advanced } from './advanced';
import { Basics } from './basics';
import { CodeSide } from './code-side';
import { draft, focused } from './draft';
import { Failed } from './failed';
import { lackOf, thenOf, type Form } from './form';
import { knownOptions } from './known-options';
import { forget, make, making } from './making';
import { answersOf, resolution, useResolution } from './resolution';
import { Roles } from './roles';
import { closeNewSocket, isOpen, lack } from './state';
import { attempts, creation } from './steps';

const known = () => knownOptions() ?? undefined;

/** What is typed at the left, the same as code and the calls at the right. */
export function Dialog() {
  const list = useComputed(() => attempts(draft.value, known(), answersOf(resolution.value)));
  useResolution();
  useEffect(() => {
    lack.value = null;
    return forget;
  }, []);

  return (
    <form
      class="making"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void run(draft.peek());
      }}
      onFocusIn={({ target }) => {
        focused.value = (target as Element).closest<HTMLElement>('[data-part]')?.dataset.part ?? null;
      }}
    >
      <Head />
      <div class="sides">
        <div class="fields">
          <Address />
          <Failed again={() => void run(draft.peek())} />
          <Roles />
          <Basics />
          <Advanced />
        </div>
        <CodeSide attempts={list.value} />
      </div>
      <Foot create={() => void run(creation(draft.peek()))} />
    </form>
  );
}

/** Makes the socket and goes to it; an address that is missing is asked for. */
async function run(form: Form): Promise<void> {
  lack.value = lackOf(form);
  if (lack.value !== null) {
    document.getElementById(lack.value === 'local' ? 'new-local' : 'new-address')?.focus();
    return;
  }
  const id = await make(form, (answers) => attempts(form, known(), answers));
  if (id !== null && isOpen.peek()) open(id);
}

function Head() {
  const { id, failure } = making.value;
  return (
    <DialogHead name={word('new.title')} close={closeNewSocket}>
      {failure !== null && (
        <span class="chip bad cut">
          <span aria-hidden="true">✕</span>{' '}
          {id === null ? word('new.failed') : word('new.failed.socket', { id: printable(id), call: failure.call.name })}
        </span>
      )}
    </DialogHead>
  );
}

function Foot({ create }: { create: () => void }) {
  const { id, failure, running } = making.value;
  return (
    <footer class="dialog-foot">
      <span class="hint grow">{failure === null ? doing(draft.value) : kept(id)}</span>
      {failure !== null && id !== null && (
        <button
          type="button"
          onClick={() => {
            open(id);
          }}
        >
          {word('new.open', { id: printable(id) })}
        </button>
      )}
      <button type="button" onClick={closeNewSocket}>
        {word(failure === null ? 'new.cancel' : 'new.leave')}
      </button>
      {failure === null && <Makers running={running} create={create} />}
    </footer>
  );
}

function kept(id: string | null): string {
  return id === null ? word('new.kept.none') : word('new.kept', { id: printable(id) });
}

function doing(form: Form): string {
  const then = thenOf(form);
  if (form.role === 'custom') return word(`new.does.custom.${then}`);
  if (form.role === 'udp') return word(`new.does.udp.${then === 'bind' ? then : 'connect'}`);
  return word(`new.does.${form.role}`);
}

function Makers({ running, create }: { running: boolean; create: () => void }) {
  const then = thenOf(draft.value);
  const further = then !== 'none' && then !== 'pair';
  return (
    <>
      {further && (
        <button type="button" aria-disabled={running} title={word('new.create.hint')} onClick={create}>
          {word('new.create')}
        </button>
      )}
      <button class="primary" aria-disabled={running}>
        {running ? word('new.running') : word(`new.do.${then}`)} <kbd aria-hidden="true">⏎</kbd>
      </button>
    </>
  );
}

function open(id: string): void {
  closeNewSocket();
  say(word('new.created', { id: printable(id) }));
  go(`/sockets/${encodeURIComponent(id)}`);
}
