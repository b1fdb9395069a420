package org.socketconsole.dispatch;

import org.socketconsole.access.Caller;
import org.springframework.stereotype.Component;

import java.util.Objects;

/// Calls that the server makes in a person's place: the same as any client's, each for as long as
/// it takes.
@Component
public class InternalCalls {

    private static final Limits FOREVER = Limits.forever(null);

    private final CallTable table;
    private final Dispatch dispatch;

    InternalCalls(CallTable table, Dispatch dispatch) {
        this.table = table;
        this.dispatch = dispatch;
    }

    /// Those on what has the id.
    public OnTarget on(String id, Caller caller) {
        return new OnTarget(id, caller);
    }

    public final class OnTarget {

        private final String id;
        private final Caller caller;

        private OnTarget(String id, Caller caller) {
            this.id = id;
            this.caller = caller;
        }

        /// @param name see [CallDefinition#name]
        public Outcome run(String name, ArgumentSource arguments) {
            CallDefinition call = Objects.requireNonNull(table.find(name), name);
            return dispatch.run(call, id, arguments, caller, FOREVER);
        }
    }
}
