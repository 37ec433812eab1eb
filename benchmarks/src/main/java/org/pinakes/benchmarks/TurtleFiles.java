package org.pinakes.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Made-up datasets of about 70 statements, one a file. */
final class TurtleFiles {
    private static final String[] MODALITIES = {"IMG1000026", "IMG1000038", "IMG1000037", "IMG1000030"};
    private static final String[] CONDITIONS = {"CLIN1000067", "CLIN1000065", "CLIN1000060", "CLIN1000075"};

    private TurtleFiles() {}

    static Path write(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < count; i++) {
            Files.writeString(folder.resolve(String.format(Locale.ROOT, "d%05d.ttl", i)), dataset(i));
        }
        return folder;
    }

    private static String dataset(int i) {
        StringBuilder t = new StringBuilder(
                """
                @prefix dcat: <http://www.w3.org/ns/dcat#> .
                @prefix dct: <http://purl.org/dc/terms/> .
                @prefix foaf: <http://xmlns.com/foaf/0.1/> .
                @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
                @prefix eucaim: <https://cancerimage.eu/ontology/EUCAIM#> .
                @prefix health: <http://healthdataportal.eu/ns/health#> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                """);
        t.append("<https://bench.example/dataset/").append(i).append("> a dcat:Dataset ;\n");
        for (String language : new String[] {"en", "de", "fr"}) {
            t.append("  dct:title \"Imaging dataset number ")
                    .append(i)
                    .append("\"@")
                    .append(language)
                    .append(" ;\n");
            t.append("  dct:description \"Images of patients, collected for the study number ")
                    .append(i);
            t.append(", with annotations by two readers and follow-up of three years.\"@")
                    .append(language)
                    .append(" ;\n");
        }
        t.append("  dct:identifier \"bench-").append(i).append("\" ; dct:modified \"2026-01-01\"^^xsd:date ;\n");
        for (int k = 0; k < 12; k++) {
            t.append("  dcat:keyword \"keyword ").append((i * 7 + k * 13) % 400).append("\"@en ;\n");
        }
        t.append("  eucaim:hasImageModality eucaim:").append(MODALITIES[i % 4]).append(" ;\n");
        t.append("  eucaim:hasCondition eucaim:").append(CONDITIONS[i / 4 % 4]).append(" ;\n");
        t.append("  health:numberOfUniqueIndividuals \"").append(10 + i % 900).append("\"^^xsd:nonNegativeInteger ;\n");
        t.append("  dcat:theme <http://publications.europa.eu/resource/authority/data-theme/HEAL> ;\n");
        t.append("  dct:publisher <https://bench.example/org/").append(i % 20).append("> ;\n");
        t.append(
                "  dcat:contactPoint [ a vcard:Kind ; vcard:fn \"Office\" ; vcard:hasEmail <mailto:o@bench.example> ] ;\n");
        for (int k = 0; k < 3; k++) {
            t.append("  dcat:distribution [ a dcat:Distribution ; dct:title \"Part ")
                    .append(k)
                    .append("\"@en ; dct:description \"d\"@en ;");
            t.append(" dcat:accessURL <https://bench.example/access/")
                    .append(i)
                    .append('/')
                    .append(k)
                    .append("> ;");
            t.append(" dct:license <https://creativecommons.org/licenses/by/4.0/> ; dcat:byteSize \"")
                    .append(1000 + i);
            t.append("\"^^xsd:nonNegativeInteger ] ;\n");
        }
        t.append("  dct:spatial <http://publications.europa.eu/resource/authority/country/DEU> .\n");
        t.append("<https://bench.example/org/")
                .append(i % 20)
                .append("> a foaf:Agent ; foaf:name \"Organisation\"@en .\n");
        return t.toString();
    }
}
