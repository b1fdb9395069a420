import './styles/main.css';
import { Banner } from './components/banner';
import { Overlays } from './components/overlays';
import { Page } from './components/page';
import { StatusBar } from './components/status-bar';
import { TopBar } from './components/top-bar';
import { island } from './islands/island';
import { markCurrent } from './lib/current';
import { startRouter } from './lib/router';
import { startCommands } from './components/commands';
import { startFeed } from './live/feed';
import { startHandover } from './live/handover';
import { startPages } from './pages/pages';
import { restoreSession } from './stores/session';
import { startSettings } from './stores/settings';

/** The page of an error is the frame alone. */
if (document.querySelector('sc-page')) start();

function start(): void {
  startSettings();
  restoreSession();
  addEventListener('hashchange', restoreSession);
  startHandover();
  startRouter();
  startPages();
  startFeed();
  startCommands();
  markCurrent(document.querySelectorAll<HTMLAnchorElement>('.rail a'));

  island('sc-top-bar', TopBar);
  island('sc-banner', Banner);
  island('sc-page', Page);
  island('sc-status-bar', StatusBar);
  island('sc-overlays', Overlays);
}
