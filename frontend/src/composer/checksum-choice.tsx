import { word } from '../lib/words';
import { Choice } from './choice';
import type { Draft } from './message';

const NAMES = (): Record<Draft['checksum'], string> => ({
  none: word('composer.none'),
  'crc16-modbus': 'CRC-16 (Modbus)',
  'crc16-ccitt': 'CRC-16 (CCITT)',
  crc32: 'CRC-32',
  sum8: word('composer.checksum.sum'),
});

interface ChecksumChoiceProps {
  draft: Draft;
  onChange: (changes: Partial<Draft>) => void;
}

export function ChecksumChoice({ draft: { checksum, order }, onChange }: ChecksumChoiceProps) {
  const isOrdered = checksum !== 'none' && checksum !== 'sum8';
  return (
    <>
      <Choice
        label={word('composer.checksum')}
        value={checksum}
        options={NAMES()}
        onChoose={(chosen) => {
          onChange({ checksum: chosen });
        }}
      />
      {isOrdered && (
        <Choice
          label={word('composer.order')}
          value={order}
          options={{ little: word('composer.order.little'), big: word('composer.order.big') }}
          onChoose={(chosen) => {
            onChange({ order: chosen });
          }}
        />
      )}
    </>
  );
}

export function checksumSummary({ checksum }: Draft): string {
  return word('composer.checksum.summary', { name: NAMES()[checksum] });
}
