package org.pinakes.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.sys.JenaSystem;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.classify.Ontology;
import org.pinakes.ontology.harmonise.Harmoniser;

/**
 * The harmoniser on one thread, on the values of the test tables (of which a third mean nothing, on purpose) and on the same
 * values with one letter more, which nothing knows; then the ontology classified and taken from its cache. CPU time of the
 * thread, so that other work on the machine counts less; ELK's own threads are in the wall time beside it.
 */
public final class HarmonisingBenchmark {
    private HarmonisingBenchmark() {}

    private record Value(String field, String raw) {}

    public static void main(String[] args) throws IOException {
        long nanos = (args.length > 0 ? Long.parseLong(args[0]) : 4) * 1_000_000_000L;
        JenaSystem.init();
        DataFiles files = new DataFiles(Path.of(System.getProperty("pinakes.home", ".")));
        Path cache = Files.createTempDirectory("pinakes-bench");
        for (int i = 0; i < 6; i++) {
            Files.deleteIfExists(cache.resolve("lists.bin"));
            time("ontology classified, round " + (i + 1), () -> Ontology.load(files, cache));
            time("ontology from its cache, round " + (i + 1), () -> Ontology.load(files, cache));
            time("code lists and mappings alone, round " + (i + 1), () -> CodeLists.load(files));
        }
        Harmoniser harmoniser = new Harmoniser(CodeLists.load(files), files);
        List<Value> known = values(files, "");
        List<Value> unknown = values(files, "q");
        speed("values of the tables", harmoniser, known, nanos);
        speed("values that nothing knows", harmoniser, unknown, nanos);
    }

    private static List<Value> values(DataFiles files, String more) {
        List<Value> values = new ArrayList<>();
        for (String table : List.of("harmonised.tsv", "unseen.tsv")) {
            files.text(files.home().resolve("ontology/src/test/resources/" + table))
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> l.split("\t", -1))
                    .forEach(c -> values.add(new Value(c[0], c[1] + more)));
        }
        return values;
    }

    private static void speed(String what, Harmoniser harmoniser, List<Value> values, long nanos) {
        for (int round = 0; round < 3; round++) {
            long start = cpu();
            long read = 0;
            long mapped = 0;
            while (cpu() - start < nanos) {
                for (Value v : values) {
                    mapped += harmoniser
                                    .match(v.field(), v.raw(), Optional.empty())
                                    .concepts()
                                    .isEmpty()
                            ? 0
                            : 1;
                }
                read += values.size();
            }
            double seconds = (cpu() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%s, round %d: %,.0f a second (%d different, %.0f %% mapped)%n",
                    what,
                    round + 1,
                    read / seconds,
                    values.size(),
                    100.0 * mapped / read);
        }
    }

    private static void time(String what, Runnable work) {
        long wall = System.nanoTime();
        long start = cpu();
        work.run();
        System.out.printf(
                Locale.ROOT,
                "%s: %d ms, of it %d ms of this thread's CPU%n",
                what,
                (System.nanoTime() - wall) / 1_000_000,
                (cpu() - start) / 1_000_000);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
