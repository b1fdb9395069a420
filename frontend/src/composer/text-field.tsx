import type { TargetedKeyboardEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { toHex } from '../lib/bytes';
import type { Encoding, Parsed } from '../lib/encodings';
import type { Socket } from '../lib/wire';
import { rich, word } from '../lib/words';
import { sentTexts } from './drafts';
import { appended, typed, type Draft } from './message';

interface TextFieldProps {
  id: string;
  socket: Socket;
  draft: Draft;
  /** Why the notation stayed as it was. */
  refused: string;
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

export function TextField({ id, socket, draft, refused, onText, onSend }: TextFieldProps) {
  const recalled = useRef(UNSENT);
  const unsent = useRef('');
  const parsed = typed(draft);

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
        {word('composer.bytes')}
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
      <p id={`${id}-problem`} role="status" class={parsed.ok && refused === '' ? 'hint' : 'problem'}>
        {refused === '' ? <Note draft={draft} parsed={parsed} /> : refused}
      </p>
    </div>
  );
}

/** What goes along with what was typed, or what is wrong with it. */
function Note({ draft, parsed }: { draft: Draft; parsed: Parsed }) {
  if (!parsed.ok)
    return (
      <>
        <Marked text={draft.text} {...parsed} /> {parsed.message}
      </>
    );
  const more = draft.checksum === 'none' ? '' : toHex(appended(draft, parsed.bytes));
  return more === '' ? null : <>{rich('composer.appends', { bytes: <code>{more}</code> })}</>;
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
