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

    /// All was given back.
    boolean isOver() {
        return turn == turns.size();
    }

    @Override
    public void opened(Peer peer) {
        answerWhatHasCome(peer);
    }

    @Override
    public void heard(byte[] message, Peer peer) {
        if (!takes(message, peer)) {
            peer.close();
        }
    }

    /// Whether it is what was sent then; it is answered where the turn is whole.
    boolean takes(byte[] message, Peer peer) {
        answerWhatHasCome(peer);
        for (int at = 0; at < message.length; ) {
            int count = isOver() ? 0 : matching(message, at);
            if (count == 0) {
                peer.unmatched();
                return false;
            }
            at += count;
            come += count;
            answerWhatHasCome(peer);
        }
        return true;
    }

    @Override
    public void ended(boolean unfinished, Peer peer) {
        if (!isOver() && come > 0) {
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
        while (!isOver() && come == turns.get(turn).sent().length) {
            turns.get(turn).received().forEach(peer::send);
            turn++;
            come = 0;
        }
    }
}
