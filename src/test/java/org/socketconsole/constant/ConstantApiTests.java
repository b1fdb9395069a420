package org.socketconsole.constant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.socketconsole.testing.AnswerAssert.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.socketconsole.testing.Answer;
import org.socketconsole.testing.ContractTests;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

class ConstantApiTests extends ContractTests {

    @ParameterizedTest
    @CsvSource({
        "AF_INET, 2, AF",
        "SOCK_STREAM, 1, SOCK",
        "IPPROTO_TCP, 6, IPPROTO",
        "SO_REUSEADDR, 2, SO",
        "MSG_PEEK, 2, MSG",
        "SHUT_RDWR, 2, SHUT",
        "INADDR_BROADCAST, 4294967295, INADDR",
        "INADDR_LOOPBACK, 2130706433, INADDR",
        "EAI_NONAME, -2, EAI",
        "SOMAXCONN, 4096, SOMAXCONN",
    })
    void aConstantIsFoundByItsName(String name, long value, String group) {
        Answer answer = api.get("/constants/" + name);
        assertThat(answer).isOk().has("name", name).has("value", value).has("group", group);
        assertThat(answer.at("summary").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AF_NOSUCH", "af_inet", "2", "AF_INET%20", "AF_"})
    void aNameThatIsNoneIsNotFound(String name) {
        assertThat(api.get("/constants/" + name)).isProblem(404, "not-found");
    }

    @Test
    void everyConstantHasTheMembersOfTheContract() {
        for (JsonNode item : api.get("/constants").at("items")) {
            assertThat(Set.copyOf(item.propertyNames()))
                    .isEqualTo(Set.of("name", "value", "group", "summary"));
            assertThat(item.get("value").isNumber() || item.get("value").isString()).isTrue();
        }
    }

    @Test
    void theListHasTheConstantsOfEveryGroup() {
        assertThat(names("/constants"))
                .hasSizeGreaterThan(374)
                .contains("AF_INET", "SO_LINGER", "TCP_INFO", "IPV6_V6ONLY", "NI_NUMERICHOST");
    }

    @Test
    void aPrefixNarrowsTheList() {
        assertThat(names("/constants?prefix=SHUT_"))
                .containsExactlyInAnyOrder("SHUT_RD", "SHUT_WR", "SHUT_RDWR");
        assertThat(names("/constants?prefix=NO_SUCH_")).isEmpty();
        assertThat(names("/constants?prefix=")).hasSizeGreaterThan(374);
    }

    @ParameterizedTest
    @CsvSource({
        "ECONNREFUSED, 111, ECONNREFUSED, Connection refused",
        "EAGAIN, 11, EAGAIN, Resource temporarily unavailable",
        "EWOULDBLOCK, 11, EAGAIN, Resource temporarily unavailable",
        "111, 111, ECONNREFUSED, Connection refused",
    })
    void anErrorCodeIsFoundByItsSymbol(String asked, int errno, String symbol, String strerror) {
        assertThat(api.get("/errno/" + asked))
                .isOk()
                .has("errno", errno)
                .has("symbol", symbol)
                .has("strerror", strerror);
    }

    @Test
    void anErrorCodeThatIsNoneIsNotFound() {
        assertThat(api.get("/errno/ENOSUCH")).isProblem(404, "not-found");
        assertThat(api.get("/errno/99999")).isProblem(404, "not-found");
    }

    @Test
    void theListOfErrorCodesIsInTheirOrder() {
        List<Integer> numbers =
                StreamSupport.stream(api.get("/errno").at("items").spliterator(), false)
                        .map(item -> item.get("errno").asInt())
                        .toList();
        assertThat(numbers).hasSizeGreaterThan(100).isSorted().doesNotHaveDuplicates();
    }

    private List<String> names(String path) {
        Answer answer = api.get(path);
        assertThat(answer).isOk();
        return StreamSupport.stream(answer.at("items").spliterator(), false)
                .map(item -> item.get("name").asString())
                .toList();
    }
}
