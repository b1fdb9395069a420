import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { TargetedKeyboardEvent, TargetedSubmitEvent } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { Socket } from '../../lib/api';
import { toHex } from '../../lib/bytes';
import { CHECKSUMS } from '../../lib/crc';
import { parse, type Encoding } from '../../lib/encodings';
import { counted } from '../../lib/format';
import { AddressFields, Flags } from './addressing';
import { Choice } from './choice';
import { keepDraft, keepSent, keptDraft, sentTexts } from './drafts';
import { appended, CALLS, compose, ENDINGS, type Draft } from './message';
import { NONE, OutcomeText, type Outcome } from './outcome';
import { Receive } from './receive';
import { sendDraft } from './sending';

const ENCODINGS: Record<Encoding, string> = { text: 'Text', escapes: 'Escapes', hex: 'Hex', base64: 'Base64' };

const CHECKSUM_NAMES = {
  none: 'None', ...Object.fromEntries(Object.entries(CHECKSUMS).map(([kind, { name }]) => [kind, name])),
} as Record<Draft['checksum'], string>;

const ORDERS: Record<Draft['order'], string> = { little: 'Low byte first', big: 'High byte first' };

/** Writes bytes in the form that is at hand, and sends them. */
export function Composer({ socket }: { socket: Socket }) {
  return <Form key={socket.id} socket={socket} />;
}

function Form({ socket }: { socket: Socket }) {
  const id = useId();
  const draft = useSignal<Draft>(keptDraft(socket));
  const outcome = useSignal<Outcome>(NONE);
  const composed = useComputed(() => compose(draft.value));
  useSignalEffect(() => { keepDraft(socket.id, draft.value); });
  const change = (changes: Partial<Draft>) => { draft.value = { ...draft.value, ...changes }; };
  const { encoding, ending, checksum, order, call } = draft.value;

  async function send(): Promise<void> {
    const message = composed.value;
    if (!message.ok || outcome.value.kind === 'waiting') return;
    keepSent(socket.id, draft.value.text);
    outcome.value = { kind: 'waiting', call };
    outcome.value = await sendDraft(socket, draft.value, message.bytes);
  }

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    void send();
  }

  return (
    <form class="composer" aria-label="Send" onSubmit={submit}>
      <div class="composer-row">
        <Choice label="Write as" value={encoding} options={ENCODINGS} onChoose={(chosen) => { change({ encoding: chosen }); }} />
        <Choice label="Line ending" value={ending} options={named(ENDINGS)} onChoose={(chosen) => { change({ ending: chosen }); }} />
        <Choice label="Checksum" value={checksum} options={CHECKSUM_NAMES} onChoose={(chosen) => { change({ checksum: chosen }); }} />
        {checksum !== 'none' && checksum !== 'sum8' && (
          <Choice label="Byte order" value={order} options={ORDERS} onChoose={(chosen) => { change({ order: chosen }); }} />
        )}
      </div>
      <TextField id={id} socket={socket} draft={draft.value} onText={(text) => { change({ text }); }} onSend={() => void send()} />
      <div class="composer-row">
        <Choice label="Call" value={call} options={Object.fromEntries(CALLS.map((name) => [name, name])) as Record<Draft['call'], string>}
          onChoose={(chosen) => { change({ call: chosen }); }} />
        {call === 'sendto' && <AddressFields socket={socket} draft={draft.value} onChange={change} />}
        <Flags chosen={draft.value.flags} onChoose={(flags) => { change({ flags }); }} />
        <button class="primary" aria-disabled={!composed.value.ok || outcome.value.kind === 'waiting'}>{sendText(composed.value)}</button>
        <Receive socket={socket} />
      </div>
      <div class="composer-result"><OutcomeText outcome={outcome.value} onRetry={() => void send()} /></div>
    </form>
  );
}

function sendText(message: ReturnType<typeof compose>): string {
  return message.ok ? `Send ${counted(message.bytes.length, 'byte')}` : 'Send';
}

function named<T extends string>(names: Record<T, unknown>): Record<T, string> {
  return Object.fromEntries(Object.keys(names).map((name) => [name, name === 'none' ? 'None' : name])) as Record<T, string>;
}

interface TextFieldProps {
  id: string;
  socket: Socket;
  draft: Draft;
  onText: (text: string) => void;
  onSend: () => void;
}

const PLACEHOLDERS: Record<Encoding, string> = {
  text: 'hello', escapes: String.raw`hello\r\n`, hex: '68 65 6c 6c 6f', base64: 'aGVsbG8=',
};

function TextField({ id, socket, draft, onText, onSend }: TextFieldProps) {
  const recalled = useRef(-1);
  const parsed = parse(draft.encoding, draft.text);
  const more = parsed.ok ? appended(draft, parsed.bytes) : null;

  function press(event: TargetedKeyboardEvent<HTMLTextAreaElement>): void {
    const act = actionOf(event);
    if (!act) return;
    event.preventDefault();
    act();
  }

  function actionOf(event: TargetedKeyboardEvent<HTMLTextAreaElement>): (() => void) | null {
    if (event.isComposing || event.shiftKey || event.altKey) return null;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return onSend;
    if (event.key === 'ArrowUp' && isFirstLine(event.currentTarget)) return () => { recall(1); };
    if (event.key === 'ArrowDown' && recalled.current >= 0 && isLastLine(event.currentTarget)) return () => { recall(-1); };
    return null;
  }

  function recall(step: number): void {
    const texts = sentTexts(socket.id);
    recalled.current = Math.max(-1, Math.min(recalled.current + step, texts.length - 1));
    if (texts.length > 0) onText(texts[recalled.current] ?? '');
  }

  return (
    <div class="composer-text">
      <label class="visually-hidden" for={id}>Bytes to send</label>
      <textarea id={id} rows={2} spellcheck={false} autocomplete="off" value={draft.text} placeholder={PLACEHOLDERS[draft.encoding]}
        aria-invalid={!parsed.ok} aria-describedby={`${id}-problem`} onKeyDown={press}
        onInput={({ currentTarget }) => { recalled.current = -1; onText(currentTarget.value); }} />
      <p id={`${id}-problem`} role="status" class={parsed.ok ? 'hint' : 'problem'}>
        {parsed.ok ? more && more.length > 0 && <>Appends <code>{toHex(more)}</code></> : <><Marked text={draft.text} {...parsed} /> {parsed.message}</>}
      </p>
    </div>
  );
}

const AROUND = 12;

/** The wrong characters where they stand, underlined. */
function Marked({ text, at, length }: { text: string; at: number; length: number }) {
  const from = Math.max(0, at - AROUND);
  return (
    <code class="marked" aria-hidden="true">
      {from > 0 && '…'}{text.slice(from, at)}<u>{text.slice(at, at + length)}</u>{text.slice(at + length, at + length + AROUND)}
    </code>
  );
}

function isFirstLine({ value, selectionStart }: HTMLTextAreaElement): boolean {
  return !value.slice(0, selectionStart).includes('\n');
}

function isLastLine({ value, selectionEnd }: HTMLTextAreaElement): boolean {
  return !value.slice(selectionEnd).includes('\n');
}
