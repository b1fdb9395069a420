import { formatAddress, ownAddress } from '../lib/address';
import { kindOf } from '../lib/kind';
import { leftText } from '../lib/left';
import { printable } from '../lib/text';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';
import { waitingOn } from '../live/operations';
import { stateLook } from '../live/state-look';
import { isPhone } from '../browser/media';
import { place } from '../browser/router';
import { AddressText } from '../ui/address-text';
import { StateChip } from '../ui/state-chip';
import { Icon } from '../ui/icon';
import { Actions } from './actions';
import { CloseSocket } from './close-socket';
import { CopyAddress } from './copy-address';
import { MoreMenu } from './more-menu';
import { Name } from './name';
import { Recorded } from './recorded';

/** One row: which socket it is, how it is, whom it talks to, and what makes sense now. */
export function Header({ socket }: { socket: Socket }) {
  const closed = socket.state === 'CLOSED';
  return (
    <header class="detail-head">
      <a class="back" href={`/sockets${place.value.search}`} aria-label={word('socket.back')}>
        <Icon name="back" />
      </a>
      <h1 id="detail-heading">
        <span class="id">{printable(socket.id)}</span> <Name socket={socket} />
      </h1>
      <div class="facts">
        <StateChip {...stateLook(socket, waitingOn(socket.id)[0])} />
        <Recorded id={socket.id} />
        <Ends socket={socket} />
      </div>
      <div class="actions">
        {!closed && <Actions socket={socket} />}
        <MoreMenu socket={socket} />
        {!closed && <CloseSocket socket={socket} />}
      </div>
    </header>
  );
}

function Ends({ socket }: { socket: Socket }) {
  const local = (isPhone.value && socket.peer_address ? ownAddress : formatAddress)(socket.local_address);
  const peer = formatAddress(socket.peer_address);
  const left = leftText(socket);
  return (
    <div class="ends" title={kindOf(socket)}>
      {left !== '' && <strong class="hint cut">{left} ·</strong>}
      {local === null ? (
        <span class="hint">{word('socket.unbound')}</span>
      ) : (
        <End text={local} what={word('socket.local')} />
      )}
      {peer !== null && (
        <>
          <span class="hint" role="img" aria-label={word('socket.to-peer')}>
            →
          </span>
          <End text={peer} what={word('socket.peer')} />
        </>
      )}
    </div>
  );
}

/** A finger would need more room than there is: on a telephone the menu copies. */
function End(props: { text: string; what: string }) {
  return isPhone.value ? <AddressText text={printable(props.text)} /> : <CopyAddress {...props} />;
}
