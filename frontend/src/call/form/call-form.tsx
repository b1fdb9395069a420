import { word } from '../../lib/words';
import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Socket } from '../../lib/wire';
import type { Where } from '../../lib/subject';
import { printable } from '../../lib/text';
import { waitingOn } from '../../live/operations';
import type { Descriptor } from '../descriptors';
import { CopyButton } from '../../ui/copy-button';
import { curlOf, type Call } from '../make';
import { OperationCard } from '../operation-card';
import { outlookOf } from '../outlook';
import { run, runOf } from '../runs';
import { callText } from './call-text';
import { Field } from './fields';
import { keepDraft, keptDraft } from './kept-draft';
import { RunView } from './run-view';
import { argumentsOf, Mistyped, type Draft } from './values';

interface CallFormProps {
  descriptor: Descriptor;
  socket: Socket;
  /** What the call is made on: the socket's id, or a file's. */
  target?: string;
  onEnd?: () => void;
}

/** A call with its parameters, its likely end and its answer. */
export function CallForm({ descriptor, socket, target = socket.id, onEnd }: CallFormProps) {
  const id = useId();
  const draft = useSignal<Draft>(keptDraft(descriptor.name));
  const mistake = useSignal<string | null>(null);
  const state = runOf(target, descriptor.name);
  const waits = state.value.kind === 'waiting';

  function put(name: string, text: string): void {
    draft.value = { ...draft.peek(), [name]: text };
    mistake.value = null;
    keepDraft(descriptor.name, draft.value);
  }

  async function make(): Promise<void> {
    const call = callOf(descriptor, draft.peek(), socket, target);
    mistake.value = typeof call === 'string' ? call : null;
    if (typeof call === 'string') return;
    await run(call);
    onEnd?.();
  }

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    void make();
  }

  return (
    <form class="call-form" onSubmit={submit} aria-label={word('form.name', { call: descriptor.name })}>
      <p class="hint">{word('form.returns', { value: descriptor.returns ?? 'None' })}</p>
      {descriptor.parameters.map((parameter) => (
        <Field
          key={parameter.name}
          parameter={parameter}
          id={`${id}-${parameter.name}`}
          draft={draft.value}
          family={socket.family}
          put={put}
        />
      ))}
      {mistake.value !== null && (
        <p class="problem" role="alert">
          {printable(mistake.value)}
        </p>
      )}
      <div class="form-run">
        <button class="primary" aria-disabled={waits}>
          {word('form.run', { call: descriptor.name })}
        </button>
        <CopyButton what="curl" text={() => curlText(descriptor, draft.peek(), socket, target)} />
        <span class="hint outlook">{outlookOf(descriptor, socket)}</span>
      </div>
      <WaitsOnNone call={descriptor.name} />
      <RunView run={state.value} onRetry={() => void make()} />
    </form>
  );
}

/** No socket's foot has those that wait on several, whoever began them. */
function WaitsOnNone({ call }: { call: string }) {
  const waits = waitingOn(null).filter((waiting) => waiting.call === call);
  return (
    <>
      {waits.map((waiting) => (
        <OperationCard key={waiting.id} waiting={waiting} />
      ))}
    </>
  );
}

/** What is wrong with it, where it cannot be made. */
function callOf(descriptor: Descriptor, draft: Draft, socket: Socket, target: string): Call | string {
  try {
    const { query, body } = argumentsOf(descriptor, draft, socket.family);
    return {
      name: descriptor.name,
      target,
      method: descriptor.method,
      path: descriptor.path.replace('{id}', encodeURIComponent(target)),
      query,
      text: callText(descriptor, draft, socket.family),
      at: body.address as Where | undefined,
      ...(descriptor.method === 'POST' && { body }),
    };
  } catch (error) {
    if (error instanceof Mistyped) return `${error.field}: ${error.message}`;
    throw error;
  }
}

function curlText(descriptor: Descriptor, draft: Draft, socket: Socket, target: string): string {
  const call = callOf(descriptor, draft, socket, target);
  return typeof call === 'string' ? call : curlOf(call);
}

interface FoldedProps extends CallFormProps {
  open: boolean;
  title?: string;
}

/** Its body is there only while it is open: there are dozens. */
export function FoldedCallForm({ open, title, ...props }: FoldedProps) {
  const { name, summary } = props.descriptor;
  const shown = useSignal(open);
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    if (!open) return;
    shown.value = true;
    requestAnimationFrame(() => {
      focusFirst(details.current);
    });
  }, [open]);

  return (
    <details
      ref={details}
      class="folded-call"
      open={shown.value}
      onToggle={({ currentTarget }) => {
        shown.value = currentTarget.open;
      }}
    >
      <summary>
        <code>{title ?? name}</code> <span class="hint">{summary}</span>
      </summary>
      {shown.value && <CallForm {...props} />}
    </details>
  );
}

function focusFirst(details: HTMLDetailsElement | null): void {
  details?.scrollIntoView({ block: 'nearest' });
  details?.querySelector<HTMLElement>('form :is(input, textarea, select, button)')?.focus();
}
