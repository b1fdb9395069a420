package org.socketconsole.dns;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.config.ResolvConfResolverConfigProvider;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Whom the host's resolver asks, and where it looks before, see resolv.conf(5) and
/// nsswitch.conf(5).
record NameServers(
        @Schema(description = "In the order in which they are asked") List<NameServer> items,
        @Schema(description = "What a name is completed with, in turn", example = "[\"lan\"]")
                List<String> search,
        @Schema(
                        description =
                                "The dots with which a name is asked for as it is, and completed"
                                        + " after that; one of fewer is completed first",
                        example = "1")
                int ndots,
        @Schema(description = "Where hosts are looked for, in order", example = "files dns")
                @Nullable String nsswitch) {

    private static final int PORT = 53;

    /// Whom the C library asks where the file names nobody.
    private static final NameServer OF_THIS_HOST = new NameServer("127.0.0.1", PORT);

    private static final Path NSSWITCH = Path.of("/etc/nsswitch.conf");
    private static final String HOSTS = "hosts:";

    record NameServer(
            @Schema(example = "127.0.0.1") String address, @Schema(example = "53") int port) {

        static NameServer of(InetSocketAddress server) {
            return new NameServer(IpText.of(server.getAddress()), server.getPort());
        }
    }

    /// As the files say it now.
    static NameServers ofThisHost() {
        var files = new ResolvConfResolverConfigProvider();
        files.initialize();
        return of(files);
    }

    static NameServers of(ResolvConfResolverConfigProvider files) {
        List<NameServer> servers = files.servers().stream().map(NameServer::of).toList();
        return new NameServers(
                servers.isEmpty() ? List.of(OF_THIS_HOST) : servers,
                files.searchPaths().stream().map(Name::toString).toList(),
                files.ndots(),
                sources());
    }

    private static @Nullable String sources() {
        try (Stream<String> lines = Files.lines(NSSWITCH)) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith(HOSTS))
                    .map(line -> line.substring(HOSTS.length()).strip())
                    .findFirst()
                    .orElse(null);
        } catch (IOException none) {
            return null;
        }
    }
}
