import { AddressInput } from '../call/address-input';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';
import type { Draft } from './message';

interface AddressingProps {
  id: string;
  socket: Socket;
  draft: Draft;
  isAsked: boolean;
  onChange: (changes: Partial<Draft>) => void;
}

/** Where a datagram goes. */
export function Addressing({ id, socket: { family, type }, draft: { to }, isAsked, onChange }: AddressingProps) {
  return (
    <div class="composer-to">
      <label for={id}>{word('composer.to')}</label>
      <AddressInput
        id={id}
        family={family}
        type={type}
        value={to}
        isAsked={isAsked}
        onText={(text) => {
          onChange({ to: text });
        }}
      />
    </div>
  );
}
