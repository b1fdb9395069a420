package org.socketconsole.batch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.dispatch.Lane;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The turns of a channel's calls, by what they are called on.
final class Turns {

    private final Map<String, Order> orders = new ConcurrentHashMap<>();

    /// @param id null for what is called on nothing, and keeps no order
    Turn next(@Nullable String id, Lane lane) {
        return id == null
                ? new Turn(null, null)
                : orders.compute(id, (_, known) -> known == null ? new Order() : known.joined())
                        .next(lane);
    }

    void end(@Nullable String id, Turn turn) {
        turn.end();
        if (id != null) {
            orders.computeIfPresent(id, (_, order) -> order.left());
        }
    }

    /// The latest turns, for as long as any lasts.
    private static final class Order {
        private @Nullable Turn last;
        private @Nullable Turn input;
        private @Nullable Turn output;
        private int underWay = 1;

        Order joined() {
            underWay++;
            return this;
        }

        @Nullable Order left() {
            underWay--;
            return underWay == 0 ? null : this;
        }

        synchronized Turn next(Lane lane) {
            Turn turn = new Turn(last, ahead(lane));
            last = turn;
            input = lane == Lane.INPUT || lane == Lane.BOTH ? turn : input;
            output = lane == Lane.OUTPUT || lane == Lane.BOTH ? turn : output;
            return turn;
        }

        private @Nullable Turn ahead(Lane lane) {
            return switch (lane) {
                case INPUT -> input;
                case OUTPUT, BOTH -> output;
                case NONE -> null;
            };
        }
    }
}
