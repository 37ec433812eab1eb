package org.pinakes.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.Terms;
import org.pinakes.shapes.Judge;
import org.pinakes.shapes.Profiles;

/** What one would write first: for each file parse, judge, one TDB2 transaction, one index commit. */
final class NaiveLoop {
    private NaiveLoop() {}

    /** Seconds. */
    static double run(Path data, Path sources) throws IOException {
        DataFiles files = new DataFiles(Path.of(System.getProperty("pinakes.home", ".")));
        Judge judge = new Judge(files, Profiles.load(files), GraphMemFactory::createDefaultGraph);
        List<Path> inputs;
        try (Stream<Path> list = Files.list(sources)) {
            inputs = list.sorted().toList();
        }
        Files.createDirectories(data.resolve("tdb2"));
        long start = System.nanoTime();
        DatasetGraph store = DatabaseMgr.connectDatasetGraph(
                Location.create(data.resolve("tdb2").toString()));
        try (FSDirectory directory = FSDirectory.open(data.resolve("index"));
                IndexWriter index = new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
            for (Path input : inputs) {
                Graph graph = RDFParser.source(input).toGraph();
                Node dataset =
                        graph.find(Node.ANY, Terms.TYPE, Terms.DATASET).next().getSubject();
                judge.judge("publication", graph, dataset.getURI());
                judge.judge("dcat-ap-3", graph, dataset.getURI());
                Graph origin = origin(dataset, input);
                Node provenance = NodeFactory.createURI(dataset.getURI() + "/provenance");
                Txn.executeWrite(store, () -> {
                    store.deleteAny(dataset, Node.ANY, Node.ANY, Node.ANY);
                    graph.find().forEachRemaining(t -> store.add(Quad.create(dataset, t)));
                    store.deleteAny(provenance, Node.ANY, Node.ANY, Node.ANY);
                    origin.find().forEachRemaining(t -> store.add(Quad.create(provenance, t)));
                });
                index.updateDocument(new Term("iri", dataset.getURI()), document(dataset, graph));
                index.commit();
            }
        } finally {
            TDBInternal.expel(store);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** As many statements on where the record comes from and how it was judged as the pass keeps: 20. */
    private static Graph origin(Node dataset, Path input) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        Node document = NodeFactory.createURI("https://bench.example/documents/" + input.getFileName());
        for (int i = 0; i < 10; i++) {
            Node property = NodeFactory.createURI("https://bench.example/ns#property" + i);
            graph.add(Triple.create(dataset, property, NodeFactory.createLiteralString(input + " " + i)));
            graph.add(Triple.create(document, property, NodeFactory.createLiteralString(input + " " + i)));
        }
        return graph;
    }

    private static Document document(Node dataset, Graph graph) {
        Document document = new Document();
        document.add(new StringField("iri", dataset.getURI(), Field.Store.YES));
        for (Triple t : graph.find(dataset, Node.ANY, Node.ANY).toList()) {
            if (t.getObject().isLiteral()) {
                document.add(new TextField("text", t.getObject().getLiteralLexicalForm(), Field.Store.YES));
            }
        }
        return document;
    }
}
