import java.nio.file.*;
import java.util.*;
import org.apache.jena.rdf.model.*;
import org.apache.jena.riot.*;
import org.topbraid.shacl.validation.ValidationUtil;
import org.topbraid.shacl.vocabulary.SH;

/** The same files by TopBraid SHACL: TopBraid.java FOLDER SECONDS. */
class TopBraid {
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Model shapes = RDFDataMgr.loadModel(folder.resolve("shapes.ttl").toString());
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
                Model data = RDFDataMgr.loadModel(file.toString());
                Resource report = ValidationUtil.validateModel(data, shapes, false);
                Model m = report.getModel();
                m.listResourcesWithProperty(SH.resultSeverity, SH.Violation).forEach(r -> {
                    Resource focus = r.getPropertyResourceValue(SH.focusNode);
                    Resource shape = r.getPropertyResourceValue(SH.sourceShape);
                    results.add(file.getFileName() + " " + name(shape) + " " + name(focus));
                });
            }
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }
        Files.write(folder.resolve("topbraid.results"), results);
        System.out.printf(
                "TopBraid 1.4.4, 1 thread\t%.3f s\t%.0f files/s\t%d violations%n",
                best, files.size() / best, results.size());
    }

    static String name(Resource node) {
        return node == null || node.isAnon() ? "_:" : node.getURI();
    }
}
