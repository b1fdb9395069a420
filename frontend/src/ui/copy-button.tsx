import { word } from '../lib/words';
import { Icon } from './icon';
import { useCopy } from './use-copy';

interface CopyButtonProps {
  /** What is copied, by name. */
  what: string;
  text: () => string;
  /** Beside what it copies: a sign in place of the words. */
  isIcon?: boolean;
}

export function CopyButton({ what, text, isIcon = false }: CopyButtonProps) {
  const { outcome, copy } = useCopy(text);
  const name = word('ui.copy', { what });

  return (
    <span class="copy-button">
      {isIcon ? (
        <button type="button" class="quiet small icon-only" aria-label={name} title={name} onClick={copy}>
          <Icon name="copy" />
        </button>
      ) : (
        <button type="button" onClick={copy}>
          {name}
        </button>
      )}
      <span role="status" class="outcome">
        {outcome}
      </span>
    </span>
  );
}
