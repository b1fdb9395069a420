import { useComputed, useSignal } from '@preact/signals';
import { go } from '../browser/router';
import { printable } from '../lib/text';
import { say } from '../ui/notices';
import { FailedCard } from '../call/failed-card';
import { draft } from './draft';
import { Fields } from './fields';
import { knownOptions } from './known-options';
import { Listing } from './listing-view';
import { closeNewSocket } from './state';
import { run, type Result } from './run';
import { creation, steps, type Step } from './steps';

const known = () => knownOptions() ?? undefined;

const NONE: Result = { id: null, failure: null };

/** What is typed at the left, the calls that it makes at the right. */
export function Dialog() {
  const running = useSignal(false);
  const result = useSignal<Result>(NONE);
  const calls = useComputed(() => steps(draft.value, known()));

  async function make(list: readonly Step[]): Promise<void> {
    running.value = true;
    result.value = NONE;
    result.value = await run(list);
    running.value = false;
    if (result.value.failure === null && result.value.id !== null) open(result.value.id);
  }

  return (
    <form
      class="making"
      onSubmit={(event) => {
        event.preventDefault();
        void make(calls.value);
      }}
    >
      <h2>New socket</h2>
      <div class="sides">
        <Fields />
        <Listing steps={calls.value} />
      </div>
      <Failed result={result.value} again={() => void make(calls.value)} />
      <div class="buttons">
        <Buttons running={running.value} create={() => void make(creation(draft.value, known()))} />
        <button type="button" onClick={closeNewSocket}>
          Cancel
        </button>
      </div>
    </form>
  );
}

function Buttons({ running, create }: { running: boolean; create: () => void }) {
  const { start, listen, connect } = draft.value;
  const further = start !== 'Pair' && (listen || connect);
  const all = !further ? 'Create' : `Create and ${listen ? 'listen' : 'connect'}`;
  return (
    <>
      <button class="primary" aria-disabled={running}>
        {running ? 'Running' : all}
      </button>
      {further && (
        <button type="button" aria-disabled={running} onClick={create}>
          Create
        </button>
      )}
    </>
  );
}

/** What was made before the failing step stays, and is said to. */
function Failed({ result: { id, failure }, again }: { result: Result; again: () => void }) {
  if (failure === null) return null;
  return (
    <div class="failed">
      {id !== null && (
        <p>
          {printable(id)} was created and is kept; {failure.step.name} failed.{' '}
          <button
            type="button"
            onClick={() => {
              open(id);
            }}
          >
            Open {printable(id)}
          </button>
        </p>
      )}
      <FailedCard problem={failure.problem} call={failure.step} {...(id === null && { onRetry: again })} />
    </div>
  );
}

function open(id: string): void {
  closeNewSocket();
  say(`Created ${id}`);
  go(`/sockets/${encodeURIComponent(id)}`);
}
