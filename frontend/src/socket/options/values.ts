import type { Socket } from '../../lib/wire';
import { word } from '../../lib/words';
import type { Option } from './option';

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/USER_TIMEOUT|_MS$|REORDERTO$/, 'ms'],
  [/_US$|BUSY_POLL$|TX_DELAY/, 'µs'],
  [/TIMEO|KEEPIDLE|KEEPINTVL|LINGER|DEFER_ACCEPT/, 's'],
  [/TTL$|HOPS$|MIN_?TTL/, 'hops'],
  [/BUF$|BUFFORCE|LOWAT|MAXSEG|MTU$|WINDOW_CLAMP|RESERVE_MEM|SEGMENT$|PEEK_OFF|BUFFER_/, 'bytes'],
  [/PACING_RATE/, 'bytes/s'],
];

/** What a number counts, empty for nothing that is said. */
export function unitOf({ name, kind }: Option): string {
  if (kind === 'flag' || kind === 'string') return '';
  const unit = UNITS.find(([pattern]) => pattern.test(name))?.[1] ?? '';
  return unit === 'hops' ? word('options.unit.hops') : unit === 'bytes' ? word('options.unit.bytes') : unit;
}

export type Choices = readonly (readonly [value: number, name: string])[];

const DISCOVER = ['DONT', 'WANT', 'DO', 'PROBE', 'INTERFACE', 'OMIT'].map((name, value) => [value, name] as const);

/** Differentiated services: six bits of the byte. */
const CLASSES: Choices = [
  ...Array.from({ length: 8 }, (_, index) => [index << 5, `CS${index}`] as const),
  ...[1, 2, 3, 4].flatMap((high) => [1, 2, 3].map((low) => [(high << 5) | (low << 3), `AF${high}${low}`] as const)),
  [0xb8, 'EF'],
];

const NO_LIMIT = 2 ** 64;

const CHOICES: Record<string, Choices> = {
  IP_MTU_DISCOVER: DISCOVER,
  IPV6_MTU_DISCOVER: DISCOVER,
  IP_TOS: CLASSES,
  IPV6_TCLASS: CLASSES,
  SO_TXREHASH: [
    [255, 'DEFAULT'],
    [0, 'DISABLED'],
    [1, 'ENABLED'],
  ],
  SO_BUF_LOCK: [
    [0, '0'],
    [1, 'SNDBUF'],
    [2, 'RCVBUF'],
    [3, 'SNDBUF | RCVBUF'],
  ],
  TCP_REPAIR: [
    [0, 'OFF'],
    [1, 'ON'],
    [-1, 'OFF_NO_WP'],
  ],
};

/** The values that have names, with the present one among them; none where numbers are what they are. */
export function choicesOf({ name, value }: Option): Choices | null {
  const known = CHOICES[name];
  if (!known || typeof value !== 'number') return null;
  return known.some(([one]) => one === value) ? known : [...known, [value, String(value)]];
}

/** A number of the kernel that has a name, or a meaning of its own. */
export function nameOf({ name, value }: Option, socket: Socket): string | null {
  const own: Record<string, string> = { SO_DOMAIN: socket.family, SO_TYPE: socket.type, SO_PROTOCOL: socket.proto };
  if (own[name] !== undefined) return `${own[name]} (${String(value)})`;
  if (name === 'SO_MAX_PACING_RATE' && Number(value) >= NO_LIMIT) return word('options.no-limit');
  return null;
}
