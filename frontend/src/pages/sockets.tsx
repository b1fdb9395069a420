import { useSignalEffect } from '@preact/signals';
import { path } from '../lib/router';
import { useTitle } from '../lib/title';
import { Detail } from '../components/detail/detail';
import { SocketsList } from '../components/list/list';
import { opened } from '../components/list/place';
import { NEW, openNewSocket } from '../components/new-socket/new-socket';
import { MasterDetail } from '../components/splitter';

export default function Sockets() {
  useSignalEffect(() => { if (path.value === NEW) openNewSocket(); });
  const found = opened.value;
  return (
    <>
      {found === null && <Title />}
      <MasterDetail name="sockets" list={<SocketsList />} detail={found && <Detail key={found.id} id={found.id} tab={found.tab} />} />
    </>
  );
}

/** The detail names the tab itself. */
function Title() {
  useTitle('Sockets');
  return null;
}
