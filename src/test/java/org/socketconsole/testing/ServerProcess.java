package org.socketconsole.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A server in a process of its own, of what `mvn package` has packed, which can be killed and
/// started anew where it was.
public final class ServerProcess implements AutoCloseable {

    private static final Pattern OPEN = Pattern.compile("Open http://[^:]+:(\\d+)/");

    private final String heap;
    private final List<String> properties;
    private Process process;
    private final int port;

    private ServerProcess(String heap, List<String> properties) {
        this.heap = heap;
        this.properties = properties;
        this.process = process(0);
        this.port = awaitPort(process);
    }

    /// @param properties such as `console.max-body=1MB`
    public static ServerProcess start(String... properties) {
        return withHeap("1g", properties);
    }

    /// @param heap its size at most, such as `128m`
    public static ServerProcess withHeap(String heap, String... properties) {
        return new ServerProcess(heap, Stream.of(properties).map("--"::concat).toList());
    }

    public Api api() {
        return Api.at(port);
    }

    /// As `kill -9` does it: nothing is closed in order.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    public void startAnew() {
        process = process(port);
        awaitPort(process);
    }

    @Override
    public void close() {
        kill();
    }

    /// The packed server, by its script, which has an AOT cache for it.
    private Process process(int port) {
        List<String> command = new ArrayList<>(List.of("target/socket-console"));
        command.add("--server.port=" + port);
        command.add("--console.token=" + Api.TOKEN);
        command.addAll(properties);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1 -Xmx" + heap);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// It prints its address when it is ready; what it prints later must not fill the pipe.
    private static int awaitPort(Process process) {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(l -> read(l, port)));
        process.onExit().thenAccept(ended -> port.completeExceptionally(new IOException("ended")));
        return port.join();
    }

    private static void read(String line, CompletableFuture<Integer> port) {
        Matcher address = OPEN.matcher(line);
        if (address.find()) {
            port.complete(Integer.parseInt(address.group(1)));
        }
    }
}
