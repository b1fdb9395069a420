import { useKeys } from '../browser/keys';
import { go, place } from '../browser/router';
import { printable } from '../lib/text';
import { useTitle } from '../browser/title';
import { epoch } from '../live/run';
import type { Socket } from '../lib/wire';
import { Composer } from '../composer/composer';
import { Conversation } from '../conversation/conversation';
import { TrafficPane } from '../traffic/traffic-pane';
import { Calls } from './calls';
import { Files } from './files';
import { Header } from './header';
import { Missing } from './missing';
import { Operations } from './operations';
import { Options } from './options/options';
import { Overview } from './overview';
import { hrefOfTab, TABS, Tabs, type Tab } from './tabs';
import { useSocket } from './use-socket';

/** A socket: what it is, what waits on it, and its tabs, each with its address. */
export function Detail({ id, tab }: { id: string; tab: string }) {
  return <Shown key={`${epoch.value ?? ''} ${id}`} id={id} tab={TABS.find((known) => known === tab) ?? 'overview'} />;
}

function Shown({ id, tab }: { id: string; tab: Tab }) {
  const found = useSocket(id).value;
  useTitle(`${id}${tab === 'overview' ? '' : ` – ${tab}`}`);
  useTabKeys(id, tab);
  if (found.kind === 'loading')
    return (
      <>
        <h1>{printable(id)}</h1>
        <p class="hint" role="status">
          Loading
        </p>
      </>
    );
  if (found.kind === 'missing') return <Missing id={id} problem={found.problem} />;
  return (
    <section class="detail" aria-labelledby="detail-heading">
      <Header socket={found.socket} />
      <Tabs id={id} current={tab} />
      <Body socket={found.socket} tab={tab} />
    </section>
  );
}

function Body({ socket, tab }: { socket: Socket; tab: Tab }) {
  switch (tab) {
    case 'overview':
      return <Overview socket={socket} />;
    case 'operations':
      return <Operations socket={socket} />;
    case 'traffic':
      return (
        <>
          <TrafficPane socketId={socket.id} />
          <div class="docked">
            <Composer socket={socket} />
          </div>
        </>
      );
    case 'conversation':
      return (
        <>
          <Conversation socketId={socket.id} />
          <div class="docked">
            <Composer socket={socket} />
          </div>
        </>
      );
    case 'calls':
      return <Calls socket={socket} />;
    case 'options':
      return <Options socket={socket} />;
    case 'files':
      return <Files socket={socket} />;
  }
}

/** A digit, and the tab before or after; in a conversation brackets go from turn to turn. */
function useTabKeys(id: string, current: Tab): void {
  const show = (tab: Tab | undefined) => {
    if (tab) go(hrefOfTab(id, tab, place.peek()));
  };
  const step = (by: number) => {
    show(TABS[(TABS.indexOf(current) + by + TABS.length) % TABS.length]);
  };
  useKeys({
    ...Object.fromEntries(
      TABS.map((tab, index) => [
        String(index + 1),
        () => {
          show(tab);
        },
      ]),
    ),
    ...(current !== 'conversation' && {
      '[': () => {
        step(-1);
      },
      ']': () => {
        step(1);
      },
    }),
  });
}
