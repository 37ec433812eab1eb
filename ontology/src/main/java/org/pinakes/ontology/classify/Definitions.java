package org.pinakes.ontology.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.SourceLines;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.io.FileDocumentSource;
import org.semanticweb.owlapi.io.OWLParserException;
import org.semanticweb.owlapi.model.MissingImportHandlingStrategy;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLDeclarationAxiom;
import org.semanticweb.owlapi.model.OWLEntity;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.model.OWLOntologyManager;

/**
 * The files of definitions, put together into one ontology.
 *
 * @param origins the file of each axiom
 */
record Definitions(OWLOntology ontology, Map<OWLAxiom, Path> origins) {
    /** In Turtle, RDF/XML, functional and Manchester syntax. */
    private static final Pattern IMPORT = Pattern.compile("owl:imports|owl#imports|^\\s*Import\\s*[:(]");

    static Definitions read(List<Path> files) {
        try {
            OWLOntology all = OWLManager.createOWLOntologyManager().createOntology();
            Map<OWLAxiom, Path> origins = new HashMap<>();
            for (Path file : files) {
                refuseImports(file);
                OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
                OWLOntology one = manager.loadOntologyFromOntologyDocument(
                        new FileDocumentSource(file.toFile()),
                        new OWLOntologyLoaderConfiguration()
                                .setMissingImportHandlingStrategy(MissingImportHandlingStrategy.SILENT)
                                .setFollowRedirects(false));
                one.axioms().forEach(a -> {
                    all.add(a);
                    origins.putIfAbsent(a, file);
                });
            }
            return new Definitions(all, origins);
        } catch (OWLParserException e) {
            throw new InputProblem("ontology/definitions: line " + e.getLineNumber() + ": " + e.getMessage(), e);
        } catch (OWLOntologyCreationException e) {
            throw new InputProblem(
                    "ontology/definitions cannot be read: " + firstLines(String.valueOf(e.getMessage())), e);
        }
    }

    private static String firstLines(String message) {
        return message.lines().limit(3).reduce("", (a, b) -> a + " " + b).strip();
    }

    /** Nothing here may make us fetch something. The files of the folder are read together anyway. */
    private static void refuseImports(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                if (!line.stripLeading().startsWith("#") && IMPORT.matcher(line).find()) {
                    throw new InputProblem(file + ", line " + (i + 1)
                            + ": an ontology here imports nothing, since nothing is fetched when it is loaded; take the"
                            + " owl:imports out and put what is needed into ontology/definitions. Found: "
                            + line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** File and line where the axiom is stated, or the code lists if it is theirs. */
    String place(OWLAxiom axiom) {
        Path file = origins.get(axiom);
        if (file == null) {
            return "ontology/codes";
        }
        List<String> names = axiom.signature()
                .map(e -> e.getIRI().getIRIString().replaceFirst("^.*[/#]", ""))
                .toList();
        return SourceLines.together(file, names).orElseGet(() -> SourceLines.place(file, subject(axiom), ""));
    }

    /** Where the class is declared or defined. */
    String place(OWLClass c) {
        return origins.entrySet().stream()
                .filter(e -> !(e.getKey() instanceof OWLDeclarationAxiom))
                .filter(e -> subject(e.getKey()).equals(c.getIRI().getIRIString()))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(f -> SourceLines.place(f, c.getIRI().getIRIString(), ""))
                .orElse("ontology/definitions");
    }

    private static String subject(OWLAxiom axiom) {
        String text = axiom.toString();
        int open = text.indexOf('<');
        int close = text.indexOf('>', open + 1);
        return open < 0 || close < 0 ? text : text.substring(open + 1, close);
    }

    /** In functional syntax, with labels for the classes. */
    String shown(OWLAxiom axiom, Function<OWLClass, String> label) {
        String text = axiom.getAxiomWithoutAnnotations().toString();
        for (OWLEntity entity : axiom.signature().toList()) {
            String iri = entity.getIRI().getIRIString();
            String name = entity.isOWLClass() && !entity.isBuiltIn()
                    ? label.apply(entity.asOWLClass())
                    : iri.replaceFirst("^.*[/#]", "");
            text = text.replace("<" + iri + ">", name);
        }
        return text;
    }
}
