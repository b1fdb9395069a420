package org.socketconsole.descriptor;

import static org.socketconsole.net.SocketConstants.AF_UNIX;

import org.springframework.stereotype.Component;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Platform threads for the calls that the kernel may hold although the descriptor does not block:
/// on a virtual thread they would hold its carrier, and with it every other call.
@Component
class KernelThreads {

    private static final int CLOSING = 128;
    private static final int LOOKING_UP = 32;
    private static final int SUN_PATH = 2;

    private final Executor closing = threads("closing-", CLOSING);
    private final Executor lookingUp = threads("path-", LOOKING_UP);

    /// Of a socket that lingers, or of a file that is not ours: its file system may flush it.
    Future<?> close(Runnable close) {
        return CompletableFuture.runAsync(close, closing);
    }

    /// A call with an address. That of a UNIX socket with a path is looked up on its file system,
    /// which may be slow, or gone; nothing ends such a wait before the kernel does.
    <T> T withAddress(byte[] addr, Supplier<T> call) {
        return isPath(addr) ? CompletableFuture.supplyAsync(call, lookingUp).join() : call.get();
    }

    private static boolean isPath(byte[] addr) {
        return addr.length > SUN_PATH
                && ByteBuffer.wrap(addr).order(ByteOrder.nativeOrder()).getShort() == AF_UNIX
                && addr[SUN_PATH] != 0;
    }

    private static Executor threads(String name, int most) {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(
                        most,
                        most,
                        10,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().daemon().name(name, 0).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
