package org.socketconsole.live;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/// Who looks on: those that have shown the token, and apart from them the few that have not yet. Of
/// these the oldest makes room for the next: a page shows its token at once.
final class Viewers {

    private static final int MOST = 256;
    private static final int MOST_STRANGERS = 32;

    private final Set<LiveFeed> admitted = new HashSet<>();
    private final Deque<LiveFeed> strangers = new ArrayDeque<>();

    /// Answers the one that has to go for it.
    synchronized @Nullable LiveFeed arrive(LiveFeed feed) {
        strangers.add(feed);
        return strangers.size() > MOST_STRANGERS ? strangers.remove() : null;
    }

    /// Whether there is room for it among those that have shown the token.
    synchronized boolean admit(LiveFeed feed) {
        return admitted.size() < MOST && strangers.remove(feed) && admitted.add(feed);
    }

    synchronized void leave(LiveFeed feed) {
        strangers.remove(feed);
        admitted.remove(feed);
    }

    synchronized int count() {
        return admitted.size();
    }
}
