package org.socketconsole.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ConstantsTests {

    @Nested
    class AgainstTheHeaders {

        /// The tables are those of Linux 6.1 and glibc 2.36. Newer headers may name this much more.
        private static final long TABLES_VERSION = 0x0601ff;

        private static final int NEWER_AT_MOST = 60;

        /// These systems' headers lack the constants of Bluetooth, which are a package of their
        /// own, those that came after Linux 6.1, and a few that only CPython or the kernel itself
        /// names.
        private static final int MISSING_AT_MOST = 120;

        private static final List<String> EXPRESSIONS =
                Constants.all().stream().map(AgainstTheHeaders::expression).toList();

        @TempDir Path directory;

        @Test
        void everyValueIsThatOfTheHeaders() {
            var known = new Headers(directory).values(EXPRESSIONS);
            assertThat(known)
                    .allSatisfy(
                            values ->
                                    assertThat(values)
                                            .isEqualTo(tables(values.keySet()::contains)));
        }

        @Test
        void fewNamesAreMissingFromTheHeaders() {
            var missing = new TreeSet<>(EXPRESSIONS);
            new Headers(directory).values(EXPRESSIONS).forEach(v -> missing.removeAll(v.keySet()));
            System.out.printf(
                    "%d constants were not compared, as these headers lack them: %s%n",
                    missing.size(), missing);
            assertThat(missing).hasSizeLessThanOrEqualTo(MISSING_AT_MOST);
        }

        @Test
        void everyNameOfTheHeadersIsInTheTables() {
            var headers = new Headers(directory);
            var names = headers.macros();
            names.removeIf(name -> !HeaderNames.areInScope(name));
            assertThat(names).hasSizeGreaterThan(900);
            names.removeAll(tables(name -> true).keySet());
            assertThat(names).hasSizeLessThanOrEqualTo(areNewer(headers) ? NEWER_AT_MOST : 0);
        }

        private static boolean areNewer(Headers headers) {
            var version = headers.values(List.of("LINUX_VERSION_CODE")).getFirst();
            return version.getOrDefault("LINUX_VERSION_CODE", 0L) > TABLES_VERSION;
        }

        private static Map<String, Long> tables(Predicate<String> isWanted) {
            return Constants.all().stream()
                    .filter(constant -> isWanted.test(expression(constant)))
                    .collect(Collectors.toMap(AgainstTheHeaders::expression, Constant::value));
        }

        /// What the broadcast manager of CAN knows has a prefix in CPython alone.
        private static String expression(Constant constant) {
            var name = constant.name();
            return name.startsWith("CAN_BCM_") ? name.substring("CAN_BCM_".length()) : name;
        }
    }

    @Nested
    class AgainstPython {

        @Test
        void everyConstantOfTheSocketModuleIsThereWithItsValue() throws IOException {
            assertThat(socketModule())
                    .hasSizeGreaterThan(300)
                    .allSatisfy(
                            (name, value) ->
                                    assertThat(Constants.find(name))
                                            .map(Constant::value)
                                            .contains(value));
        }

        private Map<String, Long> socketModule() throws IOException {
            try (var in =
                    ConstantsTests.class.getResourceAsStream("cpython-socket-constants.tsv")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .skip(1)
                        .map(line -> line.split("\t"))
                        .collect(Collectors.toMap(row -> row[0], row -> Long.valueOf(row[1])));
            }
        }
    }

    @Nested
    class Tables {

        @Test
        void everyTableIsRead() throws Exception {
            var directory = Path.of(Constants.class.getResource("/constants").toURI());
            try (var files = Files.list(directory)) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrderElementsOf(
                                Stream.concat(ConstantTables.FILES.stream(), Stream.of("errno"))
                                        .map(file -> file + ".tsv")
                                        .toList());
            }
        }

        @ParameterizedTest
        @FieldSource("org.socketconsole.net.ConstantTables#FILES")
        void rowsAreSortedByName(String file) {
            assertThat(Table.rows("constants/" + file).stream().map(row -> row[0])).isSorted();
        }

        @ParameterizedTest
        @FieldSource("org.socketconsole.net.ConstantTables#FILES")
        void everySummaryIsOneSentence(String file) {
            assertThat(Table.rows("constants/" + file))
                    .allSatisfy(row -> assertThat(row[2]).matches(ONE_SENTENCE));
        }

        private static final Pattern ONE_SENTENCE =
                Pattern.compile("[A-Z](?:(?!\\. )[^\\t]){15,148}\\.");

        @Test
        void anAliasHasTheValueAndTheGroupOfAPreferredName() {
            assertThat(Constants.all())
                    .filteredOn(Constant::isAlias)
                    .allSatisfy(
                            alias -> {
                                var preferred = Constants.find(alias.aliasOf()).orElseThrow();
                                assertThat(preferred.isAlias()).isFalse();
                                assertThat(preferred.value()).isEqualTo(alias.value());
                                assertThat(preferred.group()).isEqualTo(alias.group());
                            });
        }

        @Test
        void noTwoPreferredNamesOfAGroupShareAValue() {
            var seen = new HashSet<String>();
            var clashes = new ArrayList<String>();
            for (Constant constant : Constants.all()) {
                if (!constant.isAlias() && !seen.add(constant.group() + " " + constant.value())) {
                    clashes.add(constant.name());
                }
            }
            assertThat(clashes).isEmpty();
        }
    }

    @Nested
    class Lookup {

        @Test
        void aNameIsFoundWithAllThatTheTableSays() {
            var constant = Constants.find("AF_LOCAL").orElseThrow();
            assertThat(constant.value()).isEqualTo(1);
            assertThat(constant.group()).isEqualTo("AF");
            assertThat(constant.aliasOf()).isEqualTo("AF_UNIX");
            assertThat(constant.summary()).endsWith(".");
        }

        @Test
        void aNameInLowerCaseIsNotFound() {
            assertThat(Constants.find("af_inet")).isEmpty();
        }

        @Test
        void anErrorNumberIsAConstantToo() {
            assertThat(Constants.find("ECONNREFUSED").orElseThrow().summary())
                    .isEqualTo("Error number: Connection refused.");
        }

        @Test
        void allAreSortedByName() {
            assertThat(Constants.all().stream().map(Constant::name))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }

        @Test
        void aPrefixGivesTheNamesThatStartWithIt() {
            assertThat(Constants.startingWith("SHUT_").stream().map(Constant::name))
                    .containsExactly("SHUT_RD", "SHUT_RDWR", "SHUT_WR");
            assertThat(Constants.startingWith("NOTHING_")).isEmpty();
            assertThat(Constants.startingWith("")).isEqualTo(Constants.all());
        }
    }

    @Nested
    class Names {

        @ParameterizedTest
        @CsvSource({
            "AF_, 1, AF_UNIX",
            "AF_, 16, AF_NETLINK",
            "IPPROTO_, 0, IPPROTO_IP",
            "SOL_, 1, SOL_SOCKET",
            "IP_, 1, IP_TOS",
            "IPV6_, 20, IPV6_JOIN_GROUP",
            "TCP_, 1, TCP_NODELAY",
            "TCP_STATE, 1, TCP_ESTABLISHED",
            "PACKET_, 4, PACKET_OUTGOING",
            "PACKET_OPTION, 18, PACKET_FANOUT",
            "ETH_P_, 2048, ETH_P_IP",
            "CAN_, 1, CAN_RAW",
            "EAI_, -2, EAI_NONAME",
            "H_ERRNO, 1, HOST_NOT_FOUND",
            "INADDR_, 4294967295, INADDR_BROADCAST",
            "ICMP6_DST_UNREACH_N, 4, ICMP6_DST_UNREACH_NOPORT",
        })
        void theGroupOfThePrefixChoosesAmongTheNamesOfAValue(
                String prefix, long value, String name) {
            assertThat(Constants.name(prefix, value)).isEqualTo(name);
        }

        @ParameterizedTest
        @CsvSource({"AF_, 999", "AF_, -1", "SOCK_, 2049", "SOCK_, 7", "SHUT_, 3", "NOTHING_, 1"})
        void aValueWithoutANameIsTheNumber(String prefix, long value) {
            assertThat(Constants.name(prefix, value)).isEqualTo(String.valueOf(value));
        }

        @Test
        void everyPreferredNameIsThatOfItsValueInItsGroup() {
            assertThat(Constants.all())
                    .filteredOn(constant -> !constant.isAlias())
                    .allSatisfy(
                            constant ->
                                    assertThat(Constants.name(constant.group(), constant.value()))
                                            .isEqualTo(constant.name()));
        }
    }

    @Nested
    class Flags {

        @ParameterizedTest
        @CsvSource({
            "MSG_, 0, 0",
            "MSG_, 2, MSG_PEEK",
            "MSG_, 66, MSG_PEEK|MSG_DONTWAIT",
            "MSG_, 4, MSG_DONTROUTE",
            "MSG_, 32768, MSG_MORE",
            "MSG_, 1073741856, MSG_TRUNC|MSG_CMSG_CLOEXEC",
            "AI_, 7, AI_PASSIVE|AI_CANONNAME|AI_NUMERICHOST",
            "MSG_, 134217730, MSG_PEEK|134217728",
            "MSG_, 134217728, 134217728",
            "SOCK_BUF_LOCK, 3, SOCK_SNDBUF_LOCK|SOCK_RCVBUF_LOCK",
            "EPOLL_, 2147483649, EPOLLIN|EPOLLET",
        })
        void theNamesOfTheBitsStandLowestFirst(String prefix, long value, String names) {
            assertThat(Constants.flags(prefix, value)).isEqualTo(names);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 66, 134217730, 1073741856, -1, Long.MIN_VALUE, Long.MAX_VALUE})
        void whatFlagsSaysParseUnderstands(long value) {
            assertThat(Constants.parse(Constants.flags("MSG_", value)))
                    .isEqualTo(BigInteger.valueOf(value));
        }
    }

    @Nested
    class Parsing {

        @ParameterizedTest
        @CsvSource({
            "AF_INET, 2",
            "AF_LOCAL, 1",
            "EAI_NONAME, -2",
            "MSG_PEEK|MSG_DONTWAIT, 66",
            "' MSG_PEEK | MSG_DONTWAIT ', 66",
            "MSG_PEEK|64, 66",
            "17, 17",
            "010, 10",
            "-2, -2",
            "0x10, 16",
            "0XFFFFFFFF, 4294967295",
            "0xFFFFFFFFFFFFFFFF, 18446744073709551615",
            "99999999999999999999, 99999999999999999999",
        })
        void namesAndNumbersAreUnderstood(String text, BigInteger value) {
            assertThat(Constants.parse(text)).isEqualTo(value);
        }

        @ParameterizedTest
        @CsvSource({
            "AF_INETT, AF_INETT is not a known constant; did you mean AF_INET?",
            "af_inet, af_inet is not a known constant; did you mean AF_INET?",
            "SO_REUSEADR, SO_REUSEADR is not a known constant; did you mean SO_REUSEADDR?",
            "INET6, INET6 is not a known constant; did you mean AF_INET6?",
            "MSG_PEEK|MSG_DONTWAITT, MSG_DONTWAITT is not a known constant; did you mean"
                    + " MSG_DONTWAIT?",
            "SOMETHING_ELSE_ALTOGETHER, SOMETHING_ELSE_ALTOGETHER is not a known constant",
            "1.5, 1.5 is not a known constant",
            "٣, ٣ is not a known constant",
        })
        void anUnknownPartIsNamedWithTheNearestName(String text, String message) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Constants.parse(text))
                    .withMessage(message);
        }

        @ParameterizedTest
        @CsvSource({"INADDR_BROADCAST, -1", "-2147483648, -2147483648", "0x7FFFFFFF, 2147483647"})
        void aNameStandsForThe32BitsOfAnIntAndANumberIsOne(String text, int value) {
            assertThat(Constants.parseInt(text)).isEqualTo(value);
        }

        @ParameterizedTest
        @ValueSource(strings = {"XDP_UMEM_PGOFF_FILL_RING", "4294967295", "AF_INET|0xFFFFFFFF"})
        void whatIsNoIntIsRefused(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Constants.parseInt(text))
                    .withMessageEndingWith(" does not fit into 32 bits");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "|", "MSG_PEEK|", "|MSG_PEEK"})
        void anEmptyPartIsRefused(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Constants.parse(text))
                    .withMessage("must be the name of a constant, or its number");
        }

        @Test
        void aVeryLongWordIsCutInTheMessage() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Constants.parse("A".repeat(100_000)))
                    .withMessage("A".repeat(64) + "… is not a known constant");
        }
    }
}
