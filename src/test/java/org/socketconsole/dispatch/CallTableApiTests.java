package org.socketconsole.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.socketconsole.testing.ContractTests;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// `mvn test -Dtest=CallTableApiTests -Dcalls=write` prints the table instead of comparing it.
class CallTableApiTests extends ContractTests {

    private static final Path PRINTED = Path.of("docs/calls.md");
    private static final boolean WRITE = "write".equals(System.getProperty("calls"));

    private static final String HEAD =
            """
            # The calls

            Every call of the API, as the dispatch reads them from the controllers at its start. `CallTableApiTests` compares this page
            with that table, and writes it with `-Dcalls=write`. Paths are below `/api/v1`; a *lane* is the direction of its target in
            which a call moves something.

            | call | request | on | arguments | answer | lane | logged |
            |---|---|---|---|---|---|---|
            """;

    private CallTable calls;

    @BeforeEach
    void readTheTable(@Autowired CallTable table) {
        calls = table;
    }

    @Test
    void theTableInTheDocumentsIsTheOneOfTheDispatch() throws IOException {
        String table =
                HEAD
                        + calls.all().stream()
                                .sorted(Comparator.comparing(CallDefinition::name))
                                .map(CallTableApiTests::row)
                                .collect(Collectors.joining("\n", "", "\n"));
        if (WRITE) {
            Files.writeString(PRINTED, table);
        }
        assertThat(table).isEqualTo(Files.readString(PRINTED));
    }

    @Test
    void aNameIsOfOneCall() {
        assertThat(calls.all()).extracting(CallDefinition::name).doesNotHaveDuplicates();
    }

    @Test
    void everyCallThatIsInTheManualIsLogged() {
        assertThat(calls.all())
                .filteredOn(call -> call.words() != null)
                .isNotEmpty()
                .allMatch(CallDefinition::logged);
    }

    private static String row(CallDefinition call) {
        return Stream.of(
                        "`" + call.name() + "`",
                        "`" + call.method() + " " + call.path() + "`",
                        name(call.target()),
                        name(call.arguments()),
                        name(call.result()),
                        call.lane() == Lane.NONE ? "" : call.lane().name().toLowerCase(Locale.ROOT),
                        call.logged() ? "yes" : "")
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String name(Class<?> type) {
        return type == null || type == void.class ? "" : "`" + type.getSimpleName() + "`";
    }
}
