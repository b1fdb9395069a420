package org.socketconsole.responder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Gives back what was recorded to each sender of datagrams, from the beginning when it is over, or
/// when other bytes came.
final class PlayedToEach implements Answerer {

    /// Who was not heard for longest begins anew.
    private static final int MOST_SENDERS = 1024;

    private final List<RecordedTurn> turns;
    private final SequencedMap<String, Played> bySender = new LinkedHashMap<>(16, 0.75f, true);

    PlayedToEach(List<RecordedTurn> turns) {
        this.turns = turns;
    }

    @Override
    public void heard(byte[] message, Peer peer) {
        Played played = bySender.computeIfAbsent(peer.address(), sender -> new Played(turns));
        if (!played.takes(message, peer) || played.isOver()) {
            bySender.remove(peer.address());
        }
        if (bySender.size() > MOST_SENDERS) {
            bySender.pollFirstEntry();
        }
    }
}
