import { word } from '../../lib/words';
import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Socket } from '../../lib/wire';
import type { Where } from '../../lib/subject';
import { printable } from '../../lib/text';
import { waitingOn } from '../../live/operations';
import type { CallForm } from '../call-forms';
import { CopyButton } from '../../ui/copy-button';
import { curlOf, type Call } from '../make';
import { OperationCard } from '../operation-card';
import { outlookOf } from '../outlook';
import { isResumed, run, runOf } from '../runs';
import { callText } from './call-text';
import { Field } from './fields';
import { keepDraft, keptDraft } from './kept-draft';
import { RunView } from './run-view';
import { argumentsOf, Mistyped, type Draft } from './values';

interface CallFormProps {
  form: CallForm;
  socket: Socket;
  /** What the call is made on: the socket's id, or a file's. */
  target?: string;
  onEnd?: () => void;
}

/** A call with its parameters, its likely end and its answer. */
export function CallFormView({ form, socket, target = socket.id, onEnd }: CallFormProps) {
  const id = useId();
  const draft = useSignal<Draft>(keptDraft(form.name));
  const mistake = useSignal<string | null>(null);
  const state = runOf(target, form.name);
  const waits = state.value.kind === 'waiting';

  function put(name: string, text: string): void {
    draft.value = { ...draft.peek(), [name]: text };
    mistake.value = null;
    keepDraft(form.name, draft.value);
  }

  async function make(): Promise<void> {
    const call = callOf(form, draft.peek(), socket, target);
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
    <form class="call-form" onSubmit={submit} aria-label={word('form.name', { call: form.name })}>
      <p class="hint">{word('form.returns', { value: form.returns ?? 'None' })}</p>
      {form.parameters.map((parameter) => (
        <Field
          key={parameter.name}
          parameter={parameter}
          id={`${id}-${parameter.name}`}
          draft={draft.value}
          family={socket.family}
          type={socket.type}
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
          {word('form.run', { call: form.name })}
        </button>
        <CopyButton what="curl" text={() => curlText(form, draft.peek(), socket, target)} />
        <span class="hint outlook">{outlookOf(form, socket)}</span>
      </div>
      <WaitsOnNone call={form.name} />
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
function callOf(form: CallForm, draft: Draft, socket: Socket, target: string): Call | string {
  try {
    const { query, body } = argumentsOf(form, draft, socket.family);
    return {
      name: form.name,
      target,
      method: form.method,
      path: form.path.replace('{id}', encodeURIComponent(target)),
      query,
      text: callText(form, draft, socket.family),
      at: body.address as Where | undefined,
      ...(form.method === 'POST' && { body }),
    };
  } catch (error) {
    if (error instanceof Mistyped) return `${error.field}: ${error.message}`;
    throw error;
  }
}

function curlText(form: CallForm, draft: Draft, socket: Socket, target: string): string {
  const call = callOf(form, draft, socket, target);
  return typeof call === 'string' ? call : curlOf(call);
}

interface FoldedProps extends CallFormProps {
  open: boolean;
}

/** Its body is there only while it is open: there are dozens. */
export function FoldedCallForm({ open, ...props }: FoldedProps) {
  const { form, socket, target = socket.id } = props;
  const { name, summary } = form;
  const shown = useSignal(open);
  const details = useRef<HTMLDetailsElement>(null);
  const isAwaited = isResumed(target, name);

  useEffect(() => {
    if (isAwaited) shown.value = true;
  }, [isAwaited]);

  useEffect(() => {
    if (!open) return;
    shown.value = true;
    requestAnimationFrame(() => {
      focusFirst(details.current);
    });
  }, [open]);

  function reveal(): void {
    details.current?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <details
      ref={details}
      class="folded-call"
      open={shown.value}
      onToggle={({ currentTarget }) => {
        shown.value = currentTarget.open;
        if (currentTarget.open && !open) requestAnimationFrame(reveal);
      }}
    >
      <summary>
        <code>{name}</code> <span class="hint">{summary}</span>
      </summary>
      {shown.value && <CallFormView {...props} />}
    </details>
  );
}

function focusFirst(details: HTMLDetailsElement | null): void {
  details?.scrollIntoView({ block: 'nearest' });
  details?.querySelector<HTMLElement>('form :is(input, textarea, select, button)')?.focus();
}
