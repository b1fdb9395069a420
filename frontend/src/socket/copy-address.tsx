import { copyText } from '../browser/clipboard';
import { printable } from '../lib/text';
import { word } from '../lib/words';
import { AddressText } from '../ui/address-text';
import { say } from '../ui/notices';

interface CopyAddressProps {
  text: string;
  /** Whose it is. */
  what: string;
}

/** An address that a click copies. */
export function CopyAddress({ text, what }: CopyAddressProps) {
  async function copy(): Promise<void> {
    say((await copyText(text)) ? word('socket.copied', { text: printable(text) }) : word('socket.copy.refused'));
  }

  return (
    <button type="button" title={word('socket.copy', { what })} onClick={() => void copy()}>
      <AddressText text={printable(text)} />
    </button>
  );
}
