import { toDots, toHex, hexByte, isGraphic } from './bytes';

/** Widths are in characters: one text node a column, and marks laid over it. */
const HALF = 8;

/** Where the digits of a column begin; the halves of a row stand apart. */
export function digitsAt(column: number): number {
  return 3 * column + (column >= HALF ? 1 : 0);
}

export function digitsWidth(columns: number): number {
  return digitsAt(columns - 1) + 2;
}

/** The column that a place in the digits belongs to. */
export function columnOfDigit(character: number, columns: number): number {
  const shifted = character >= digitsAt(HALF) ? character - 1 : character;
  return Math.max(0, Math.min(Math.floor((shifted + 0.5) / 3), columns - 1));
}

export function columnOfCharacter(character: number, columns: number): number {
  return Math.max(0, Math.min(Math.floor(character), columns - 1));
}

export function digits(row: Uint8Array): string {
  const [left, right] = [toHex(row.subarray(0, HALF)), toHex(row.subarray(HALF))];
  return right === '' ? left : `${left}  ${right}`;
}

export function characters(row: Uint8Array): string {
  return toDots(row);
}

/** Eight digits, or four where they are enough and room is scarce. */
export function offsetWidth(size: number, columns: number): number {
  return columns === HALF && size <= 0x1_0000 ? 4 : 8;
}

export function offsetText(offset: number, width: number): string {
  return offset.toString(16).padStart(width, '0');
}

/** A byte for the ear. */
export function spoken(offset: number, value: number): string {
  const character = isGraphic(value) ? `, ${value === 32 ? 'space' : String.fromCharCode(value)}` : '';
  return `Offset ${offset}: hex ${hexByte(value)}, decimal ${value}${character}`;
}
