package org.socketconsole.call;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.util.function.Function;
import java.util.function.Supplier;

/// The one place that every call passes, whichever way it came: REST, batch, WebSocket or page.
/// What audits and limits calls belongs here.
@Component
public class Calls {

    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    private final Operations operations;
    private final CallLog ended;

    Calls(Operations operations, CallLog ended) {
        this.operations = operations;
        this.ended = ended;
    }

    public <T> T run(Call call, Supplier<T> body) {
        return run(call, body, result -> result);
    }

    public void run(Call call, Runnable body) {
        run(
                call,
                () -> {
                    body.run();
                    return call;
                },
                nothing -> null);
    }

    /// `shown` is what is told of the result.
    private <T> T run(Call call, Supplier<T> body, Function<T, ? extends @Nullable Object> shown) {
        long number = operations.begin(call);
        try {
            T result = body.get();
            operations.end(number);
            if (call.logged()) {
                ended.succeeded(call, shown.apply(result));
            }
            return result;
        } catch (RuntimeException | Error failure) {
            operations.end(number);
            if (call.logged()) {
                ended.failed(call, failure);
            }
            throw failure;
        } finally {
            log.debug("{} {} took {} s", call.name(), call.id(), call.elapsed());
        }
    }
}
