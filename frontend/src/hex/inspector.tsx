import type { Range } from '../lib/bytes';
import { word } from '../lib/words';
import { inspect, type Reading } from './inspect';

/** What the byte at the cursor and those behind it mean. */
export function Inspector({ bytes, selected }: { bytes: Uint8Array; selected: Range | null }) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll it
    <div class="inspector" role="region" aria-label={word('hex.inspector')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{word('hex.at', { offset: `0x${(selected?.from ?? 0).toString(16)}` })}</th>
            <th scope="col">{word('hex.little')}</th>
            <th scope="col" title={word('hex.network')}>
              {word('hex.big')}
            </th>
          </tr>
        </thead>
        <tbody>
          {inspect(bytes, selected)
            .flatMap(linesOf)
            .map((reading) => (
              <Row key={reading.name} {...reading} />
            ))}
        </tbody>
      </table>
    </div>
  );
}

const NAMES: Record<string, string> = {
  '8': word('hex.bit', { n: 8 }),
  '16': word('hex.bit', { n: 16 }),
  '32': word('hex.bit', { n: 32 }),
  float32: 'float 32',
  float64: 'float 64',
  ipv4: 'IPv4',
  ipv6: 'IPv6',
  time: 'time_t',
  bits: word('hex.bits'),
  utf8: 'UTF-8',
};

/** Those of 64 bits are too long to stand side by side; none breaks within. */
function linesOf(reading: Reading): Reading[] {
  if (reading.name !== '64') return [reading];
  return ['64 LE', '64 BE'].map((name, at) => ({ name, values: [whole(reading.values[at] ?? '')] }));
}

function whole(numbers: string): string {
  return numbers.replaceAll('\u2009', '\u202f');
}

function Row({ name, values }: Reading) {
  const [first, second] = values;
  return (
    <tr data-reading={name}>
      <th scope="row">{NAMES[name] ?? name}</th>
      <td colSpan={second === undefined ? 2 : 1}>{first}</td>
      {second !== undefined && <td>{second}</td>}
    </tr>
  );
}
