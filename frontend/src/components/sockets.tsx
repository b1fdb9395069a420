import { feedState, hasData } from '../stores/feed';
import { rows } from '../stores/sockets';
import { NoSockets } from './no-sockets';
import { SignIn } from './sign-in';
import { SocketTable } from './socket-table';

export function Sockets() {
  if (feedState.value === 'locked') return <SignIn />;
  if (rows.value.length > 0) return <SocketTable />;
  if (hasData.value) return <NoSockets />;
  return feedState.value === 'connecting' ? null : <NoAnswer />;
}

function NoAnswer() {
  return <p class="notice">The server does not answer. The page keeps asking; check that the server runs.</p>;
}
