import type { ReadonlySignal } from '@preact/signals';
import { useKeys, type Bindings, useKeySheet } from '../browser/keys';
import { go } from '../browser/router';
import { useTitle } from '../browser/title';
import { Conversation } from '../conversation/conversation';
import { printable } from '../lib/text';
import type { Socket } from '../lib/wire';
import { word } from '../lib/words';
import { TrafficPane } from '../traffic/traffic-pane';
import { Calls } from './calls';
import { Files } from './files';
import { Foot } from './foot';
import { Header } from './header';
import { Missing } from './missing';
import { Operations } from './operations';
import { Options } from './options/options';
import { Overview } from './overview';
import { ChoosePlayed } from './play/edit';
import { EditRules } from './rules/edit';
import { hrefOfLeft, Tabs, tabNamed, tabsOf, wordOfTab, type Tab } from './tabs';
import { TcpInfo } from './tcp-info';
import { useThroughput, type Sample } from './throughput-samples';
import { useSocket } from './use-socket';
import { ResponderWatch } from '../live/responder';
import { epoch } from '../live/run';

/** A socket: what it is, its tabs, each with its address, and at the foot what is said to the peer. */
export function Detail({ id, tab }: { id: string; tab: string }) {
  return <Shown key={`${epoch.value ?? ''} ${id}`} id={id} tab={tabNamed(tab)} />;
}

function Shown({ id, tab }: { id: string; tab: Tab }) {
  const found = useSocket(id);
  useTitle(`${id}${tab === 'overview' ? '' : ` – ${wordOfTab(tab)}`}`);
  if (found.kind === 'loading')
    return (
      <>
        <h1>{printable(id)}</h1>
        <p class="hint" role="status">
          {word('socket.loading')}
        </p>
      </>
    );
  if (found.kind === 'missing') return <Missing id={id} problem={found.problem} />;
  return <Known socket={found.socket} tab={tab} />;
}

function Known({ socket, tab }: { socket: Socket; tab: Tab }) {
  const throughput = useThroughput(socket);
  return (
    <section class="column detail" aria-labelledby="detail-heading">
      <TabKeys socket={socket} current={tab} />
      <Header socket={socket} />
      <Tabs socket={socket} current={tab} />
      <div class={`column detail-body is-${tab}`}>
        <Body socket={socket} tab={tab} throughput={throughput} />
      </div>
      <Foot socket={socket} tab={tab} />
      <EditRules socket={socket} />
      <ChoosePlayed socket={socket} />
      {socket.responder !== null && socket.state !== 'CLOSED' && <ResponderWatch id={socket.id} />}
    </section>
  );
}

interface BodyProps {
  socket: Socket;
  tab: Tab;
  throughput: ReadonlySignal<readonly Sample[]>;
}

function Body({ socket, tab, throughput }: BodyProps) {
  switch (tab) {
    case 'overview':
      return <Overview socket={socket} throughput={throughput} />;
    case 'traffic':
      return <TrafficPane socketId={socket.id} socket={socket} />;
    case 'conversation':
      return <Conversation socketId={socket.id} socket={socket} />;
    case 'calls':
      return <Calls socket={socket} />;
    case 'options':
      return <Options socket={socket} />;
    case 'tcp':
      return <TcpInfo socket={socket} />;
    case 'operations':
      return <Operations socket={socket} />;
    case 'files':
      return <Files socket={socket} />;
  }
}

/** A digit, and the tab before or after; in a conversation brackets go from turn to turn. */
function TabKeys({ socket, current }: { socket: Socket; current: Tab }) {
  const tabs = tabsOf(socket);
  const show = (tab: Tab | undefined) => {
    if (tab) go(hrefOfLeft(socket.id, tab));
  };
  const step = (by: number) => () => {
    if (current !== 'conversation') show(tabs[(tabs.indexOf(current) + by + tabs.length) % tabs.length]);
  };
  const digits = [1, 2, 3, 4, 5, 6, 7, 8].map((digit) => [
    String(digit),
    () => {
      show(tabs[digit - 1]);
    },
  ]);
  useKeySheet(word('keys.here'), [['1–8', word('socket.keys.tab')]]);
  useKeys({
    ...(Object.fromEntries(digits) as Bindings),
    ...(current !== 'conversation' && {
      '[': { says: word('socket.keys.before'), run: step(-1) },
      ']': { says: word('socket.keys.after'), run: step(1) },
    }),
  });
  return null;
}
