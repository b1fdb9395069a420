package org.socketconsole.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ContractTests;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

class NetdbApiTests extends ContractTests {

    @ParameterizedTest
    @CsvSource({"icmp, 1", "tcp, 6", "udp, 17", "ICMP, 1"})
    void aProtocolHasItsNumber(String name, int proto) {
        assertThat(api.get("/netdb/getprotobyname?protocolname=" + name))
                .isOk()
                .has("proto", proto);
    }

    @ParameterizedTest
    @CsvSource({
        "servicename=http, 80",
        "servicename=http&protocolname=tcp, 80",
        "servicename=domain&protocolname=udp, 53",
    })
    void aServiceHasItsPort(String query, int port) {
        assertThat(api.get("/netdb/getservbyname?" + query)).isOk().has("port", port);
    }

    @ParameterizedTest
    @CsvSource({
        "port=80, http",
        "port=80&protocolname=tcp, http",
        "port=53&protocolname=udp, domain"
    })
    void aPortHasItsService(String query, String name) {
        assertThat(api.get("/netdb/getservbyport?" + query)).isOk().has("servicename", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "getprotobyname?protocolname=nosuch",
                "getprotobyname?protocolname=",
                "getservbyname?servicename=nosuch",
                "getservbyname?servicename=http&protocolname=nosuch",
                "getservbyport?port=65533",
                "getservbyport?port=80&protocolname=nosuch",
                "if_nametoindex?ifname=nosuch0",
                "if_nametoindex?ifname=",
                "if_nametoindex?ifname=a-name-that-is-too-long-for-an-interface",
                "if_indextoname?index=999999",
                "if_indextoname?index=0",
            })
    void whatIsUnknownIsNotFound(String call) {
        Answer answer = api.get("/netdb/" + call);
        assertThat(answer).isProblem(404, "not-found").lacks("errno");
    }

    @Test
    void theInterfacesAreThoseOfTheMachine() throws SocketException {
        Map<String, Integer> listed =
                StreamSupport.stream(
                                api.get("/netdb/if_nameindex").at("items").spliterator(), false)
                        .collect(
                                Collectors.toMap(
                                        item -> item.get("name").asString(),
                                        item -> item.get("index").asInt()));
        NetworkInterface.networkInterfaces()
                .forEach(
                        device ->
                                assertThat(listed)
                                        .containsEntry(device.getName(), device.getIndex()));
    }

    @Test
    void anInterfaceHasItsIndexAndItsName() throws SocketException {
        int index = NetworkInterface.getByName("lo").getIndex();
        assertThat(api.get("/netdb/if_nametoindex?ifname=lo")).isOk().has("index", index);
        assertThat(api.get("/netdb/if_indextoname?index=" + index)).isOk().has("name", "lo");
    }

    @ParameterizedTest
    @CsvSource({
        "getprotobyname, protocolname",
        "getprotobyname?protocolname=a%00, protocolname",
        "getservbyname, servicename",
        "getservbyname?servicename=a%00, servicename",
        "getservbyname?servicename=http&protocolname=a%00, protocolname",
        "getservbyport, port",
        "getservbyport?port=65536, port",
        "getservbyport?port=-1, port",
        "getservbyport?port=http, port",
        "if_nametoindex, ifname",
        "if_nametoindex?ifname=lo%00, ifname",
        "if_indextoname, index",
        "if_indextoname?index=-1, index",
        "if_indextoname?index=4294967296, index",
        "if_indextoname?index=lo, index",
    })
    void aWrongArgumentIsNamed(String call, String field) {
        assertThat(api.get("/netdb/" + call)).isInvalid(field);
    }
}
