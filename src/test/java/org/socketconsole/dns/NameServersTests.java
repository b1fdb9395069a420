package org.socketconsole.dns;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.config.ResolvConfResolverConfigProvider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

class NameServersTests {

    /// A `resolv.conf` of the test's own.
    private static final class Written extends ResolvConfResolverConfigProvider {
        Written(String text) {
            try {
                parseResolvConf(new ByteArrayInputStream(text.getBytes(US_ASCII)));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "search lan, 1",
        "options ndots:5, 5",
        "options timeout:1 ndots:2 rotate, 2",
        "options ndots:0, 0",
        "options ndots:99, 15"
    })
    void theDotsOfANameThatIsWholeAreThoseOfTheFile(String line, int ndots) {
        NameServers servers = NameServers.of(new Written("nameserver 127.0.0.2\n" + line + "\n"));
        assertThat(servers.ndots()).isEqualTo(ndots);
        assertThat(servers.items().getFirst().address()).isEqualTo("127.0.0.2");
    }

    @Test
    void anIpv6AddressIsSpelledAsEverywhereWithItsZone() {
        NameServers servers = NameServers.of(new Written("nameserver ::1\nnameserver fe80::1%1\n"));
        assertThat(servers.items())
                .extracting(NameServers.NameServer::address)
                .containsExactly("::1", "fe80::1%1");
    }
}
