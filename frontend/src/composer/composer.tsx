import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { TargetedKeyboardEvent, TargetedSubmitEvent } from 'preact';
import { useId, useRef } from 'preact/hooks';
import type { Socket } from '../lib/wire';
import { toHex } from '../lib/bytes';
import { parse, type Encoding } from '../lib/encodings';
import { counted } from '../lib/format';
import { useKeys } from '../browser/keys';
import { AddressFields } from './addressing';
import { Choice } from './choice';
import { keepDraft, keepSent, keptDraft, sentTexts } from './drafts';
import { More } from './more';
import { appended, compose, type Draft } from './message';
import { NONE, OutcomeText, type Outcome } from '../call/outcome';
import { receive, receiveCall, sendDraft } from './sending';
import { useCall } from '../call/use-call';

const ENCODINGS: Record<Encoding, string> = { text: 'Text', escapes: 'Escapes', hex: 'Hex', base64: 'Base64' };

const ENDING_NAMES: Record<Draft['ending'], string> = { none: 'No line ending', LF: 'LF', CRLF: 'CRLF', CR: 'CR' };

/** Writes bytes in the form that is at hand, and sends them. */
export function Composer({ socket }: { socket: Socket }) {
  return <Form key={socket.id} socket={socket} />;
}

function Form({ socket }: { socket: Socket }) {
  const id = useId();
  const draft = useSignal<Draft>(keptDraft(socket));
  const message = useComputed(() => compose(draft.value)).value;
  const sending = useCall(draft.value.call, () => send(socket, draft.peek()));
  const receiving = useCall(receiveCall(socket).name, () => receive(socket));
  useSignalEffect(() => {
    keepDraft(socket.id, draft.value);
  });
  useKeys({
    s: () => {
      document.getElementById(id)?.focus();
    },
  });
  const change = (changes: Partial<Draft>) => {
    draft.value = { ...draft.value, ...changes };
  };

  function submit(event?: TargetedSubmitEvent<HTMLFormElement>): void {
    event?.preventDefault();
    if (message.ok) sending.run();
  }

  return (
    <form class="composer" aria-label="Send and receive" onSubmit={submit}>
      <TextField
        id={id}
        socket={socket}
        draft={draft.value}
        onText={(text) => {
          change({ text });
        }}
        onSend={submit}
      />
      <div class="composer-row">
        <Choice
          label="Write as"
          quiet
          value={draft.value.encoding}
          options={ENCODINGS}
          onChoose={(encoding) => {
            change({ encoding });
          }}
        />
        <Choice
          label="Line ending"
          quiet
          value={draft.value.ending}
          options={ENDING_NAMES}
          onChoose={(ending) => {
            change({ ending });
          }}
        />
        {draft.value.call === 'sendto' && <AddressFields socket={socket} draft={draft.value} onChange={change} />}
        <button class="primary" aria-disabled={!message.ok || sending.waits}>
          {sendText(message)}
        </button>
        <button type="button" aria-disabled={receiving.waits} onClick={receiving.run}>
          Receive
        </button>
        <More draft={draft.value} onChange={change} />
      </div>
      <OutcomeText outcome={sending.outcome} onRetry={sending.run} />
      <OutcomeText outcome={receiving.outcome} onRetry={receiving.run} />
    </form>
  );
}

async function send(socket: Socket, draft: Draft): Promise<Outcome> {
  const message = compose(draft);
  if (!message.ok) return NONE;
  keepSent(socket.id, draft.text);
  return sendDraft(socket, draft, message.bytes);
}

function sendText(message: ReturnType<typeof compose>): string {
  return message.ok ? `Send ${counted(message.bytes.length, 'byte')}` : 'Send';
}

interface TextFieldProps {
  id: string;
  socket: Socket;
  draft: Draft;
  onText: (text: string) => void;
  onSend: () => void;
}

const PLACEHOLDERS: Record<Encoding, string> = {
  text: 'hello',
  escapes: String.raw`hello\r\n`,
  hex: '68 65 6c 6c 6f',
  base64: 'aGVsbG8=',
};

/** What is being written, before the texts that were sent: the last of them is 0. */
const UNSENT = -1;

function TextField({ id, socket, draft, onText, onSend }: TextFieldProps) {
  const recalled = useRef(UNSENT);
  const unsent = useRef('');
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
    if (event.key === 'ArrowUp' && isFirstLine(event.currentTarget))
      return () => {
        recall(1);
      };
    if (event.key === 'ArrowDown' && recalled.current > UNSENT && isLastLine(event.currentTarget))
      return () => {
        recall(-1);
      };
    return null;
  }

  function recall(step: number): void {
    if (recalled.current === UNSENT) unsent.current = draft.text;
    const texts = sentTexts(socket.id);
    recalled.current = Math.max(UNSENT, Math.min(recalled.current + step, texts.length - 1));
    onText(texts[recalled.current] ?? unsent.current);
  }

  return (
    <div class="composer-text">
      <label class="visually-hidden" for={id}>
        Bytes to send
      </label>
      <textarea
        id={id}
        rows={1}
        spellcheck={false}
        autocomplete="off"
        value={draft.text}
        placeholder={PLACEHOLDERS[draft.encoding]}
        aria-invalid={!parsed.ok}
        aria-describedby={`${id}-problem`}
        onKeyDown={press}
        onInput={({ currentTarget }) => {
          recalled.current = UNSENT;
          onText(currentTarget.value);
        }}
      />
      <p id={`${id}-problem`} role="status" class={parsed.ok ? 'hint' : 'problem'}>
        {parsed.ok ? (
          more &&
          more.length > 0 && (
            <>
              Appends <code>{toHex(more)}</code>
            </>
          )
        ) : (
          <>
            <Marked text={draft.text} {...parsed} /> {parsed.message}
          </>
        )}
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
      {from > 0 && '…'}
      {text.slice(from, at)}
      <u>{text.slice(at, at + length)}</u>
      {text.slice(at + length, at + length + AROUND)}
    </code>
  );
}

function isFirstLine({ value, selectionStart }: HTMLTextAreaElement): boolean {
  return !value.slice(0, selectionStart).includes('\n');
}

function isLastLine({ value, selectionEnd }: HTMLTextAreaElement): boolean {
  return !value.slice(selectionEnd).includes('\n');
}
