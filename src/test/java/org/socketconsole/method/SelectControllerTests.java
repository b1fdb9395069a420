package org.socketconsole.method;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.socketconsole.access.Caller;
import org.socketconsole.call.Call;
import org.socketconsole.libc.Libc;
import org.socketconsole.method.SelectController.SelectRequest;
import org.socketconsole.socket.LiveSocket;
import org.socketconsole.socket.SocketRegistry;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

class SelectControllerTests {

    @Test
    void anIdIsLookedUpOnceInEachListAndItsSocketEnteredOnce() {
        LiveSocket socket = mock();
        SocketRegistry registry = mock();
        when(registry.get("s-1", "select")).thenReturn(socket);
        when(registry.insideAll(any(), any(), any())).thenReturn(List.of());
        List<String> many = Collections.nCopies(3, "s-1");
        Call call = Call.begin("select", null, Caller.CLIENT, Duration.ofSeconds(30), false);
        new SelectController(registry, Libc.host())
                .select(call, new SelectRequest(many, many, null, 0.0));
        verify(registry, times(2)).get("s-1", "select");
        verify(registry).insideAll(eq(List.of(socket)), any(), any());
    }
}
