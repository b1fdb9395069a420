package org.socketconsole.call;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.util.function.Supplier;

/// The one place that every call passes, whichever way it came: REST, batch, WebSocket or page.
/// What audits and limits calls belongs here.
@Component
public class Calls {

    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    private final Operations operations;

    Calls(Operations operations) {
        this.operations = operations;
    }

    public <T> T run(Call call, Supplier<T> body) {
        long number = operations.begin(call);
        try {
            return body.get();
        } finally {
            operations.end(number);
            log.debug("{} {} took {} s", call.name(), call.id(), call.elapsed());
        }
    }

    public void run(Call call, Runnable body) {
        run(
                call,
                () -> {
                    body.run();
                    return call;
                });
    }
}
