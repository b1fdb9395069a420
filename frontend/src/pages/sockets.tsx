import { useTitle } from '../lib/title';
import { hasData } from '../stores/feed';
import { rows } from '../stores/sockets';
import { NoSockets } from '../components/no-sockets';
import { SocketTable } from '../components/socket-table';

export default function Sockets() {
  useTitle('Sockets');
  return (
    <>
      <h1>Sockets</h1>
      {rows.value.length > 0 ? <SocketTable /> : hasData.value && <NoSockets />}
    </>
  );
}
