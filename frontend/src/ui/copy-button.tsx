import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
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
    if (outcome.value !== 'Copied') return;
    const timer = setTimeout(() => {
      outcome.value = '';
    }, SHOWN_FOR);
    return () => {
      clearTimeout(timer);
    };
  }, [outcome.value]);

  async function copy(): Promise<void> {
    outcome.value = (await copyText(text())) ? 'Copied' : 'The browser refused: mark the text and copy it by hand';
  }

  return (
    <span class="copy-button">
      <button type="button" onClick={() => void copy()}>
        Copy {what}
      </button>
      <span role="status" class="outcome">
        {outcome}
      </span>
    </span>
  );
}
