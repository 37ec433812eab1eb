package org.pinakes.harvester.pass;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** As many threads as there are cores, for work on one document or record; results come in the order of the input. */
final class Workers implements AutoCloseable {
    private static final int TOLD_EVERY = 64;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Progress progress;

    Workers(Progress progress) {
        this.progress = progress;
    }

    /** One step on one thing. */
    @FunctionalInterface
    interface Step<T, R> {
        R apply(T thing) throws IOException;
    }

    <T, R> List<R> each(String what, List<T> things, Step<T, R> step) throws IOException {
        List<Callable<R>> tasks = new ArrayList<>(things.size());
        things.forEach(thing -> tasks.add(() -> step.apply(thing)));
        List<Future<R>> futures = new ArrayList<>(tasks.size());
        tasks.forEach(task -> futures.add(threads.submit(task)));
        List<R> results = new ArrayList<>(futures.size());
        for (Future<R> future : futures) {
            if (results.size() % TOLD_EVERY == 0) {
                progress.at(what, results.size(), futures.size());
            }
            results.add(result(future));
        }
        progress.at(what, results.size(), futures.size());
        return results;
    }

    private static <R> R result(Future<R> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            if (e.getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
