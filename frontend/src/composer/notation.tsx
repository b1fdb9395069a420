import { useId } from 'preact/hooks';
import { isPhone } from '../browser/media';
import type { Encoding } from '../lib/encodings';
import { word } from '../lib/words';
import { Choice } from './choice';

const NOTATIONS: readonly Encoding[] = ['text', 'escapes', 'hex', 'base64'];

interface NotationProps {
  value: Encoding;
  onChoose: (encoding: Encoding) => void;
}

/** How the bytes are written. */
export function Notation({ value, onChoose }: NotationProps) {
  if (isPhone.value)
    return <Choice label={word('composer.notation')} quiet value={value} options={names()} onChoose={onChoose} />;
  return <Segments value={value} onChoose={onChoose} />;
}

function Segments({ value, onChoose }: NotationProps) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="visually-hidden">{word('composer.notation')}</legend>
      {NOTATIONS.map((notation) => (
        <label key={notation}>
          <input
            type="radio"
            name={name}
            checked={notation === value}
            onChange={() => {
              onChoose(notation);
            }}
          />
          <span>{word(`composer.notation.${notation}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function names(): Record<Encoding, string> {
  return {
    text: word('composer.notation.text'),
    escapes: word('composer.notation.escapes'),
    hex: word('composer.notation.hex'),
    base64: word('composer.notation.base64'),
  };
}
