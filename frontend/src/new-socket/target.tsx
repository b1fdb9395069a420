import { useSignal } from '@preact/signals';
import { request, type Problem } from '../browser/api';
import type { Schemas } from '../lib/wire';
import { formatAddress } from '../lib/address';
import type { Subject } from '../lib/subject';
import { FailedCard } from '../call/failed-card';
import { AddressInput } from './address-input';
import { change, draft } from './draft';
import type { AddressText } from './form';
import { literal } from '../call/python';

/** A host by its name: the addresses that it has, to take one or to try them all. */
export function Target() {
  const found = useSignal<readonly AddressText[]>([]);
  const problem = useSignal<Problem | null>(null);
  const { peer } = draft.value;

  async function lookUp(): Promise<void> {
    const {
      family,
      type,
      peer: { host = '', port = '' },
    } = draft.peek();
    const outcome = await request<Schemas['AddressInfos']>('GET', '/dns/getaddrinfo', {
      query: { host, port, family, type },
    });
    problem.value = outcome.ok ? null : outcome.problem;
    found.value = outcome.ok ? outcome.value.items.map(addressText) : [];
  }

  return (
    <>
      <AddressInput of="peer" />
      <button type="button" onClick={() => void lookUp()}>
        Look up
      </button>
      <Found addresses={found.value} />
      {problem.value && <FailedCard problem={problem.value} call={lookUpOf(peer)} />}
    </>
  );
}

function lookUpOf({ host = '', port = '' }: AddressText): Subject {
  return { name: 'getaddrinfo', text: `getaddrinfo(${literal(host)}, ${literal(port)})`, at: { host, port } };
}

function addressText({ address }: Schemas['AddressInfo']): AddressText {
  return { host: address?.host ?? '', port: String(address?.port ?? 0) };
}

function Found({ addresses }: { addresses: readonly AddressText[] }) {
  const { peer, candidates } = draft.value;
  if (addresses.length === 0) return null;
  return (
    <fieldset class="found">
      <legend>Addresses of this name</legend>
      {addresses.map((address) => (
        <label key={address.host}>
          <input
            type="radio"
            name="address"
            checked={candidates.length === 0 && peer.host === address.host}
            onChange={() => {
              change({ peer: address, candidates: [] });
            }}
          />
          <code>
            {formatAddress({ family: draft.value.family, host: address.host ?? '', port: Number(address.port) })}
          </code>
        </label>
      ))}
      {addresses.length > 1 && (
        <label>
          <input
            type="radio"
            name="address"
            checked={candidates.length > 0}
            onChange={() => {
              change({ candidates: addresses });
            }}
          />
          Try all in this order
        </label>
      )}
    </fieldset>
  );
}
