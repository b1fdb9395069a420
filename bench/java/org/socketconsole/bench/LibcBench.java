package org.socketconsole.bench;

import static org.socketconsole.net.SocketConstants.MSG_DONTWAIT;
import static org.socketconsole.net.SocketConstants.MSG_NOSIGNAL;
import static org.socketconsole.net.SocketConstants.SOL_SOCKET;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import org.socketconsole.libc.Libc;
import org.socketconsole.libc.Octets;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/// The calls of [Libc] against the same calls in C, in one process, round about.
final class LibcBench {

    private static final int ROUNDS = 51;
    private static final int CALLS = 10_000;
    private static final int SO_RCVBUF = 8;
    private static final Target TARGET = Target.atMost(1.1);
    private static final Libc LIBC = Libc.host();

    private LibcBench() {}

    public static void main(String[] arguments) throws Throwable {
        int[] pair = new int[2];
        LIBC.socketpair(1, 1, 0, pair);
        SymbolLookup c = SymbolLookup.libraryLookup(compile(), Arena.global());
        MethodHandle getsockopt = handle(c, "loop_getsockopt", 2);
        MethodHandle sendRecv = handle(c, "loop_send_recv", 3);

        Pair option = new Pair("getsockopt(SO_RCVBUF), ns", "C");
        Pair transfer = new Pair("send + recv of 64 B, ns", "C");
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            option.add(round, (double) getsockopt.invoke(pair[0], CALLS), getsockopt(pair[0]));
            transfer.add(
                    round,
                    (double) sendRecv.invoke(pair[0], pair[1], CALLS),
                    sendRecv(pair[0], pair[1]));
        }
        Table table = new Table("libc");
        table.ratio(option, TARGET);
        table.ratio(transfer, TARGET);
    }

    private static double getsockopt(int fd) {
        long start = System.nanoTime();
        byte[] value = new byte[4];
        for (int i = 0; i < CALLS; i++) {
            LIBC.getsockopt(fd, SOL_SOCKET, SO_RCVBUF, value);
        }
        return (System.nanoTime() - start) / (double) CALLS;
    }

    private static double sendRecv(int sender, int receiver) {
        Octets data = Octets.of(new byte[64]);
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            LIBC.send(sender, data, MSG_NOSIGNAL | MSG_DONTWAIT);
            data = LIBC.recvmsg(receiver, data.size(), 0, MSG_DONTWAIT).octets();
        }
        return (System.nanoTime() - start) / (double) CALLS;
    }

    private static MethodHandle handle(SymbolLookup library, String name, int parameters) {
        FunctionDescriptor prototype = FunctionDescriptor.of(JAVA_DOUBLE);
        for (int i = 0; i < parameters; i++) {
            prototype = prototype.appendArgumentLayouts(JAVA_INT);
        }
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), prototype);
    }

    private static Path compile() throws Exception {
        Path library = Files.createTempFile("loops", ".so");
        new ProcessBuilder(
                        "cc", "-O2", "-shared", "-fPIC", "-o", library.toString(), "bench/loops.c")
                .inheritIO()
                .start()
                .waitFor();
        return library;
    }
}
