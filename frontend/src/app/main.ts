import '../styles/main.css';
import { Banner } from './banner';
import { Overlays } from './overlays';
import { Page } from './page';
import { StatusBar } from './status-bar';
import { TopBar } from './top-bar';
import { island } from './island';
import { pageAt } from './pages';
import { Rail } from './rail';
import { startRouter } from '../browser/router';
import { startCommands } from './commands';
import { startFeed } from '../live/feed';
import { markStale } from './stale';
import { startHandover } from '../live/handover';
import { startPages } from './current';
import { restoreSession } from '../browser/session';
import { startSettings } from '../browser/settings';
import { startWaits } from './waits';

/** The page of an error is the frame alone. */
island('sc-rail', Rail);
if (document.querySelector('sc-page')) start();

function start(): void {
  startSettings();
  restoreSession();
  addEventListener('hashchange', restoreSession);
  startHandover();
  startRouter((path) => pageAt(path) !== undefined);
  startPages();
  startFeed();
  startWaits();
  startCommands();
  markStale();

  island('sc-top-bar', TopBar);
  island('sc-banner', Banner);
  island('sc-page', Page);
  island('sc-status-bar', StatusBar);
  island('sc-overlays', Overlays);
}
