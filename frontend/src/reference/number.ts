const MAX = 0xffff_ffff;

/** A number of up to 32 bits in decimal, hexadecimal or as a dotted quad; null where it is none. */
export function numberOf(text: string): number | null {
  const trimmed = text.trim();
  const quad = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(trimmed);
  if (quad) return ofQuad(quad.slice(1).map(Number));
  return /^(?:\d{1,10}|0x[\da-f]{1,8})$/i.test(trimmed) && Number(trimmed) <= MAX ? Number(trimmed) : null;
}

function ofQuad(parts: readonly number[]): number | null {
  if (parts.some((part) => part > 255)) return null;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

/** The bytes of a number, the most significant first: as they go over the network. */
export function bytesOf(value: number, size: 2 | 4): readonly number[] {
  return Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** (size - 1 - index)) % 256);
}

export function hexByte(value: number): string {
  return value.toString(16).padStart(2, '0');
}

export function hexWord(value: number, size: 2 | 4): string {
  return `0x${bytesOf(value, size).map(hexByte).join('')}`;
}

export function base64Of(bytes: readonly number[]): string {
  return btoa(String.fromCharCode(...bytes));
}
