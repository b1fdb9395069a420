package org.socketconsole.batch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.dispatch.Lane;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The turns of a channel's calls, by what they are called on.
final class Turns {

    private final Map<String, Order> orders = new ConcurrentHashMap<>();

    /// @param id null for what is called on nothing, and keeps no order
    /// @param place among all calls of the channel
    CallTurn next(@Nullable String id, Lane lane, long place) {
        return id == null
                ? new CallTurn(place, null, null)
                : orders.compute(id, (_, known) -> known == null ? new Order() : known.joined())
                        .next(lane, place);
    }

    void end(@Nullable String id, CallTurn turn) {
        turn.end();
        if (id != null) {
            orders.computeIfPresent(id, (_, order) -> order.left());
        }
    }

    /// The latest turns, for as long as any lasts.
    private static final class Order {
        private @Nullable CallTurn last;
        private @Nullable CallTurn input;
        private @Nullable CallTurn output;
        private int underWay = 1;

        Order joined() {
            underWay++;
            return this;
        }

        @Nullable Order left() {
            underWay--;
            return underWay == 0 ? null : this;
        }

        synchronized CallTurn next(Lane lane, long place) {
            CallTurn turn = new CallTurn(place, last, ahead(lane));
            last = turn.orLater(last);
            input = lane.isInput() ? turn.orLater(input) : input;
            output = lane.isOutput() ? turn.orLater(output) : output;
            return turn;
        }

        private @Nullable CallTurn ahead(Lane lane) {
            return switch (lane) {
                case INPUT -> input;
                case OUTPUT, BOTH -> output;
                case NONE -> null;
            };
        }
    }
}
