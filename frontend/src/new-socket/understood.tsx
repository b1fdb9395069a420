import { Meaning } from '../call/meaning';
import { parseAddress } from '../lib/spelling';
import { word } from '../lib/words';
import { Resolved } from './address';
import { draft } from './draft';
import { lackOf, typeOf } from './form';
import { Glyph } from './glyph';
import { lack } from './state';

/** Beneath the field: what it was understood as, piece by piece, or what is missing. */
export function Understood() {
  const { address } = draft.value;
  const wrong = lackOf(draft.value);
  const isAsked = lack.value !== null && lack.value !== 'local';
  return (
    <div class="understood hint" id="new-understood" aria-live="polite">
      {wrong === null || wrong === 'local' ? (
        <>
          <Glyph is="ok" /> <Meaning spelling={parseAddress(address)} type={typeOf(draft.value)} />
          <Resolved />
        </>
      ) : (
        <span class={isAsked ? 'bad' : undefined}>{word(`address.lack.${wrong}`)}</span>
      )}
    </div>
  );
}
