import '../styles/main.css';
import { Banner } from './banner';
import { Overlays } from './overlays';
import { Page } from './page';
import { StatusBar } from './status-bar';
import { TopBar } from './top-bar';
import { island } from './island';
import { markCurrent } from './current';
import { startRouter } from '../browser/router';
import { startCommands } from './commands';
import { startFeed } from '../live/feed';
import { markStale } from './stale';
import { startHandover } from '../live/handover';
import { startPages } from './pages';
import { restoreSession } from '../browser/session';
import { startSettings } from '../browser/settings';

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
  markStale();
  markCurrent(document.querySelectorAll<HTMLAnchorElement>('.rail a'));

  island('sc-top-bar', TopBar);
  island('sc-banner', Banner);
  island('sc-page', Page);
  island('sc-status-bar', StatusBar);
  island('sc-overlays', Overlays);
}
