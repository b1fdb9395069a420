package org.socketconsole.console;

import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;

import java.util.List;
import java.util.stream.Stream;

/// Every page of the console and every tab of a socket, for what holds on all of them.
final class EveryPage {

    private static final List<String> TABS =
            List.of(
                    "overview",
                    "operations",
                    "operations?call=bind",
                    "traffic",
                    "traffic?chunk=%s",
                    "conversation",
                    "calls",
                    "calls?seq=1",
                    "options",
                    "tcp",
                    "files");

    private static final List<String> PAGES =
            List.of(
                    "/sockets",
                    "/sockets?sort=-id",
                    "/traffic",
                    "/names/getaddrinfo?host=localhost&port=80",
                    "/names/compare",
                    "/names/dns?name=localhost",
                    "/recordings",
                    "/reference",
                    "/reference/constants?q=SO_",
                    "/reference/errno/ECONNREFUSED",
                    "/reference/byte-order?x=0x1234",
                    "/activity",
                    "/settings");

    private EveryPage() {}

    /// With a socket that has something to show in each of its tabs.
    static List<String> of(Api api) {
        Api.Pair pair = api.connection();
        pair.first().send("GET / HTTP/1.1\r\n\r\n");
        pair.second().recv(100);
        pair.first().post("makefile", "{}");
        return Stream.concat(PAGES.stream(), tabsOf(pair.first())).toList();
    }

    private static Stream<String> tabsOf(ApiSocket socket) {
        String chunk = socket.get("traffic").at("items/0/seq").asString();
        return TABS.stream().map(tab -> "/sockets/" + socket.id() + "/" + tab.formatted(chunk));
    }
}
