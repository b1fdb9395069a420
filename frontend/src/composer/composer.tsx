import { useComputed, useSignal, useSignalEffect, type Signal } from '@preact/signals';
import type { TargetedMouseEvent, TargetedSubmitEvent } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useKeys } from '../browser/keys';
import { isPhone } from '../browser/media';
import { outlookOf } from '../call/outlook';
import { dismissLatest, run, runOf } from '../call/runs';
import { receiveCall } from '../call/receiving';
import type { Encoding, Parsed } from '../lib/encodings';
import type { Socket } from '../lib/wire';
import { counted, word } from '../lib/words';
import { isAnswered } from '../live/responder';
import { Addressing } from './addressing';
import { ByItself } from './by-itself';
import { CallChoice, callSummary } from './call-choice';
import { ChecksumChoice, checksumSummary } from './checksum-choice';
import { Choice } from './choice';
import { keepDraft, keepSent, keptDraft } from './drafts';
import { Folds } from './fold';
import { compose, inNotation, lackOf, usualCall, type Draft } from './message';
import { Notation } from './notation';
import { RepeatForm } from './repeat-form';
import { repeat } from './repeating';
import { sendCall } from './sending';
import { TextField } from './text-field';
import { Told } from './told';

/** Writes bytes in the form that is at hand, and sends them. */
export function Composer({ socket }: { socket: Socket }) {
  return <Form key={socket.id} socket={socket} />;
}

/** As the descriptor of each call that receives has it. */
const RECEIVE = { name: 'recv', group: 'Receive', waits: true };

function Form({ socket }: { socket: Socket }) {
  const id = useId();
  const draft = useSignal<Draft>(keptDraft(socket));
  useUsualCall(socket, draft);
  const refused = useSignal('');
  const isAsked = useSignal(false);
  const form = useRef<HTMLFormElement>(null);
  const message = useComputed(() => compose(draft.value)).value;
  const isSending = runOf(socket.id, draft.value.call, 'bar').value.kind === 'waiting';
  const receiving = receiveCall(socket);
  const isReceiving = runOf(socket.id, receiving.name, 'bar').value.kind === 'waiting';
  useSignalEffect(() => {
    keepDraft(socket.id, draft.value);
  });
  useKeys({
    s: {
      says: word('composer.keys.write'),
      run: () => {
        document.getElementById(id)?.focus();
      },
    },
    r: { says: word('composer.keys.receive'), run: receive },
  });

  function change(changes: Partial<Draft>): void {
    refused.value = '';
    isAsked.value = false;
    draft.value = { ...draft.value, ...changes };
  }

  function turn(encoding: Encoding): void {
    const turned = inNotation(draft.peek(), encoding);
    change(turned ?? {});
    if (!turned) refused.value = word('composer.no-text');
  }

  /** One that is missing is asked for. */
  function isAddressed(): boolean {
    if (lackOf(draft.peek(), socket) === null) return true;
    isAsked.value = true;
    document.getElementById(`${id}-to`)?.focus();
    return false;
  }

  function send(event?: TargetedSubmitEvent<HTMLFormElement>): void {
    event?.preventDefault();
    if (!message.ok || !isAddressed()) {
      dismissLatest(socket.id);
      return;
    }
    keepSent(socket.id, draft.peek().text);
    void run(sendCall(socket, draft.peek(), message.bytes), 'bar');
    // What is typed next is the next message, and what stands there is sent again by the same key.
    form.current?.querySelector('textarea')?.select();
  }

  function receive(): void {
    void run(receiving, 'bar');
  }

  /** On a phone from the menu, which would lie over what came. */
  function receiveHere({ currentTarget }: TargetedMouseEvent<HTMLButtonElement>): void {
    currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
    receive();
  }

  function sendAgain(every: number, times: number): void {
    if (message.ok && isAddressed()) repeat(sendCall(socket, draft.peek(), message.bytes), every, times);
    else dismissLatest(socket.id);
  }

  const receiveButton = (
    <button type="button" title={word('composer.receive.title')} aria-disabled={isReceiving} onClick={receiveHere}>
      {word('composer.receive')}
    </button>
  );
  return (
    <form ref={form} class="composer" aria-label={word('composer')} onSubmit={send}>
      <div class="composer-row is-first">
        {draft.value.call === 'sendto' && (
          <Addressing id={`${id}-to`} socket={socket} draft={draft.value} isAsked={isAsked.value} onChange={change} />
        )}
        <TextField
          id={id}
          socket={socket}
          draft={draft.value}
          refused={refused.value}
          onText={(text) => {
            change({ text });
          }}
          onSend={send}
        />
        <button class="primary" aria-disabled={!message.ok || isSending}>
          {sendText(message)} <kbd>{word('composer.send.keys')}</kbd>
        </button>
        {!isPhone.value && receiveButton}
      </div>
      <div class="composer-row">
        <Notation value={draft.value.encoding} onChoose={turn} />
        <Choice
          label={word('composer.ending')}
          quiet
          value={draft.value.ending}
          options={ENDINGS()}
          onChoose={(ending) => {
            change({ ending });
          }}
        />
        <Folds
          summaries={[callSummary(draft.value), checksumSummary(draft.value), word('composer.repeat')]}
          first={{ name: word('composer.receive'), button: receiveButton }}
        >
          <CallChoice draft={draft.value} onChange={change} />
          <ChecksumChoice draft={draft.value} onChange={change} />
          <RepeatForm isReady={message.ok} onRepeat={sendAgain} />
        </Folds>
        {socket.type !== 'SOCK_RAW' && <ByItself socket={socket} />}
        <Told socket={socket} otherwise={isAnswered(socket) ? outlookOf(RECEIVE, socket) : ''} />
      </div>
    </form>
  );
}

/** The peer may become known after the page is drawn; what a person chose stays. */
function useUsualCall(socket: Socket, draft: Signal<Draft>): void {
  const usual = usualCall(socket);
  const before = useRef(usual);
  useLayoutEffect(() => {
    if (draft.peek().call === before.current) draft.value = { ...draft.peek(), call: usual };
    before.current = usual;
  }, [usual]);
}

/** On a narrow screen the words are those that fit. */
const ENDINGS = (): Record<Draft['ending'], string> =>
  isPhone.value
    ? { none: word('composer.ending.none.short'), LF: 'LF', CRLF: 'CRLF', CR: 'CR' }
    : {
        none: word('composer.ending.none'),
        LF: word('composer.ending.each', { ending: 'LF' }),
        CRLF: word('composer.ending.each', { ending: 'CRLF' }),
        CR: word('composer.ending.each', { ending: 'CR' }),
      };

function sendText(message: Parsed): string {
  return message.ok
    ? word('composer.send.size', { size: counted('bytes', message.bytes.length) })
    : word('composer.send');
}
