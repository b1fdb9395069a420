package org.socketconsole.option;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.socketconsole.option.TcpInfo.Field;
import org.socketconsole.testing.Compiler;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class TcpInfoTests {

    private static final Pattern MISSING = Pattern.compile("no member named .?tcpi_(\\w+)");

    @TempDir private Path directory;

    @Test
    void everyFieldHasTheBitsThatItHasInTheHeader() {
        Set<String> missing = missing();
        if (!missing.isEmpty()) {
            System.out.println("This header lacks, NOT compared: " + missing);
        }
        Predicate<Field> isThere = field -> !missing.contains(field.name());
        List<Field> fields = TcpInfo.FIELDS.stream().filter(isThere).toList();
        assertThat(fields).hasSizeGreaterThan(50);
        assertThat(ofHeader(fields))
                .isEqualTo(
                        fields.stream().collect(Collectors.toMap(Field::name, TcpInfoTests::bits)));
    }

    @Test
    void whatLiesBeyondTheStructIsNull() {
        Map<String, BigDecimal> values = TcpInfo.decode(new byte[104]);
        assertThat(values).hasSameSizeAs(TcpInfo.FIELDS);
        assertThat(values).containsEntry("total_retrans", BigDecimal.ZERO);
        assertThat(values).containsEntry("pacing_rate", null);
    }

    @Test
    void aNumberOf64BitsHasNoSign() {
        byte[] ones = new byte[TcpInfo.BUFLEN];
        Arrays.fill(ones, (byte) 0xff);
        assertThat(TcpInfo.decode(ones))
                .containsEntry("max_pacing_rate", new BigDecimal("18446744073709551615"))
                .containsEntry("rcv_wscale", new BigDecimal(15))
                .containsEntry("fastopen_client_fail", new BigDecimal(3));
    }

    /// A field whose bits are all set, in a struct whose other bits are not: `offset:byte` each.
    private Map<String, String> ofHeader(List<Field> fields) {
        String program =
                program(
                        fields,
                        "#define SHOW(f) { struct tcp_info s; memset(&s, 0, sizeof s);"
                                + " s.tcpi_##f = ~0ULL; unsigned char *p = (unsigned char *) &s;"
                                + " printf(#f \"=\"); for (size_t i = 0; i < sizeof s; i++)"
                                + " if (p[i]) printf(\"%zu:%u \", i, p[i]); printf(\"\\n\"); }");
        return new Compiler(directory)
                .output(program)
                .lines()
                .map(line -> line.strip().split("="))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static String bits(Field field) {
        int mask = (1 << Math.min(Byte.SIZE, field.bits())) - 1 << field.shift();
        return IntStream.range(field.offset(), field.offset() + field.size())
                .mapToObj(offset -> offset + ":" + mask)
                .collect(Collectors.joining(" "));
    }

    private Set<String> missing() {
        String program =
                program(TcpInfo.FIELDS, "#define SHOW(f) { struct tcp_info s; s.tcpi_##f = 0; }");
        return MISSING.matcher(new Compiler(directory).complaints(program))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static String program(List<Field> fields, String macro) {
        String shows =
                fields.stream()
                        .map(field -> "SHOW(" + field.name() + ")\n")
                        .collect(Collectors.joining());
        return """
                #include <linux/tcp.h>
                #include <stdio.h>
                #include <string.h>
                %s
                int main(void) {
                %s
                return 0;
                }
                """
                .formatted(macro, shows);
    }
}
