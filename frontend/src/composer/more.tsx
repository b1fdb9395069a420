import { CHECKSUMS } from '../lib/crc';
import { Flags } from './addressing';
import { Choice } from './choice';
import type { Draft } from './message';

const CHECKSUM_NAMES: Record<Draft['checksum'], string> = {
  none: 'None',
  'crc16-modbus': CHECKSUMS['crc16-modbus'].name,
  'crc16-ccitt': CHECKSUMS['crc16-ccitt'].name,
  crc32: CHECKSUMS.crc32.name,
  sum8: CHECKSUMS.sum8.name,
};

const CALL_NAMES: Record<Draft['call'], string> = { send: 'send', sendall: 'sendall', sendto: 'sendto' };

const ORDERS: Record<Draft['order'], string> = { little: 'Low byte first', big: 'High byte first' };

interface MoreProps {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
}

/** What is seldom chosen. Closed, it says what is. */
export function More({ draft, onChange }: MoreProps) {
  const ordered = draft.checksum !== 'none' && draft.checksum !== 'sum8';
  return (
    <details class="composer-more">
      <summary>{summary(draft)}</summary>
      <div class="composer-row">
        <Choice
          label="Call"
          value={draft.call}
          options={CALL_NAMES}
          onChoose={(call) => {
            onChange({ call });
          }}
        />
        <Choice
          label="Checksum"
          value={draft.checksum}
          options={CHECKSUM_NAMES}
          onChoose={(checksum) => {
            onChange({ checksum });
          }}
        />
        {ordered && (
          <Choice
            label="Byte order"
            value={draft.order}
            options={ORDERS}
            onChoose={(order) => {
              onChange({ order });
            }}
          />
        )}
      </div>
      <Flags
        chosen={draft.flags}
        onChoose={(flags) => {
          onChange({ flags });
        }}
      />
    </details>
  );
}

function summary({ call, checksum, flags }: Draft): string {
  const chosen = [call !== 'send' && call, checksum !== 'none' && CHECKSUM_NAMES[checksum], ...flags].filter(Boolean);
  return chosen.length === 0 ? 'Call, checksum, flags' : chosen.join(', ');
}
