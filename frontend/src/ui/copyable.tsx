import { word } from '../lib/words';
import { printable } from '../lib/text';
import { Icon } from './icon';
import { useCopy } from './use-copy';

interface CopyableProps {
  text: string;
  /** What it is, for those who do not see where it stands. */
  what: string;
  /** What is shown where it is not the text itself. */
  shown?: string;
}

/** A value with the button that copies it. */
export function Copyable({ text, what, shown = printable(text) }: CopyableProps) {
  const { outcome, copy } = useCopy(() => text);

  return (
    <span class="copyable">
      <span class="value">{shown}</span>
      <button type="button" aria-label={word('ui.copy', { what: `${what} ${printable(text)}` })} onClick={copy}>
        <Icon name="copy" />
      </button>
      <span role="status" class="outcome">
        {outcome}
      </span>
    </span>
  );
}
