package org.socketconsole.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// This machine's C compiler, at work in a directory. Without one, the test that asks the headers
/// is skipped, aloud.
public final class Compiler {

    private static final Optional<String> CC =
            Stream.of("cc", "gcc", "clang").filter(Command::exists).findFirst();

    private final Path directory;

    public Compiler(Path directory) {
        Capabilities.assume(CC.isPresent(), "no C compiler (cc, gcc, clang) is on this machine");
        this.directory = directory;
    }

    /// What a program prints.
    public String output(String program) {
        write(program);
        cc("-w", "-o", "program", "program.c").succeeded();
        return Command.run(directory, directory.resolve("program").toString()).succeeded();
    }

    /// What the compiler says to a program.
    public String complaints(String program) {
        write(program);
        return cc("-w", "-fsyntax-only", "program.c").output();
    }

    /// `#define` of all macros, after a header of the directory.
    public String macros(String header) {
        return cc("-dM", "-E", "-x", "c", header).succeeded();
    }

    private Command.Result cc(String... arguments) {
        Stream<String> compiler = Stream.of(CC.orElseThrow(), "-D_GNU_SOURCE");
        String[] command = Stream.concat(compiler, Stream.of(arguments)).toArray(String[]::new);
        return Command.run(directory, command);
    }

    private void write(String program) {
        try {
            Files.writeString(directory.resolve("program.c"), program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
