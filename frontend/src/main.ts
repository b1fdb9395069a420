import './styles/main.css';
import { FeedState } from './components/feed-state';
import { Page } from './components/page';
import { island } from './islands/island';
import { startRouter } from './lib/router';
import { startFeed } from './live/feed';
import { startHandover } from './live/handover';
import { startPages } from './pages/pages';
import { restoreSession } from './stores/session';

restoreSession();
addEventListener('hashchange', restoreSession);
startHandover();
startRouter();
startPages();
startFeed();

island('sc-feed-state', FeedState);
island('sc-page', Page);
