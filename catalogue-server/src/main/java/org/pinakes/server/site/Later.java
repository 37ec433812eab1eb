package org.pinakes.server.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A value that is made once: by a thread that was begun early, or by who first needs it. Others wait for it. If it cannot be
 * made, each who asks is told why.
 */
public final class Later<T> implements Supplier<T> {
    private final FutureTask<T> task;
    private final AtomicBoolean asked = new AtomicBoolean();

    public Later(Callable<T> maker) {
        this.task = new FutureTask<>(maker);
    }

    /** Makes it in a thread of its own, unless somebody has begun. */
    public void begin(String threadName) {
        if (asked.compareAndSet(false, true)) {
            Thread thread = new Thread(task, threadName);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Whether {@link #get()} returns at once. */
    public boolean isMade() {
        return task.state() == Future.State.SUCCESS;
    }

    /** What was made so far, if anything; what is being made is waited for. */
    public Optional<T> made() {
        if (!asked.get()) {
            return Optional.empty();
        }
        try {
            return Optional.of(get());
        } catch (RuntimeException e) {
            // Who needed it was told.
            return Optional.empty();
        }
    }

    @Override
    public T get() {
        if (asked.compareAndSet(false, true)) {
            task.run();
        }
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException why) {
                throw why;
            }
            throw e.getCause() instanceof IOException why
                    ? new UncheckedIOException(why)
                    : new IllegalStateException(e);
        }
    }
}
