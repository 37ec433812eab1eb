package org.pinakes.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pinakes.server.search.LuceneIndex;
import org.pinakes.server.search.SearchIndex;

/**
 * Kills a real process that writes, at random moments and between any two steps, and looks at what is left. How many kills:
 * {@code -Dpinakes.crash.kills=300}; 12 without it.
 */
final class CrashTest {
    private static final int KILLS = Integer.getInteger("pinakes.crash.kills", 12);
    private static final List<String> STEPS =
            List.of("segment written", "segment forced", "segment named", "projection written", "projection committed");

    @TempDir
    Path data;

    /** By record, the version that was acknowledged last, 0 for withdrawn or never there. */
    private final Map<Integer, Integer> acknowledged = new HashMap<>();

    /** By record, versions that were tried since and may or may not be there. */
    private final Map<Integer, Set<Integer>> pending = new HashMap<>();

    private int version = 1;
    private long lastOk;

    @Test
    void no_accepted_record_is_lost_and_none_is_half_there() throws Exception {
        Random random = new Random(42);
        for (int kill = 0; kill < KILLS; kill++) {
            boolean atStep = kill % 3 == 0;
            String step = atStep ? STEPS.get((kill / 3) % STEPS.size()) : "-";
            run(step, 1 + random.nextInt(4), atStep ? -1 : random.nextInt(150));
            look(kill % 10 == 9);
        }
        assertThat(lastOk).isPositive();
    }

    private void run(String haltAt, int haltAfter, int millis) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx256m",
                        "-Dpinakes.home=" + System.getProperty("pinakes.home"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashChild.class.getName(),
                        data.toString(),
                        haltAt,
                        Integer.toString(haltAfter),
                        Integer.toString(version))
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            if (millis >= 0) {
                // The clock starts when the child works, else it would often die before its first batch.
                said.add(String.valueOf(lines.readLine()));
                Thread.sleep(millis);
                // By its handle: the process object would close the pipe that still holds what was said.
                child.toHandle().destroyForcibly();
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
            }
        }
        assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as(String.join("\n", said)).isEqualTo(137);
        said.forEach(this::heard);
        version += said.size() + 1;
    }

    private final Map<Integer, Integer> batch = new HashMap<>();

    private void heard(String line) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("try") && words.length == 3 && !words[2].isEmpty()) {
            int record = Integer.parseInt(words[1]);
            int tried = Integer.parseInt(words[2]);
            batch.put(record, tried);
            pending.computeIfAbsent(record, r -> new HashSet<>()).add(tried);
        } else if (words[0].equals("ok") && words.length == 2) {
            lastOk = Math.max(lastOk, Long.parseLong(words[1]));
            batch.forEach((record, v) -> {
                acknowledged.put(record, v);
                pending.remove(record);
            });
            batch.clear();
        }
    }

    private void look(boolean rebuild) throws IOException {
        batch.clear();
        if (rebuild) {
            LoggedKnowledgeGraph.rebuild(data, Samples.IRIS, () -> Instant.EPOCH, n -> {});
        }
        try (LoggedKnowledgeGraph store = LoggedKnowledgeGraph.open(data, Samples.IRIS, () -> Instant.EPOCH);
                LuceneIndex index = CrashChild.index(data)) {
            assertThat(store.changeNumber()).isGreaterThanOrEqualTo(lastOk);
            index.catchUp(store);
            for (int n = 0; n < CrashChild.RECORDS; n++) {
                Set<Integer> allowed = new HashSet<>(pending.getOrDefault(n, Set.of()));
                allowed.add(acknowledged.getOrDefault(n, 0));
                int found = versionOf(store, n);
                assertThat(allowed).as("record " + n).contains(found);
                acknowledged.put(n, found);
            }
            pending.clear();
            assertThat(found(index)).isEqualTo(published());
        }
    }

    /** Titles by the search index: a hit that is old, missing or left over would show. */
    private static Set<String> found(LuceneIndex index) {
        Set<String> titles = new HashSet<>();
        index.search(new SearchIndex.Request("", Map.of(), "title", 0, 1000, "en"))
                .hits()
                .forEach(hit -> titles.add(hit.title()));
        return titles;
    }

    private Set<String> published() {
        Set<String> titles = new HashSet<>();
        acknowledged.forEach((n, v) -> {
            if (v > 0) {
                titles.add("Title " + n + " version " + v);
            }
        });
        return titles;
    }

    /** The version whose whole content is there; 0 if nothing is. */
    private static int versionOf(LoggedKnowledgeGraph store, int n) {
        if (!(store.state(Samples.iri(n)) instanceof KnowledgeGraph.State.Published p)) {
            return 0;
        }
        String title = p.graph().find().toList().stream()
                .filter(t -> t.getPredicate().getURI().endsWith("title"))
                .map(t -> t.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElse("version -1");
        int v = Integer.parseInt(title.substring(title.lastIndexOf(' ') + 1));
        assertThat(p.graph().isIsomorphicWith(Samples.graph(n, v)))
                .as("record " + n + " is whole")
                .isTrue();
        return v;
    }
}
