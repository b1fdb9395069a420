package org.socketconsole.bench;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;

/// The lines that a bench ends in, in the one form that all have. They go to a file too, in which
/// `bench/run` gathers those of all that it runs.
final class Table {

    private static final Path FILE = Path.of("target", "bench", "table.md");
    private static final MathContext THREE_DIGITS = new MathContext(3);
    private static final String HEAD =
            """
            | bench | figure | against | theirs | ours | value | quartiles | target | |
            |---|---|---|---|---|---|---|---|---|
            """;

    private final String bench;

    Table(String bench) throws IOException {
        this.bench = bench;
        if (!Files.exists(FILE)) {
            append(machine() + HEAD);
        }
        System.out.print(HEAD);
    }

    private static String machine() {
        return "%d processors, %d rounds of %d s%n%n"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Settings.ROUNDS,
                        Settings.SECONDS);
    }

    void ratio(Pair pair, Target target) throws IOException {
        line(
                pair.figure(),
                pair.against(),
                number(pair.theirs()),
                number(pair.ours()),
                number(pair.ratio()),
                pair.quartiles(),
                target.words(),
                target.verdict(pair.ratio()));
    }

    void value(String figure, double value, Target target) throws IOException {
        line(figure, "", "", "", number(value), "", target.words(), target.verdict(value));
    }

    /// Of what has no figure.
    void check(String figure, boolean passes) throws IOException {
        String value = passes ? "passes" : "fails";
        line(figure, "", "", "", value, "", "passes", passes ? "met" : "missed");
    }

    void notMeasured(String figure, String why) throws IOException {
        line(figure, "", "", "", "", "", "", "not measured: " + why);
    }

    private void line(String... cells) throws IOException {
        String line = "| " + bench + " | " + String.join(" | ", cells) + " |\n";
        System.out.print(line);
        append(line);
    }

    private static void append(String text) throws IOException {
        Files.writeString(FILE, text, CREATE, APPEND);
    }

    static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString()
                : "";
    }
}
