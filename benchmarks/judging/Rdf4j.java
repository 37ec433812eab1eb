import java.io.*;
import java.nio.file.*;
import java.util.*;
import org.eclipse.rdf4j.common.exception.ValidationException;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.model.*;
import org.eclipse.rdf4j.model.vocabulary.*;
import org.eclipse.rdf4j.repository.sail.*;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.eclipse.rdf4j.sail.shacl.ShaclSail;

/** The same files by RDF4J's ShaclSail, one transaction for a file, never committed: Rdf4j.java FOLDER SECONDS. */
class Rdf4j {
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        ShaclSail sail = new ShaclSail(new MemoryStore());
        SailRepository repository = new SailRepository(sail);
        repository.init();
        try (SailRepositoryConnection c = repository.getConnection()) {
            // with the shapes alone there is no dataset, which is a violation
            c.begin(IsolationLevels.NONE, ShaclSail.TransactionSettings.ValidationApproach.Disabled);
            c.add(folder.resolve("shapes.ttl").toFile(), RDFFormat.TURTLE, RDF4J.SHACL_SHAPE_GRAPH);
            c.commit();
        }
        List<Path> files;
        try (var list = Files.list(folder.resolve("files"))) {
            files = list.sorted().toList();
        }
        double best = Double.MAX_VALUE;
        TreeSet<String> results = new TreeSet<>();
        long end = System.nanoTime() + Long.parseLong(args[1]) * 1_000_000_000;
        while (System.nanoTime() < end) {
            results.clear();
            long start = System.nanoTime();
            for (Path file : files) {
                try (SailRepositoryConnection c = repository.getConnection()) {
                    c.begin(IsolationLevels.SNAPSHOT);
                    c.add(file.toFile(), RDFFormat.TURTLE);
                    try {
                        c.prepare();
                    } catch (Exception e) {
                        Throwable cause = e instanceof ValidationException ? e : e.getCause();
                        if (!(cause instanceof ValidationException v)) {
                            throw e;
                        }
                        tell(file, v.validationReportAsModel(), results);
                    }
                    c.rollback();
                }
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        Files.write(folder.resolve("rdf4j.results"), results);
        System.out.printf(
                "RDF4J 5.2.2 ShaclSail, 1 connection\t%.3f s\t%.0f files/s\t%d violations%n",
                best, files.size() / best, results.size());
        System.exit(0);
    }

    static void tell(Path file, Model report, Set<String> results) {
        for (Statement s : report.filter(null, SHACL.RESULT_SEVERITY, SHACL.VIOLATION)) {
            results.add(file.getFileName() + " " + name(report, s.getSubject(), SHACL.SOURCE_SHAPE) + " "
                    + name(report, s.getSubject(), SHACL.FOCUS_NODE));
        }
    }

    static String name(Model report, Resource of, IRI property) {
        return report.filter(of, property, null).objects().stream()
                .filter(Value::isIRI)
                .map(Value::stringValue)
                .findFirst()
                .orElse("_:");
    }
}
