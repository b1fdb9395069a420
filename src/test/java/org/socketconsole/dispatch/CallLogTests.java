package org.socketconsole.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.Eventually.eventually;

import org.junit.jupiter.api.Test;
import org.socketconsole.access.Caller;
import org.socketconsole.call.Call;
import org.socketconsole.event.Hub;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;

class CallLogTests {

    private final CallLog log = new CallLog(new Hub(), List.of());

    record Payload(byte[] data) {}

    @Test
    void aCallThatHasEndedKeepsNoPayload() {
        WeakReference<Payload> payload = sent(64 * 1024);
        eventually()
                .until(
                        () -> {
                            System.gc();
                            return payload.refersTo(null);
                        });
        assertThat(log.all().getFirst().get().text()).startsWith("send(").contains("65536");
    }

    private WeakReference<Payload> sent(int size) {
        Payload payload = new Payload(new byte[size]);
        Call call = Call.begin("send", "s-1", Caller.CLIENT, Duration.ofSeconds(1), false);
        call.operation().takes(payload);
        log.succeeded(call, null, size);
        return new WeakReference<>(payload);
    }
}
