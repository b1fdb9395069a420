package org.socketconsole.dispatch;

import static org.socketconsole.net.Errno.EAGAIN;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.Caller;
import org.socketconsole.access.Rules;
import org.socketconsole.call.Call;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The one way that a call is made, whichever entrance it came by. From its beginning on nothing
/// ends it without its being logged.
@Component
public class Dispatch {

    private final Operations operations;
    private final CallLog log;
    private final Repeats repeats;
    private final ArgumentBinder binder;
    private final Rules rules;
    private final Map<@Nullable Class<?>, Target<Object>> targets = new HashMap<>();

    Dispatch(
            Operations operations,
            CallLog log,
            Repeats repeats,
            ArgumentBinder binder,
            Rules rules,
            List<Target<?>> targets) {
        this.operations = operations;
        this.log = log;
        this.repeats = repeats;
        this.binder = binder;
        this.rules = rules;
        targets.forEach(target -> this.targets.put(target.type(), any(target)));
    }

    /// @param id of what it is called on, null for the module's functions
    public Outcome run(
            CallDefinition definition,
            @Nullable String id,
            ArgumentSource arguments,
            Caller caller,
            Limits limits) {
        Call call = begin(definition, id, caller, limits);
        Outcome outcome = run(definition, call, arguments, limits);
        log(call, arguments, outcome);
        return outcome;
    }

    /// The same of a call that takes what there is: that there is nothing is no line of the log.
    ///
    /// @return null for that
    @Nullable Outcome attempt(
            CallDefinition definition,
            String id,
            ArgumentSource arguments,
            Caller caller,
            Limits limits) {
        Call call = begin(definition, id, caller, limits);
        Outcome outcome = run(definition, call, arguments, limits);
        if (outcome instanceof Outcome.Failed(Problem problem) && problem.isErrno(EAGAIN)) {
            return null;
        }
        log(call, arguments, outcome);
        return outcome;
    }

    /// The same of a call that only asks whether it can be made: that it can is no line of the log.
    ///
    /// @return why not, null where it can
    @Nullable Problem ask(
            CallDefinition definition,
            String id,
            ArgumentSource arguments,
            Caller caller,
            Limits limits) {
        Call call = begin(definition, id, caller, limits);
        if (run(definition, call, arguments, limits) instanceof Outcome.Failed refused) {
            log(call, arguments, refused);
            return refused.problem();
        }
        return null;
    }

    private static Call begin(
            CallDefinition definition, @Nullable String id, Caller caller, Limits limits) {
        Call call =
                Call.begin(definition.name(), id, caller, limits.longest(), definition.logged());
        if (!definition.isOnSocket()) {
            call.operation().isOn(null);
        }
        return call;
    }

    private Outcome run(
            CallDefinition definition, Call call, ArgumentSource arguments, Limits limits) {
        long number = operations.begin(call);
        arguments.begins(call.operation());
        Outcome outcome = once(definition, call, arguments, limits);
        operations.end(number);
        return outcome;
    }

    private Outcome once(
            CallDefinition definition, Call call, ArgumentSource arguments, Limits limits) {
        try {
            RepeatKey key = arguments.key();
            return key == null
                    ? make(definition, call, arguments, limits)
                    : repeats.once(key, call, () -> make(definition, call, arguments, limits));
        } catch (RuntimeException refused) {
            return failed(refused, call);
        }
    }

    private Outcome make(
            CallDefinition definition, Call call, ArgumentSource arguments, Limits limits) {
        try {
            return new Outcome.Returned(definition, perform(definition, call, arguments, limits));
        } catch (RuntimeException | Error failure) {
            return failed(failure, call);
        }
    }

    private static Outcome failed(Throwable failure, Call call) {
        return new Outcome.Failed(Problems.of(failure).build(null, call));
    }

    private @Nullable Object perform(
            CallDefinition definition, Call call, ArgumentSource arguments, Limits limits) {
        Target<Object> target = targets.get(definition.target());
        if (target == null) {
            return ready(definition, call, binder, arguments, limits).apply(null);
        }
        Object on = target.find(call);
        Function<@Nullable Object, @Nullable Object> ready =
                ready(definition, call, binder.of(target.family(on)), arguments, limits);
        return target.inside(on, call, () -> ready.apply(on));
    }

    /// The call with its arguments, of which nothing is wrong: what is left is to make it.
    private Function<@Nullable Object, @Nullable Object> ready(
            CallDefinition definition,
            Call call,
            ArgumentBinder binder,
            ArgumentSource arguments,
            Limits limits) {
        Object bound = bind(definition, call, binder, arguments);
        Call limited = call.within(limits.limit());
        rules.permit(call.name(), call.caller());
        return target -> definition.invoke(target, limited, bound, arguments);
    }

    private static @Nullable Object bind(
            CallDefinition definition, Call call, ArgumentBinder binder, ArgumentSource arguments) {
        Object bound = arguments.bind(binder, definition);
        if (bound != null) {
            call.operation().takes(bound);
        }
        return bound;
    }

    /// Each is asked only for what has its own type.
    @SuppressWarnings("unchecked")
    private static Target<Object> any(Target<?> target) {
        return (Target<Object>) target;
    }

    private void log(Call call, ArgumentSource arguments, Outcome outcome) {
        if (!call.logged()) {
            return;
        }
        switch (outcome) {
            case Outcome.Returned returned ->
                    log.succeeded(call, returned.result(), arguments.size());
            case Outcome.Failed failed -> log.failed(call, failed.problem(), arguments.size());
            case Outcome.Repeated repeated -> {}
        }
    }
}
