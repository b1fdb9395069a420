package org.socketconsole.bench;

import static org.socketconsole.bench.Settings.ROUNDS;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// From the start of the process to the first page, by the script with its AOT cache and by the jar
/// alone.
final class StartBench {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final String JAVA = System.getProperty("java.home");

    private StartBench() {}

    public static void main(String[] arguments) throws Exception {
        Path jar = jar();
        List<String> alone =
                List.of(JAVA + "/bin/java", "@target/java.options", "-jar", jar.toString());
        List<String> cached = List.of("bash", "target/socket-console");
        Pair start = new Pair("start to the first page with the AOT cache, ms", "the jar alone");
        for (int round = -1; round < ROUNDS; round++) {
            start.add(round, millis(alone), millis(cached));
        }
        new Table("start").ratio(start, Target.atMost(0.6));
    }

    private static Path jar() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("target"), "socket-console-*.jar")) {
            return files.iterator().next();
        }
    }

    private static double millis(List<String> command) throws Exception {
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(DISCARD);
        builder.environment().put("JAVA_HOME", JAVA);
        builder.environment().put("SERVER_PORT", "" + port);
        long start = System.nanoTime();
        Process process = builder.start();
        try {
            while (!answers(port)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException(command + " ended");
                }
                Thread.sleep(2);
            }
            return (System.nanoTime() - start) / NANOS_PER_MILLI;
        } finally {
            process.destroy();
            process.onExit().join();
        }
    }

    private static final ProcessBuilder.Redirect DISCARD = ProcessBuilder.Redirect.DISCARD;

    private static boolean answers(int port) {
        try {
            URI page = URI.create("http://127.0.0.1:" + port + "/");
            HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
