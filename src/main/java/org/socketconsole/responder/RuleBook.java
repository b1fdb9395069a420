package org.socketconsole.responder;

import org.socketconsole.responder.RuleRequest.On;

import java.util.List;

/// Answers by rules, the first that matches.
record RuleBook(List<ReplyRule> rules) implements Answerer {

    private static final byte[] NONE = {};

    @Override
    public void opened(Peer peer) {
        meet(On.OPEN, NONE, peer);
    }

    @Override
    public void heard(byte[] message, Peer peer) {
        if (!meet(On.DATA, message, peer)) {
            peer.unmatched();
        }
    }

    @Override
    public void ended(boolean unfinished, Peer peer) {
        if (unfinished) {
            peer.unmatched();
        }
        meet(On.END, NONE, peer);
    }

    private boolean meet(On event, byte[] message, Peer peer) {
        for (ReplyRule rule : rules) {
            if (rule.meets(event, message, peer)) {
                return true;
            }
        }
        return false;
    }
}
