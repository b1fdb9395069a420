package org.socketconsole.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;
import static org.socketconsole.testing.Json.base64;
import static org.socketconsole.testing.Json.json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.Api;
import org.socketconsole.testing.ApiSocket;
import org.socketconsole.testing.Capabilities;
import org.socketconsole.testing.ContractTests;
import org.socketconsole.testing.Json;

import java.time.Instant;

/// Control messages in words, as the kernel gives them and as it takes them.
class ControlWordsApiTests extends ContractTests {

    private static final String RECEIVE = json("{'bufsize': 100, 'ancbufsize': 512}");
    private static final String ERRORS =
            json("{'bufsize': 100, 'ancbufsize': 512, 'flags': 'MSG_ERRQUEUE'}");

    /// Options of IP that do nothing, 40 bytes of them.
    private static final String NOPS = base64("\1".repeat(40));

    @Test
    void theInterfaceAndAddressesOfADatagram() {
        ApiSocket receiver = receiver("AF_INET", "127.0.0.1", "IPPROTO_IP", "IP_PKTINFO");
        api.udp().sendto("x", receiver.localAddress());
        assertThat(receiver.post("recvmsg", RECEIVE))
                .has("ancdata/0/type", "IP_PKTINFO")
                .has(
                        "ancdata/0/value",
                        Json.read(
                                "{\"ifindex\": 1, \"spec_dst\": \"127.0.0.1\","
                                        + " \"addr\": \"127.0.0.1\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "IP_RECVTTL, IP_TTL, 64",
        "IP_RECVTOS, IP_TOS, 0",
        "IP_RECVORIGDSTADDR, IP_ORIGDSTADDR, ",
    })
    void whatIpTellsOfADatagram(String option, String type, Integer value) {
        ApiSocket receiver = receiver("AF_INET", "127.0.0.1", "IPPROTO_IP", option);
        api.udp().sendto("x", receiver.localAddress());
        assertThat(receiver.post("recvmsg", RECEIVE))
                .has("ancdata/0/type", type)
                .has("ancdata/0/value", value == null ? receiver.localAddress() : value);
    }

    @ParameterizedTest
    @CsvSource({"IPV6_RECVHOPLIMIT, IPV6_HOPLIMIT, 64", "IPV6_RECVTCLASS, IPV6_TCLASS, 0"})
    void whatIpv6TellsOfADatagram(String option, String type, int value) {
        ApiSocket receiver = receiver("AF_INET6", "::1", "IPPROTO_IPV6", option);
        udp6().sendto("x", receiver.localAddress());
        assertThat(receiver.post("recvmsg", RECEIVE))
                .has("ancdata/0/type", type)
                .has("ancdata/0/value", value);
    }

    @Test
    void theInterfaceAndAddressOfADatagramOfIpv6() {
        ApiSocket receiver = receiver("AF_INET6", "::1", "IPPROTO_IPV6", "IPV6_RECVPKTINFO");
        udp6().sendto("x", receiver.localAddress());
        assertThat(receiver.post("recvmsg", RECEIVE))
                .has("ancdata/0/value", Json.read("{\"addr\": \"::1\", \"ifindex\": 1}"));
    }

    @Test
    void theCredentialsOfTheSender() {
        Api.Pair pair = api.pair();
        assertThat(pair.second().setsockopt("SOL_SOCKET", "SO_PASSCRED", 1)).isDone();
        pair.first().send("x");
        Answer answer = pair.second().post("recvmsg", RECEIVE);
        assertThat(answer.at("ancdata/0/value/pid").asLong())
                .isEqualTo(ProcessHandle.current().pid());
        assertThat(answer.at("ancdata/0/value/uid").isIntegralNumber()).isTrue();
        assertThat(answer.at("ancdata/0/value/gid").isIntegralNumber()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SO_TIMESTAMP, SCM_TIMESTAMP, value, usec",
        "SO_TIMESTAMPNS, SCM_TIMESTAMPNS, value, nsec",
        "SO_TIMESTAMP_NEW, SO_TIMESTAMP_NEW, value, usec",
        "SO_TIMESTAMPNS_NEW, SO_TIMESTAMPNS_NEW, value, nsec",
        "SO_TIMESTAMPING, SCM_TIMESTAMPING, value/software, nsec",
    })
    void theTimeOfArrival(String option, String type, String where, String fraction) {
        ApiSocket receiver = api.udp().bound();
        Object value =
                option.equals("SO_TIMESTAMPING")
                        ? "\"SOF_TIMESTAMPING_RX_SOFTWARE|SOF_TIMESTAMPING_SOFTWARE\""
                        : 1;
        assertThat(receiver.setsockopt("SOL_SOCKET", option, value)).isDone();
        long before = Instant.now().getEpochSecond();
        Answer answer = firstThatIsStamped(receiver);
        assertThat(answer).has("ancdata/0/type", type);
        assertThat(answer.at("ancdata/0/" + where + "/sec").asLong())
                .isBetween(before, Instant.now().getEpochSecond());
        assertThat(answer.at("ancdata/0/" + where + "/" + fraction).isIntegralNumber()).isTrue();
    }

    /// The kernel begins to stamp what arrives a moment after it was asked to.
    private Answer firstThatIsStamped(ApiSocket receiver) {
        ApiSocket sender = api.udp();
        for (int i = 0; i < 1000; i++) {
            sender.sendto("x", receiver.localAddress());
            Answer answer = receiver.post("recvmsg", RECEIVE);
            if (!answer.at("ancdata").isEmpty()) {
                return answer;
            }
        }
        throw new AssertionError("none of 1,000 datagrams has a time of arrival");
    }

    @Test
    void howManyDatagramsWereDropped() {
        ApiSocket receiver = receiver("AF_INET", "127.0.0.1", "SOL_SOCKET", "SO_RXQ_OVFL");
        assertThat(receiver.setsockopt("SOL_SOCKET", "SO_RCVBUF", 0)).isDone();
        ApiSocket sender = api.udp();
        for (int i = 0; i < 50; i++) {
            sender.sendto("x".repeat(1000), receiver.localAddress());
        }
        while (receiver.recv(1, "MSG_DONTWAIT").status() == 200) {}
        sender.sendto("x", receiver.localAddress());
        Answer answer = receiver.post("recvmsg", RECEIVE);
        assertThat(answer).has("ancdata/0/type", "SO_RXQ_OVFL");
        assertThat(answer.at("ancdata/0/value").asInt()).isPositive();
    }

    @Test
    void aDatagramThatWasNotTakenComesBackAsAnErrorInWords() {
        ApiSocket closed = api.udp().bound();
        int port = closed.port();
        assertThat(closed.close()).isDone();
        ApiSocket sender = api.udp();
        assertThat(sender.setsockopt("IPPROTO_IP", "IP_RECVERR", 1)).isDone();
        sender.sendto("lost", Json.read("{\"host\": \"127.0.0.1\", \"port\": " + port + "}"));
        assertThat(sender.post("recvmsg", ERRORS))
                .hasData("lost")
                .has("ancdata/0/type", "IP_RECVERR")
                .has("ancdata/0/value/errno", 111)
                .has("ancdata/0/value/origin", "SO_EE_ORIGIN_ICMP")
                .has("ancdata/0/value/type", 3)
                .has("ancdata/0/value/code", 3)
                .has("ancdata/0/value/info", 0)
                .has("ancdata/0/value/offender/family", "AF_INET")
                .has("ancdata/0/value/offender/host", "127.0.0.1");
    }

    @Test
    void theSameOfIpv6() {
        ApiSocket closed = udp6();
        assertThat(closed.bind(json("{'host': '::1', 'port': 0}"))).isDone();
        int port = closed.port();
        assertThat(closed.close()).isDone();
        ApiSocket sender = udp6();
        assertThat(sender.setsockopt("IPPROTO_IPV6", "IPV6_RECVERR", 1)).isDone();
        sender.sendto("lost", Json.read("{\"host\": \"::1\", \"port\": " + port + "}"));
        assertThat(sender.post("recvmsg", ERRORS))
                .has("ancdata/0/value/errno", 111)
                .has("ancdata/0/value/origin", "SO_EE_ORIGIN_ICMP6")
                .has("ancdata/0/value/offender/host", "::1")
                .has("ancdata/0/value/offender/scope_id", 0);
    }

    /// Longer than the interface takes in one piece.
    @Test
    void anErrorOfThisHostHasNoOffender() {
        ApiSocket sender = api.udp().connected(api.udp().bound().port());
        assertThat(sender.setsockopt("IPPROTO_IP", "IP_RECVERR", 1)).isDone();
        String never = "\"IP_PMTUDISC_DO\"";
        assertThat(sender.setsockopt("IPPROTO_IP", "IP_MTU_DISCOVER", never)).isDone();
        String options = json("{'level': 0, 'optname': 'IP_OPTIONS', 'data': '%s'}", NOPS);
        assertThat(sender.post("setsockopt", options)).isDone();
        assertThat(sender.send(new byte[65_507])).isProblem(413, "socket-error", "EMSGSIZE");
        assertThat(sender.post("recvmsg", ERRORS))
                .has("ancdata/0/value/errno", 90)
                .has("ancdata/0/value/origin", "SO_EE_ORIGIN_LOCAL")
                .hasNull("ancdata/0/value/offender");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "IP_RECVTTL; IP_TTL; 7",
                "IP_RECVTOS; IP_TOS; \"IPTOS_LOWDELAY\"",
            })
    void whatIsSentInWordsIsReceivedSo(String option, String type, String value) {
        ApiSocket receiver = receiver("AF_INET", "127.0.0.1", "IPPROTO_IP", option);
        ApiSocket sender = api.udp().connected(receiver.port());
        assertThat(send(sender, "IPPROTO_IP", type, value)).isOk();
        assertThat(receiver.post("recvmsg", RECEIVE))
                .has("ancdata/0/type", type)
                .has("ancdata/0/value", value.equals("7") ? 7 : 16);
    }

    @Test
    void aDatagramIsSentFromTheAddressOfItsControlMessage() {
        ApiSocket receiver = api.udp().bound();
        ApiSocket sender = api.udp().connected(receiver.port());
        assertThat(
                        send(
                                sender,
                                "IPPROTO_IP",
                                "IP_PKTINFO",
                                json("{'spec_dst': '127.0.0.9', 'ifindex': 'lo'}")))
                .isOk();
        assertThat(receiver.post("recvfrom", json("{'bufsize': 10}")))
                .has("address/host", "127.0.0.9");
    }

    @Test
    void aBufferIsSentAsSegments() {
        ApiSocket receiver = api.udp().bound();
        ApiSocket sender = api.udp().connected(receiver.port());
        Answer sent = send(sender, "IPPROTO_UDP", "UDP_SEGMENT", "1");
        Capabilities.assume(sent.status() == 200, "no UDP_SEGMENT here: " + sent);
        assertThat(receiver.recv(10)).hasData("x");
        assertThat(receiver.recv(10)).hasData("y");
    }

    @Test
    void segmentsThatWereJoinedTellTheirSize() {
        ApiSocket receiver = receiver("AF_INET", "127.0.0.1", "IPPROTO_UDP", "UDP_GRO");
        ApiSocket sender = api.udp().connected(receiver.port());
        assertThat(send(sender, "IPPROTO_UDP", "UDP_SEGMENT", "1")).isOk();
        assertThat(receiver.post("recvmsg", RECEIVE))
                .hasData("xy")
                .has("ancdata/0/type", "UDP_GRO")
                .has("ancdata/0/value", 1);
    }

    @Test
    void credentialsAreSentInWords() {
        Api.Pair pair = api.pair();
        assertThat(pair.second().setsockopt("SOL_SOCKET", "SO_PASSCRED", 1)).isDone();
        long pid = ProcessHandle.current().pid();
        pair.first().send("x");
        Answer own = pair.second().post("recvmsg", RECEIVE);
        String words = own.at("ancdata/0/value").toString();
        assertThat(send(pair.first(), "SOL_SOCKET", "SCM_CREDENTIALS", words)).isOk();
        assertThat(pair.second().post("recvmsg", RECEIVE)).has("ancdata/0/value/pid", pid);
    }

    @Test
    void aMessageWithoutAKnownFormHasItsBytesAlone() {
        ApiSocket receiver = receiver("AF_INET", "127.0.0.1", "IPPROTO_IP", "IP_RECVOPTS");
        ApiSocket sender = api.udp().connected(receiver.port());
        String options =
                json("{'level': 'IPPROTO_IP', 'optname': 'IP_OPTIONS', 'data': 'AQEBAA=='}");
        assertThat(sender.post("setsockopt", options)).isDone();
        sender.send("x");
        assertThat(receiver.post("recvmsg", RECEIVE))
                .has("ancdata/0/type", "IP_RECVOPTS")
                .has("ancdata/0/data", "AQEBAA==")
                .lacks("ancdata/0/value");
    }

    private ApiSocket udp6() {
        return api.socket(json("{'family': 'AF_INET6', 'type': 'SOCK_DGRAM'}"));
    }

    private ApiSocket receiver(String family, String host, String level, String option) {
        ApiSocket receiver = api.socket(json("{'family': '%s', 'type': 'SOCK_DGRAM'}", family));
        assertThat(receiver.bind(json("{'host': '%s', 'port': 0}", host))).isDone();
        assertThat(receiver.setsockopt(level, option, 1)).isDone();
        return receiver;
    }

    /// Two bytes.
    private static Answer send(ApiSocket sender, String level, String type, String value) {
        return sender.post(
                "sendmsg",
                json(
                        "{'buffers': [{'text': 'xy'}], 'ancdata': [{'level': '%s', 'type': '%s',"
                                + " 'value': %s}]}",
                        level, type, value));
    }
}
