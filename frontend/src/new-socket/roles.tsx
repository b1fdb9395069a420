import { parseAddress } from '../lib/spelling';
import { word } from '../lib/words';
import { Icon } from '../ui/icon';
import { change, draft } from './draft';
import { ROLES, type Role } from './form';
import { making } from './making';

const ICONS = { connect: 'connect', listen: 'listen', udp: 'datagram', custom: 'custom' } as const;

/** What the socket is to be for. */
export function Roles() {
  const { kind } = parseAddress(draft.value.address);
  const isUnix = kind === 'path' || kind === 'abstract';
  return (
    <fieldset data-part="role">
      <legend>{word('new.role')}</legend>
      <div class={`roles${making.value.failure === null ? '' : ' short'}`}>
        {ROLES.map((role) => (
          <label key={role}>
            <input
              type="radio"
              name="role"
              checked={draft.value.role === role}
              onChange={() => {
                choose(role);
              }}
            />
            <b>
              <Icon name={ICONS[role]} />
              {word(isUnix && role === 'udp' ? 'new.role.udp.unix' : `new.role.${role}`)}
            </b>
            <small>
              {isUnix && role !== 'custom' ? word(`new.role.says.unix.${role}`) : word(`new.role.says.${role}`)}
            </small>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A listener that has no address yet gets the one that is always free. */
function choose(role: Role): void {
  const { address } = draft.peek();
  change({
    role,
    isChosen: true,
    then: null,
    ...(address === '' && role === 'listen' && { address: '127.0.0.1:0' }),
  });
}
