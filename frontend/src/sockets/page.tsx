import { signal, useSignalEffect } from '@preact/signals';
import { load } from '../browser/load';
import { path } from '../browser/router';
import { printable } from '../lib/text';
import type { Detail } from '../socket/detail';
import { SocketsList } from './list';
import { opened } from './place';
import { NEW, openNewSocket } from '../new-socket/new-socket';
import { MasterDetail } from '../ui/splitter';

/** What shows one socket; it loads when one is first opened. */
const detail = signal<typeof Detail | null>(null);

export default function Sockets() {
  useSignalEffect(() => {
    if (path.value === NEW) openNewSocket();
  });
  useSignalEffect(() => {
    if (opened.value !== null) void loadDetail();
  });
  return <MasterDetail name="sockets" list={<SocketsList />} detail={opened.value && <Opened {...opened.value} />} />;
}

async function loadDetail(): Promise<void> {
  const found = await load(() => import('../socket/detail'));
  if (found) detail.value = found.Detail;
}

function Opened({ id, tab }: { id: string; tab: string }) {
  const Shown = detail.value;
  return Shown === null ? <h1>{printable(id)}</h1> : <Shown key={id} id={id} tab={tab} />;
}
