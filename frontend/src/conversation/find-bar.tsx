import type { TargetedKeyboardEvent } from 'preact';
import { useId } from 'preact/hooks';

interface FindBarProps {
  text: string;
  /** What is wrong with the text, or empty. */
  problem: string;
  /** As `3 of 12`. */
  told: string;
  onType: (text: string) => void;
  onGo: (step: 1 | -1) => void;
}

export function FindBar({ text, problem, told, onType, onGo }: FindBarProps) {
  const id = useId();

  function press(event: TargetedKeyboardEvent<HTMLInputElement>): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    onGo(event.shiftKey ? -1 : 1);
  }

  return (
    <div class="turn-find">
      <label class="visually-hidden" for={id}>
        Find in the conversation
      </label>
      <input
        id={id}
        type="search"
        value={text}
        placeholder="Find text or hex:0d0a"
        autocomplete="off"
        spellcheck={false}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-told`}
        onInput={({ currentTarget }) => {
          onType(currentTarget.value);
        }}
        onKeyDown={press}
      />
      <button
        type="button"
        onClick={() => {
          onGo(-1);
        }}
      >
        Previous
      </button>
      <button
        type="button"
        onClick={() => {
          onGo(1);
        }}
      >
        Next
      </button>
      <span id={`${id}-told`} class={problem === '' ? 'hint' : 'problem'}>
        {problem === '' ? told : problem}
      </span>
    </div>
  );
}
