import { useSignal } from '@preact/signals';
import type { RefObject, TargetedKeyboardEvent, TargetedSubmitEvent } from 'preact';
import { useId } from 'preact/hooks';
import type { Range } from '../lib/bytes';
import { textOf } from '../lib/text';
import { MODIFIER } from '../browser/keys';
import { word } from '../lib/words';
import { Icon } from '../ui/icon';
import { parseOffset } from './selection';

interface FindInProps {
  panel: RefObject<HTMLDivElement | null>;
  size: number;
  text: string;
  hits: readonly Range[];
  selected: Range | null;
  onType: (text: string) => void;
  onGo: (step: 1 | -1) => void;
  onGoTo: (offset: number) => void;
}

/** Finds text or bytes in those that are shown, and goes to an offset. */
export function FindIn({ panel, size, text, hits, selected, onType, onGo, onGoTo }: FindInProps) {
  const id = useId();

  function press(event: TargetedKeyboardEvent<HTMLInputElement>): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    onGo(event.shiftKey ? -1 : 1);
  }

  return (
    <>
      <button
        type="button"
        class="quiet small icon-only"
        popovertarget={`${id}-panel`}
        aria-label={word('hex.find')}
        title={`${word('hex.find')} (${MODIFIER} F, g)`}
      >
        <Icon name="search" />
      </button>
      <div
        ref={panel}
        id={`${id}-panel`}
        class="panel find-in"
        popover="auto"
        role="dialog"
        aria-label={word('hex.find')}
      >
        <label for={id}>{word('hex.find.bytes')}</label>
        <input
          id={id}
          data-find
          autofocus
          type="search"
          value={text}
          placeholder={word('hex.find.hint')}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={`${id}-told`}
          onInput={({ currentTarget }) => {
            onType(currentTarget.value);
          }}
          onKeyDown={press}
        />
        <button
          type="button"
          class="quiet small icon-only"
          aria-label={word('hex.find.previous')}
          title={word('hex.find.previous')}
          onClick={() => {
            onGo(-1);
          }}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          class="quiet small icon-only"
          aria-label={word('hex.find.next')}
          title={word('hex.find.next')}
          onClick={() => {
            onGo(1);
          }}
        >
          <Icon name="down" />
        </button>
        <span id={`${id}-told`} class="hint" role="status">
          {text !== '' && told(hits, selected)}
        </span>
        <GoTo size={size} onGoTo={onGoTo} />
      </div>
    </>
  );
}

function told(hits: readonly Range[], selected: Range | null): string {
  const at = hits.findIndex(({ from }) => from === selected?.from);
  return at < 0 ? word('hex.find.found', { n: hits.length }) : word('hex.find.at', { n: at + 1, all: hits.length });
}

function GoTo({ size, onGoTo }: { size: number; onGoTo: (offset: number) => void }) {
  const id = useId();
  const problem = useSignal('');

  function submit(event: TargetedSubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    const offset = parseOffset(textOf(event.currentTarget, 'offset'));
    problem.value = offset !== null && offset < size ? '' : outside(size);
    if (problem.value === '') onGoTo(offset ?? 0);
  }

  return (
    <form class="go-to" onSubmit={submit}>
      <label for={id}>{word('hex.offset')}</label>
      <input
        id={id}
        name="offset"
        data-offset
        placeholder="0x10"
        autocomplete="off"
        spellcheck={false}
        aria-describedby={`${id}-problem`}
        aria-invalid={problem.value !== ''}
      />
      <button>{word('hex.go')}</button>
      <span id={`${id}-problem`} role="alert" class="problem">
        {problem}
      </span>
    </form>
  );
}

function outside(size: number): string {
  return word('hex.offset.outside', { last: size - 1, hex: `0x${(size - 1).toString(16)}` });
}
