import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { word } from '../lib/words';
import { copyText } from '../browser/clipboard';

interface CopyButtonProps {
  /** What is copied, by name. */
  what: string;
  text: () => string;
}

const SHOWN_FOR = 4_000;

export function CopyButton({ what, text }: CopyButtonProps) {
  const outcome = useSignal('');

  useEffect(() => {
    if (outcome.value !== word('ui.copied')) return;
    const timer = setTimeout(() => {
      outcome.value = '';
    }, SHOWN_FOR);
    return () => {
      clearTimeout(timer);
    };
  }, [outcome.value]);

  async function copy(): Promise<void> {
    outcome.value = (await copyText(text())) ? word('ui.copied') : word('ui.copy.refused');
  }

  return (
    <span class="copy-button">
      <button type="button" onClick={() => void copy()}>
        {word('ui.copy', { what })}
      </button>
      <span role="status" class="outcome">
        {outcome}
      </span>
    </span>
  );
}
