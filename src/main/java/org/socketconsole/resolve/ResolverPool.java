package org.socketconsole.resolve;

import org.jspecify.annotations.Nullable;
import org.socketconsole.access.QuotaException;
import org.socketconsole.call.Call;
import org.socketconsole.call.TimedOutException;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// The platform threads on which the C library's name functions may block; on a virtual thread they
/// would hold its carrier, and with it every other call.
@Component
class ResolverPool implements AutoCloseable {

    private static final int THREADS = 16;
    private static final int QUEUE = 256;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ThreadPoolExecutor pool =
            new ThreadPoolExecutor(
                    THREADS,
                    THREADS,
                    30,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(QUEUE),
                    Thread.ofPlatform().daemon().name("resolver-", 0).factory());

    ResolverPool() {
        pool.allowCoreThreadTimeOut(true);
    }

    /// Waits no longer than the call may; what then goes on in the library ends there, unheard.
    <T> T ask(Call call, Supplier<T> question) {
        FutureTask<T> answer = submit(question);
        call.operation().waits(null);
        Duration limit = call.limit().compareTo(LONGEST) < 0 ? call.limit() : LONGEST;
        try {
            return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            leave(answer);
            throw TimedOutException.ofRequest();
        } catch (InterruptedException interrupted) {
            leave(answer);
            throw call.operation().interruption(call.name());
        } catch (ExecutionException failure) {
            throw unchecked(failure.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    /// What nobody waits for any more takes no place from those that wait.
    private void leave(FutureTask<?> answer) {
        answer.cancel(false);
        pool.remove(answer);
    }

    private <T> FutureTask<T> submit(Supplier<T> question) {
        FutureTask<T> answer = new FutureTask<>(question::get);
        try {
            pool.execute(answer);
            return answer;
        } catch (RejectedExecutionException full) {
            throw new QuotaException("The name service has " + QUEUE + " questions waiting.");
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            return unchecked;
        }
        throw new IllegalStateException(failure);
    }
}
