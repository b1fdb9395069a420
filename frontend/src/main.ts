import './styles/main.css';
import { FeedState } from './components/feed-state';
import { Sockets } from './components/sockets';
import { island } from './islands/island';
import { startFeed } from './live/feed';
import { startHandover } from './live/handover';
import { restoreSession } from './stores/session';

restoreSession();
addEventListener('hashchange', restoreSession);
startHandover();
startFeed();

island('sc-feed-state', FeedState);
island('sc-sockets', Sockets);
