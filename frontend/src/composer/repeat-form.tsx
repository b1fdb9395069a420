import { useSignal } from '@preact/signals';
import { word } from '../lib/words';

interface RepeatFormProps {
  /** There is something to send. */
  isReady: boolean;
  onRepeat: (every: number, times: number) => void;
}

/** In the form of the composer, so that Enter would send once: it begins the repeating here. */
export function RepeatForm({ isReady, onRepeat }: RepeatFormProps) {
  const every = useSignal('1');
  const times = useSignal('10');
  const isPossible = isReady && Number(every.value) > 0 && Number(times.value) >= 1;

  /** What runs is told at the foot, which the panel would lie over. */
  function begin({ currentTarget }: { currentTarget: HTMLElement }): void {
    if (!isPossible) return;
    currentTarget.closest<HTMLElement>('[popover]')?.hidePopover();
    onRepeat(Number(every.peek()), Math.floor(Number(times.peek())));
  }

  const field = (label: string, text: typeof every, step: string) => (
    <label>
      <span>{label}</span>
      <input
        type="number"
        min={step}
        step={step}
        value={text.value}
        onInput={({ currentTarget }) => {
          text.value = currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          begin(event);
        }}
      />
    </label>
  );

  return (
    <div class="repeat">
      {field(word('composer.repeat.every'), every, '0.1')}
      {field(word('composer.repeat.times'), times, '1')}
      <button type="button" aria-disabled={!isPossible} onClick={begin}>
        {word('composer.repeat.start')}
      </button>
    </div>
  );
}
