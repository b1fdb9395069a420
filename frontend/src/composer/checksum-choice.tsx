import { CHECKSUMS } from '../lib/crc';
import { word } from '../lib/words';
import { Choice } from './choice';
import type { Draft } from './message';

const NAMES = (): Record<Draft['checksum'], string> => ({
  none: word('composer.none'),
  'crc16-modbus': CHECKSUMS['crc16-modbus'].name,
  'crc16-ccitt': CHECKSUMS['crc16-ccitt'].name,
  crc32: CHECKSUMS.crc32.name,
  sum8: CHECKSUMS.sum8.name,
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
