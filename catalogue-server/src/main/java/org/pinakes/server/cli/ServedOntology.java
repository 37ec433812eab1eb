package org.pinakes.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.pinakes.ontology.DataFiles;
import org.pinakes.ontology.InputProblem;
import org.pinakes.ontology.classify.Ontology;
import org.pinakes.server.store.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ontology that is served: that of the files, or, when they hold a fault, the last one without, of which a copy is kept in
 * the data directory.
 *
 * @param files where it was read from
 * @param fault why the files were not taken
 */
record ServedOntology(Ontology ontology, DataFiles files, Optional<InputProblem> fault) {
    private static final Logger LOG = LoggerFactory.getLogger(ServedOntology.class);

    /** @param folder of the data directory, for the copy and the inferred hierarchy */
    static ServedOntology load(DataFiles files, Path folder) {
        Path kept = folder.resolve("kept");
        try {
            Ontology ontology = Ontology.load(files, folder);
            keep(files, ontology, kept);
            return new ServedOntology(ontology, files, Optional.empty());
        } catch (InputProblem e) {
            if (!Files.exists(kept.resolve("fingerprint"))) {
                throw e;
            }
            LOG.error("{} The ontology of the last start is served until this is mended.", e.getMessage());
            DataFiles copy = new DataFiles(kept);
            return new ServedOntology(Ontology.load(copy, kept), copy, Optional.of(e));
        }
    }

    private static void keep(DataFiles files, Ontology ontology, Path kept) {
        Path mark = kept.resolve("fingerprint");
        String state = ontology.fingerprint() + " " + files.fingerprint(files.below("ontology", ".csv")) + " "
                + files.fingerprint(files.below("ontology/mappings", ".tsv"));
        try {
            if (Files.exists(mark) && Files.readString(mark).equals(state)) {
                return;
            }
            if (Files.exists(kept)) {
                DataDirectory.delete(kept);
            }
            for (Path file : files.below("ontology", "")) {
                Path copy = kept.resolve(files.home().relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(mark, state);
        } catch (IOException e) {
            LOG.warn("No copy of the ontology could be kept in {}: {}", kept, e.getMessage());
        }
    }
}
