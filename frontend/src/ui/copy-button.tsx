import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { word } from '../lib/words';
import { copyText } from '../browser/clipboard';
import { Icon } from './icon';

interface CopyButtonProps {
  /** What is copied, by name. */
  what: string;
  text: () => string;
  /** Beside what it copies: a sign in place of the words. */
  isIcon?: boolean;
}

const SHOWN_FOR = 4_000;

export function CopyButton({ what, text, isIcon = false }: CopyButtonProps) {
  const outcome = useSignal('');
  const name = word('ui.copy', { what });

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
      {isIcon ? (
        <button type="button" class="quiet small icon-only" aria-label={name} title={name} onClick={() => void copy()}>
          <Icon name="copy" />
        </button>
      ) : (
        <button type="button" onClick={() => void copy()}>
          {name}
        </button>
      )}
      <span role="status" class="outcome">
        {outcome}
      </span>
    </span>
  );
}
