package org.pinakes.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pinakes.ontology.DataFiles;
import org.pinakes.server.Main;
import picocli.CommandLine;

/**
 * The pass over one-dataset Turtle files (parse, judge, store, index) beside a naive loop with one transaction and one index
 * commit for each dataset; then the pass again over unchanged files. Arguments: number of files, number of rounds.
 */
public final class HarvestBenchmark {
    /** Passes after which the compiler has come to rest. */
    private static final int WARM = 6;

    private HarvestBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int files = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        Path work = Files.createTempDirectory("pinakes-bench");
        try {
            Path small = TurtleFiles.write(work.resolve("small"), Math.min(files, 300));
            Path warm = TurtleFiles.write(work.resolve("warm"), files);
            for (int i = 0; i < WARM; i++) {
                pass(work.resolve("warm" + i), warm);
            }
            NaiveLoop.run(work.resolve("warm-naive"), small);
            Path sources = TurtleFiles.write(work.resolve("sources"), files);
            List<double[]> measured = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                measured.add(round(work, sources, round));
            }
            print(files, measured);
        } finally {
            delete(work);
        }
    }

    private static double[] round(Path work, Path sources, int round) throws IOException, InterruptedException {
        Path ours = work.resolve("ours" + round);
        Path naive = work.resolve("naive" + round);
        settle();
        double first = pass(ours, sources);
        settle();
        double[] unchanged = new double[5];
        for (int i = 0; i < unchanged.length; i++) {
            unchanged[i] = pass(ours, sources);
        }
        Arrays.sort(unchanged);
        double again = unchanged[unchanged.length / 2];
        double disk = kilobytes(ours);
        settle();
        double loop = NaiveLoop.run(naive, sources);
        double naiveDisk = kilobytes(naive);
        delete(ours);
        delete(naive);
        return new double[] {first, again, loop, disk / 1024, naiveDisk / 1024};
    }

    /** What was written before is on disk, so that it does not slow what is measured next. */
    private static void settle() throws IOException, InterruptedException {
        System.gc();
        new ProcessBuilder("sync").start().waitFor();
    }

    /** Seconds of {@code pinakes harvest}. */
    private static double pass(Path data, Path sources) throws IOException {
        Files.createDirectories(data.resolveSibling(data.getFileName() + "-providers"));
        Path providers = data.resolveSibling(data.getFileName() + "-providers");
        Files.writeString(
                providers.resolve("p.yaml"),
                "id: bench\ntitle: Bench\nprofiles: [dcat-ap-3]\nsources:\n  - {kind: file, location: " + sources
                        + "}\n");
        Path config = Files.writeString(
                data.resolveSibling(data.getFileName() + ".yaml"),
                "data: " + data + "\nproviders: " + providers + "\n");
        CommandLine line = Main.commandLine(new DataFiles(Path.of(System.getProperty("pinakes.home", "."))));
        line.setErr(new PrintWriter(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        long start = System.nanoTime();
        int code = line.execute("harvest", "--config", config.toString());
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IllegalStateException("the harvest ended with " + code);
        }
        return seconds;
    }

    private static void print(int files, List<double[]> measured) {
        double first = median(measured, 0);
        double again = median(measured, 1);
        double loop = median(measured, 2);
        double disk = median(measured, 3);
        double naiveDisk = median(measured, 4);
        System.out.printf(Locale.ROOT, "%n%d files, median of %d rounds%n%n", files, measured.size());
        System.out.println("| what | pinakes | naive loop | ratio |");
        System.out.println("| --- | --- | --- | --- |");
        System.out.printf(Locale.ROOT, "| first pass | %.2f s | %.2f s | %.1f x |%n", first, loop, loop / first);
        System.out.printf(
                Locale.ROOT, "| disk after it | %.0f MB | %.0f MB | 1/%.0f |%n", disk, naiveDisk, naiveDisk / disk);
        System.out.printf(
                Locale.ROOT,
                "| again, nothing changed | %.3f s | | %.0f x faster than the first |%n",
                again,
                first / again);
    }

    private static double median(List<double[]> measured, int column) {
        double[] values = measured.stream().mapToDouble(m -> m[column]).toArray();
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** What the files really take on disk, holes not counted. */
    private static double kilobytes(Path folder) throws IOException, InterruptedException {
        Process du = new ProcessBuilder("du", "-sk", folder.toString()).start();
        try (InputStream out = du.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            du.waitFor();
            return Double.parseDouble(text.split("\\s+")[0]);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
