package org.socketconsole.responder;

import java.util.Arrays;
import java.util.List;

/// Gives back what was recorded, turn by turn, as its bytes come. Others are unmatched, and end it.
final class Played implements Answerer {

    private final List<RecordedTurn> turns;
    private int turn;

    /// How much of what the turn begins with has come.
    private int come;

    Played(List<RecordedTurn> turns) {
        this.turns = turns;
    }

    @Override
    public void opened(Peer peer) {
        answerWhatHasCome(peer);
    }

    @Override
    public void heard(byte[] message, Peer peer) {
        answerWhatHasCome(peer);
        for (int at = 0; at < message.length; ) {
            int count = turn < turns.size() ? matching(message, at) : 0;
            if (count == 0) {
                peer.unmatched();
                peer.close();
                return;
            }
            at += count;
            come += count;
            answerWhatHasCome(peer);
        }
    }

    @Override
    public void ended(boolean unfinished, Peer peer) {
        if (turn < turns.size() && come > 0) {
            peer.unmatched();
        }
    }

    /// How many bytes from there on the turn goes on with; zero where some are others.
    private int matching(byte[] message, int at) {
        byte[] sent = turns.get(turn).sent();
        int count = Math.min(sent.length - come, message.length - at);
        boolean same = Arrays.equals(message, at, at + count, sent, come, come + count);
        return same ? count : 0;
    }

    private void answerWhatHasCome(Peer peer) {
        while (turn < turns.size() && come == turns.get(turn).sent().length) {
            turns.get(turn).received().forEach(peer::send);
            turn++;
            come = 0;
        }
    }
}
