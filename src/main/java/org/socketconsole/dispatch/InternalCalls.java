package org.socketconsole.dispatch;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.Caller;
import org.socketconsole.call.Call;
import org.springframework.stereotype.Component;

import java.util.Objects;

/// Calls that the server makes in a person's place: the same as any client's, each for as long as
/// it takes or not waiting at all.
@Component
public class InternalCalls {

    private static final Limits FOREVER = Limits.forever(null);
    private static final Limits AT_ONCE = new Limits(Call.AT_ONCE, null);

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
            return dispatch.run(definition(name), id, arguments, caller, FOREVER);
        }

        /// The same without waiting; null where there is nothing to take, which is then in no list.
        public @Nullable Outcome attempt(String name, ArgumentSource arguments) {
            return dispatch.attempt(definition(name), id, arguments, caller, AT_ONCE);
        }

        /// Why a call that writes to a client cannot be made, null where it can.
        public @Nullable Problem refusal(String name) {
            var asking = new CallArguments.To(new AskingWriter());
            return dispatch.ask(definition(name), id, asking, caller, FOREVER);
        }

        private CallDefinition definition(String name) {
            return Objects.requireNonNull(table.find(name), name);
        }
    }
}
