import { hexByte, isGraphic, toBase64, toHex } from './bytes';
import { toEscapes } from './encodings';
import { word } from './words';

export interface Form {
  name: string;
  of: (bytes: Uint8Array) => string;
}

const A_LINE = 12;

export const HEX: Form = { name: word('form.hex'), of: (bytes) => toHex(bytes) };
export const TEXT: Form = { name: word('form.text'), of: toEscapes };
export const PYTHON: Form = { name: word('form.python'), of: python };
export const C: Form = {
  name: word('form.c'),
  of: (bytes) => `unsigned char data[] = {${list(bytes, (value) => `0x${hexByte(value)}`)}};`,
};
export const JAVA: Form = { name: word('form.java'), of: (bytes) => `byte[] data = {${list(bytes, java)}};` };
export const BASE64: Form = { name: 'Base64', of: toBase64 };

export const FORMS: readonly Form[] = [HEX, TEXT, C, PYTHON, JAVA, BASE64, { name: 'printf', of: printf }];

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
