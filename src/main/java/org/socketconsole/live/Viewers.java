package org.socketconsole.live;

import java.util.HashSet;
import java.util.Set;

/// Who looks on.
final class Viewers {

    private static final int MOST = 256;

    private final Set<LiveFeed> admitted = new HashSet<>();

    /// Whether there is room for one more.
    synchronized boolean admit(LiveFeed feed) {
        return admitted.size() < MOST && admitted.add(feed);
    }

    synchronized void leave(LiveFeed feed) {
        admitted.remove(feed);
    }

    synchronized int count() {
        return admitted.size();
    }
}
