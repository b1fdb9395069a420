package org.socketconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Main;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// `mvn test -Dtest=FormatTests -Dformat=write` writes the format instead of checking it.
class FormatTests {

    private static final boolean WRITE = "write".equals(System.getProperty("format"));

    @Test
    void everyJavaFileHasTheFormatOfGoogleJavaFormat() throws Exception {
        StringWriter changed = new StringWriter();
        Main formatter =
                new Main(
                        new PrintWriter(changed),
                        new PrintWriter(System.err),
                        InputStream.nullInputStream());
        formatter.format(arguments());
        assertThat(changed.toString()).isEmpty();
    }

    private static String[] arguments() throws IOException {
        Stream<String> mode =
                Stream.of(
                        "--aosp",
                        "--skip-reflowing-long-strings",
                        WRITE ? "--replace" : "--dry-run");
        return Stream.concat(mode, sources().stream()).toArray(String[]::new);
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (String root : List.of("src", "bench")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.map(Path::toString)
                        .filter(file -> file.endsWith(".java"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }
}
