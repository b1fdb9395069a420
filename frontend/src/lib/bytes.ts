export type Bytes = Uint8Array<ArrayBuffer>;

/** Inclusive at both ends, as people say it: bytes 4 to 7. */
export interface Range {
  from: number;
  to: number;
}

const HEX = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'));
const SLICE = 0x8000;

export function hexByte(value: number): string {
  return HEX[value] ?? '';
}

export function toHex(bytes: Uint8Array, separator = ' '): string {
  return Array.from(bytes, hexByte).join(separator);
}

export function isGraphic(value: number): boolean {
  return value >= 0x20 && value < 0x7f;
}

/** One character a byte, as hex dumps do. */
export function toDots(bytes: Uint8Array): string {
  return Array.from(bytes, (value) => (isGraphic(value) ? String.fromCharCode(value) : '.')).join('');
}

/** A call has room for so many arguments only. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += SLICE) binary += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return btoa(binary);
}

/** Of base64 that is known to be well formed. */
export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

export function concat(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The part of a range that there is; null where there is none. */
export function parseRange(text: string | null, size: number): Range | null {
  const found = /^(\d+)(?:-(\d+))?$/.exec(text ?? '');
  if (!found) return null;
  const from = Number(found[1]);
  const to = Math.min(Number(found[2] ?? found[1]), size - 1);
  return from <= to ? { from, to } : null;
}

export function formatRange({ from, to }: Range): string {
  return `${from}-${to}`;
}
