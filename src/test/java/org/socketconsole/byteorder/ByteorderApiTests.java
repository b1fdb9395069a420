package org.socketconsole.byteorder;

import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.base64;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.ContractTests;

import java.net.InetAddress;
import java.nio.ByteOrder;

class ByteorderApiTests extends ContractTests {

    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    @ParameterizedTest
    @CsvSource({
        "ntohl, 1, 16777216",
        "htonl, 16777216, 1",
        "htonl, 4294967295, 4294967295",
        "htonl, 0, 0",
        "ntohl, 128, 2147483648",
        "ntohs, 1, 256",
        "htons, 80, 20480",
        "htons, 65535, 65535",
        "htons, 128, 32768",
    })
    void theBytesAreSwappedWhereTheMachineDiffersFromTheNetwork(String call, long x, long value) {
        assertThat(api.get("/byteorder/" + call + "?x=" + x))
                .isOk()
                .has("value", LITTLE ? value : x);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ntohl?x=4294967296", "htonl?x=-1", "ntohs?x=65536", "htons?x=70000", "htons?x=-1",
                "htons", "htons?x=", "htons?x=x", "htons?x=1.5", "htonl?x=99999999999999999999",
                "htonl?x=null", "htonl?x=true", "htonl?x=%221%22"
            })
    void whatIsOutOfTheBitsIsInvalid(String call) {
        assertThat(api.get("/byteorder/" + call)).isInvalid("x");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1",
        "127.1, 127.0.0.1",
        "0x7f.1, 127.0.0.1",
        "1, 0.0.0.1",
        "255.255.255.255, 255.255.255.255",
        "017.0.0.1, 15.0.0.1",
    })
    void inetAtonTakesEveryFormOfAnAddress(String text, String address) {
        assertThat(api.get("/byteorder/inet_aton?ip_string=" + text))
                .isOk()
                .has("data", base64(InetAddress.ofLiteral(address).getAddress()));
    }

    @ParameterizedTest
    @CsvSource({"AF_INET, 10.1.2.3", "2, 10.1.2.3", "AF_INET6, ::1", "10, fe80::1:2"})
    void inetPtonAndInetNtopAreInverse(String family, String text) {
        String packed = base64(InetAddress.ofLiteral(text).getAddress());
        assertThat(api.get("/byteorder/inet_pton?family=" + family + "&ip_string=" + text))
                .isOk()
                .has("data", packed);
        String query = "?family=" + family + "&packed_ip=" + packed.replace("+", "%2B");
        assertThat(api.get("/byteorder/inet_ntop" + query)).isOk().has("ip_string", text);
    }

    @ParameterizedTest
    @CsvSource({
        "fwAAAQ==, 127.0.0.1",
        "/////w==, 255.255.255.255",
        "%2B%2B%2B%2B%2Bw==, 251.239.190.251"
    })
    void inetNtoaReadsFourBytes(String packed, String text) {
        assertThat(api.get("/byteorder/inet_ntoa?packed_ip=" + packed))
                .isOk()
                .has("ip_string", text);
    }

    @ParameterizedTest
    @CsvSource({
        "inet_aton, ip_string",
        "inet_aton?ip_string=, ip_string",
        "inet_aton?ip_string=1.2.3.256, ip_string",
        "inet_aton?ip_string=localhost, ip_string",
        "inet_aton?ip_string=127.0.0.1%00, ip_string",
        "inet_pton?ip_string=::1, family",
        "inet_pton?family=AF_NOSUCH&ip_string=::1, family",
        "inet_pton?family=AF_INET, ip_string",
        "inet_pton?family=AF_INET&ip_string=127.1, ip_string",
        "inet_pton?family=AF_INET&ip_string=::1, ip_string",
        "inet_pton?family=AF_INET6&ip_string=1.2.3.4, ip_string",
        "inet_ntoa, packed_ip",
        "inet_ntoa?packed_ip=AAAA, packed_ip",
        "inet_ntoa?packed_ip=!, packed_ip",
        "inet_ntop?family=AF_INET6&packed_ip=fwAAAQ==, packed_ip",
        "inet_ntop?family=AF_INET&packed_ip=, packed_ip",
        "inet_ntop?family=AF_UNIX&packed_ip=fwAAAQ==, family",
        "inet_ntop?packed_ip=fwAAAQ==, family",
    })
    void aWrongArgumentIsNamed(String call, String field) {
        assertThat(api.get("/byteorder/" + call)).isInvalid(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AF_UNIX", "99"})
    void aFamilyWithoutATextFormIsNotSupported(String family) {
        assertThat(api.get("/byteorder/inet_pton?family=" + family + "&ip_string=x"))
                .isProblem(422, "socket-error", "EAFNOSUPPORT");
    }
}
