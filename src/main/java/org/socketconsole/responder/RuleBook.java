package org.socketconsole.responder;

import org.jspecify.annotations.Nullable;
import org.socketconsole.responder.RuleRequest.On;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Answers by rules, the first that matches.
record RuleBook(List<ReplyRule> rules) implements Answerer {

    private static final byte[] NONE = {};

    /// The most steps that are made on the thread of the caller, which shares its processor with
    /// other calls: some milliseconds.
    private static final long MOST_STEPS = 250_000;

    /// A rule that was met, by its place from 0 on, and the groups of its match.
    record Met(int rule, List<@Nullable String> groups) {}

    /// Whether one of them takes its time.
    boolean isLate() {
        return rules.stream().anyMatch(ReplyRule::isLate);
    }

    @Override
    public boolean isPrompt(byte[] message) {
        return !takesLong(message)
                && rules.stream().allMatch(rule -> rule.isPrompt(message.length));
    }

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
        Met met = find(event, message);
        if (met != null) {
            answer(met, peer);
        }
        return met != null;
    }

    /// The first that is for this, null where none is.
    @Nullable Met find(On event, byte[] message) {
        return takesLong(message)
                ? CompletableFuture.supplyAsync(() -> first(event, message)).join()
                : first(event, message);
    }

    /// Looks at all rules, though the first may be the one.
    boolean takesLong(byte[] message) {
        return rules.stream().mapToLong(ReplyRule::size).sum() * message.length > MOST_STEPS;
    }

    private @Nullable Met first(On event, byte[] message) {
        for (int i = 0; i < rules.size(); i++) {
            List<@Nullable String> groups = rules.get(i).meets(event, message);
            if (groups != null) {
                return new Met(i, groups);
            }
        }
        return null;
    }

    void answer(Met met, Peer peer) {
        rules.get(met.rule).answer(met.groups, peer);
    }
}
