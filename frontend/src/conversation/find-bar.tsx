import type { TargetedKeyboardEvent } from 'preact';
import { useId } from 'preact/hooks';
import { word } from '../lib/words';
import { IconButton } from '../traffic/toolbar';
import { Icon } from '../ui/icon';

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
        {word('conversation.find')}
      </label>
      <Icon name="search" />
      <input
        id={id}
        type="search"
        value={text}
        placeholder={word('conversation.find.hint')}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={problem !== ''}
        aria-describedby={`${id}-told`}
        onInput={({ currentTarget }) => {
          onType(currentTarget.value);
        }}
        onKeyDown={press}
      />
      <span id={`${id}-told`} class={problem === '' ? 'hint' : 'problem'}>
        {problem === '' ? told : problem}
      </span>
      {text !== '' && (
        <>
          <IconButton
            small
            name="up"
            words={word('conversation.find.previous')}
            onClick={() => {
              onGo(-1);
            }}
          />
          <IconButton
            small
            name="down"
            words={word('conversation.find.next')}
            onClick={() => {
              onGo(1);
            }}
          />
        </>
      )}
    </div>
  );
}
