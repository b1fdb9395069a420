import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { copyText } from '../browser/clipboard';
import { word } from '../lib/words';
import { printable } from '../lib/text';
import { Icon } from './icon';

interface CopyableProps {
  text: string;
  /** What it is, for those who do not see where it stands. */
  what: string;
  /** What is shown where it is not the text itself. */
  shown?: string;
}

const SHOWN_FOR = 4_000;

/** A value with the button that copies it. */
export function Copyable({ text, what, shown = printable(text) }: CopyableProps) {
  const outcome = useSignal('');

  useEffect(() => {
    if (outcome.value === '') return;
    const timer = setTimeout(() => {
      outcome.value = '';
    }, SHOWN_FOR);
    return () => {
      clearTimeout(timer);
    };
  }, [outcome.value]);

  async function copy(): Promise<void> {
    outcome.value = (await copyText(text)) ? word('ui.copied') : word('ui.copy.refused');
  }

  return (
    <span class="copyable">
      <span class="value">{shown}</span>
      <button
        type="button"
        aria-label={word('ui.copy', { what: `${what} ${printable(text)}` })}
        onClick={() => void copy()}
      >
        <Icon name="copy" />
      </button>
      <span role="status" class="outcome">
        {outcome}
      </span>
    </span>
  );
}
