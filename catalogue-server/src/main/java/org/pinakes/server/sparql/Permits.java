package org.pinakes.server.sparql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many queries may run at once, and how many one client may send in a time. */
final class Permits {
    private static final int CLIENTS = 10_000;
    private final Semaphore running;
    private final double perSecond;
    private final double burst;
    private final LongSupplier nanos;
    private final Map<String, double[]> clients = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, double[]> eldest) {
            return size() > CLIENTS;
        }
    };

    Permits(int atOnce, double perSecond, double burst, LongSupplier nanos) {
        this.running = new Semaphore(atOnce, true);
        this.perSecond = perSecond;
        this.burst = burst;
        this.nanos = nanos;
    }

    /** Takes a token from the client's bucket; false when it is empty. */
    synchronized boolean allowed(String client) {
        double now = nanos.getAsLong() / 1e9;
        double[] bucket = clients.computeIfAbsent(client, c -> new double[] {burst, now});
        bucket[0] = Math.min(burst, bucket[0] + (now - bucket[1]) * perSecond);
        bucket[1] = now;
        if (bucket[0] < 1) {
            return false;
        }
        bucket[0]--;
        return true;
    }

    /** Waits a little for a place. */
    boolean begin() {
        try {
            return running.tryAcquire(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void end() {
        running.release();
    }
}
