import { AddressInput } from './address-input';
import { change, draft } from './draft';
import { Part } from './part';
import { addresses } from './host';

export function Bind() {
  const { bind, family, local } = draft.value;
  return (
    <Part
      name="Bind"
      chosen={bind}
      choose={(chosen) => {
        change({ bind: chosen });
      }}
    >
      <AddressInput of="local" list="interfaces" />
      <datalist id="interfaces">
        {addresses(family).map((address) => (
          <option key={address} value={address} />
        ))}
      </datalist>
      {family.startsWith('AF_INET') && (
        <button
          type="button"
          aria-pressed={local.port === '0'}
          onClick={() => {
            change({ local: { ...local, port: '0' } });
          }}
        >
          Any free port
        </button>
      )}
    </Part>
  );
}
