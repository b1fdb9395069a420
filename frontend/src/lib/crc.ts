export type Checksum = 'none' | 'crc16-modbus' | 'crc16-ccitt' | 'crc32' | 'sum8';
export type ByteOrder = 'little' | 'big';

interface Algorithm {
  width: 1 | 2 | 4;
  of: (bytes: Uint8Array) => number;
}

const CHECKSUMS: Record<Exclude<Checksum, 'none'>, Algorithm> = {
  'crc16-modbus': { width: 2, of: (bytes) => reflected(bytes, 0xa001, 0xffff) },
  'crc16-ccitt': { width: 2, of: ccitt },
  crc32: { width: 4, of: (bytes) => (reflected(bytes, 0xedb88320, 0xffffffff) ^ 0xffffffff) >>> 0 },
  sum8: { width: 1, of: (bytes) => bytes.reduce((sum, value) => (sum + value) & 0xff, 0) },
};

/** The bytes to append. */
export function checksum(kind: Checksum, bytes: Uint8Array, order: ByteOrder): Uint8Array {
  if (kind === 'none') return new Uint8Array();
  const { width, of } = CHECKSUMS[kind];
  const value = of(bytes);
  const little = Uint8Array.from({ length: width }, (_, index) => (value >>> (8 * index)) & 0xff);
  return order === 'little' ? little : little.reverse();
}

function reflected(bytes: Uint8Array, polynomial: number, initial: number): number {
  let crc = initial;
  for (const value of bytes) {
    crc ^= value;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
  }
  return crc >>> 0;
}

/** CCITT-FALSE: 0x1021 from 0xffff, the high bit first. */
function ccitt(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const value of bytes) {
    crc ^= value << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
  }
  return crc & 0xffff;
}
