import { counted } from '../lib/format';
import type { Range } from '../lib/bytes';
import { inspect } from './inspect';

export function Inspector({ bytes, selected }: { bytes: Uint8Array; selected: Range | null }) {
  return (
    <div class="inspector">
      <table>
        <caption>{selectionText(selected)}</caption>
        <tbody>
          {inspect(bytes, selected).map(({ name, value }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function selectionText(selected: Range | null): string {
  if (!selected) return 'From the first byte';
  const { from, to } = selected;
  if (from === to) return `From byte ${from} (0x${from.toString(16)})`;
  return `Bytes ${from} to ${to}: ${counted(to - from + 1, 'byte')}`;
}
