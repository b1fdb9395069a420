package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.ContractTests;
import org.springframework.beans.factory.annotation.Autowired;

class ClosedSocketsTests extends ContractTests {

    @Autowired private SocketRegistry registry;
    @Autowired private ClosedSockets closed;
    @Autowired private SocketList list;
    @Autowired private SocketViews views;

    @Test
    void aSocketThatIsBeingClosedStandsOnceInTheList() {
        ApiSocket socket = api.tcp();
        closed.remember(views.of(registry.get(socket.id(), "close")).closed());
        assertThat(list.all()).extracting(SocketView::id).containsOnlyOnce(socket.id());
    }

    @Test
    void aSocketThatTwoCloseAtOnceStandsOnceInTheList() {
        ApiSocket socket = api.tcp();
        LiveSocket live = registry.get(socket.id(), "close");
        closed.remember(views.of(live).closed());
        closed.remember(views.of(live).closed());
        socket.close();
        assertThat(api.get("/sockets?state=CLOSED&limit=20000").at("items"))
                .extracting(item -> item.get("id").asString())
                .containsOnlyOnce(socket.id());
    }
}
