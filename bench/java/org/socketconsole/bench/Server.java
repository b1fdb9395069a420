package org.socketconsole.bench;

import org.socketconsole.SocketConsoleApplication;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A server in a process of its own, whose time can be told apart.
record Server(Process process, int port) implements AutoCloseable {

    private static final long PATIENCE_NANOS = Duration.ofMinutes(10).toNanos();

    /// The console, with further arguments for its virtual machine.
    static Server console(String... arguments) throws Exception {
        int port = freePort();
        return java(port, List.of(arguments), SocketConsoleApplication.class, properties(port));
    }

    /// Another console, which is packed.
    static Server packed(Path jar) throws Exception {
        int port = freePort();
        List<String> command = virtualMachine();
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(properties(port)));
        return start(port, command);
    }

    private static String[] properties(int port) {
        return new String[] {
            "--server.port=" + port,
            "--console.token=" + Api.TOKEN,
            "--logging.level.root=warn",
            "--spring.main.banner-mode=off"
        };
    }

    static Server python() throws Exception {
        int port = freePort();
        return start(port, List.of("python3", "bench/http/peer.py", "" + port));
    }

    static Server emptyJetty() throws Exception {
        int port = freePort();
        return java(port, List.of(), EmptyJetty.class, "" + port);
    }

    static Server silentPeers() throws Exception {
        int port = freePort();
        return java(port, List.of(), SilentPeers.class, "" + port);
    }

    /// User and system time of the process so far.
    Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    /// With the arguments and classes of this virtual machine, and the page as it was built last.
    private static Server java(
            int port, List<String> arguments, Class<?> main, String... mainArguments)
            throws Exception {
        String classes =
                System.getProperty("java.class.path") + File.pathSeparator + "target/classes";
        List<String> command = virtualMachine();
        command.addAll(arguments);
        command.addAll(List.of("-cp", classes, main.getName()));
        return start(port, Stream.concat(command.stream(), Stream.of(mainArguments)).toList());
    }

    private static List<String> virtualMachine() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        return command;
    }

    private static Server start(int port, List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        long start = System.nanoTime();
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
                process.destroy();
                throw new IllegalStateException("nobody answers on port " + port);
            }
            Thread.sleep(50);
        }
        return new Server(process, port);
    }

    private static boolean answers(int port) {
        try {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
