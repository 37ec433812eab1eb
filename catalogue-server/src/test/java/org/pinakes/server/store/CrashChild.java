package org.pinakes.server.store;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.sys.JenaSystem;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.DataFiles;
import org.pinakes.server.search.IndexDefinition;
import org.pinakes.server.search.LuceneIndex;

/**
 * The process that the crash test kills: publishes, updates and withdraws without end and says what was acknowledged. Lines
 * on stdout: {@code ok <change number>} and, before a batch, {@code try <record> <version>} for each of its records (version
 * 0 is a withdrawal).
 */
final class CrashChild {
    static final int RECORDS = 40;

    private CrashChild() {}

    public static void main(String[] args) throws IOException {
        JenaSystem.init();
        Path data = Path.of(args[0]);
        String haltAt = args[1];
        int haltAfter = Integer.parseInt(args[2]);
        int version = Integer.parseInt(args[3]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int[] seen = {0};
        Faults faults = step -> {
            if (step.equals(haltAt) && ++seen[0] >= haltAfter) {
                Runtime.getRuntime().halt(137);
            }
        };
        Random random = new Random(version);
        try (LoggedKnowledgeGraph store =
                        new LoggedKnowledgeGraph(data, Samples.IRIS, () -> Instant.EPOCH, faults, n -> {});
                LuceneIndex index = index(data)) {
            index.catchUp(store);
            out.println("open " + store.changeNumber());
            for (int v = version; ; v++) {
                batch(store, random, v, out);
                index.catchUp(store);
            }
        }
    }

    /** The index as the server has it, but without code lists, which would only make the child slow to start. */
    static LuceneIndex index(Path data) throws IOException {
        IndexDefinition definition =
                IndexDefinition.read(Path.of(System.getProperty("pinakes.home")).resolve("queries/index.yaml"));
        return LuceneIndex.open(
                data.resolve("index"), () -> definition, () -> CodeLists.load(new DataFiles(data)), id -> id, "1");
    }

    private static void batch(LoggedKnowledgeGraph store, Random random, int version, PrintStream out) {
        List<Integer> records = new ArrayList<>();
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            int n = random.nextInt(RECORDS);
            if (!records.contains(n)) {
                records.add(n);
            }
        }
        boolean withdraw = random.nextInt(5) == 0;
        records.forEach(n -> out.println("try " + n + " " + (withdraw ? 0 : version)));
        if (withdraw) {
            store.withdraw(records.stream().map(Samples::iri).toList());
        } else {
            store.publish(records.stream().map(n -> Samples.entry(n, version)).toList());
        }
        out.println("ok " + store.changeNumber());
    }
}
