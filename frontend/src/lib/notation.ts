import { toBase64, toHex } from './bytes';
import { toEscapes, type Encoding } from './encodings';

/** The bytes as a person writes them in that notation; null where they are no text. */
export function written(encoding: Encoding, bytes: Uint8Array): string | null {
  return WRITERS[encoding](bytes);
}

const WRITERS: Record<Encoding, (bytes: Uint8Array) => string | null> = {
  text: toText,
  escapes: toEscapes,
  hex: (bytes) => toHex(bytes),
  base64: toBase64,
};

/** Of control characters a field keeps tabs and line feeds alone. */
const LOST = /[^\P{Cc}\t\n]/u;

function toText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return LOST.test(text) ? null : text;
  } catch {
    return null;
  }
}
