import { hexByte, isGraphic, toBase64, toHex } from './bytes';
import { toEscapes } from './encodings';

export interface Form {
  name: string;
  of: (bytes: Uint8Array) => string;
}

const A_LINE = 12;

export const HEX: Form = { name: 'Hex', of: (bytes) => toHex(bytes) };
export const TEXT: Form = { name: 'Escaped text', of: toEscapes };
export const PYTHON: Form = { name: 'Python bytes', of: python };

export const FORMS: readonly Form[] = [
  HEX,
  TEXT,
  { name: 'C array', of: (bytes) => `unsigned char data[] = {${list(bytes, (value) => `0x${hexByte(value)}`)}};` },
  PYTHON,
  { name: 'Java byte[]', of: (bytes) => `byte[] data = {${list(bytes, java)}};` },
  { name: 'Base64', of: toBase64 },
  { name: 'printf', of: printf },
];

function list(bytes: Uint8Array, item: (value: number) => string): string {
  const items = Array.from(bytes, item);
  if (items.length <= A_LINE) return items.join(', ');
  const lines = Array.from(
    { length: Math.ceil(items.length / A_LINE) },
    (_, line) => `    ${items.slice(line * A_LINE, (line + 1) * A_LINE).join(', ')}`,
  );
  return `\n${lines.join(',\n')}\n`;
}

/** Bytes are signed there. */
function java(value: number): string {
  return value < 0x80 ? `0x${hexByte(value)}` : `(byte) 0x${hexByte(value)}`;
}

/** As `repr` writes it. */
function python(bytes: Uint8Array): string {
  const text = toEscapes(bytes);
  if (!text.includes("'")) return `b'${text}'`;
  return text.includes('"') ? `b'${text.replaceAll("'", String.raw`\'`)}'` : `b"${text}"`;
}

/** In octal, the one form that every shell's printf knows; no dash in front, which would be an option. */
function printf(bytes: Uint8Array): string {
  return `printf '${Array.from(bytes, (value, index) => octal(value, index)).join('')}'`;
}

function octal(value: number, index: number): string {
  const character = String.fromCharCode(value);
  if (character === '%') return '%%';
  const literal = isGraphic(value) && !`\\'${index === 0 ? '-' : ''}`.includes(character);
  return literal ? character : `\\${value.toString(8).padStart(3, '0')}`;
}
