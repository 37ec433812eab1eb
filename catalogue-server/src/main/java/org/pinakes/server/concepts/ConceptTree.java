package org.pinakes.server.concepts;

import java.util.ArrayList;
import java.util.List;
import org.pinakes.ontology.CodeLists;
import org.pinakes.ontology.Concept;

/** Where a concept stands: one way down to it, those beside it, those below it. Rows of a small drawing, from top to bottom. */
public record ConceptTree(List<Row> rows, int hidden) {
    private static final int BESIDE = 8;
    private static final int BELOW = 14;

    /**
     * @param depth steps from the top
     * @param parent the row it hangs on, -1 at the top
     * @param self whether it is the concept that the page is about
     */
    public record Row(int depth, int parent, Concept concept, boolean self) {}

    static ConceptTree of(CodeLists codes, Concept concept) {
        List<Concept> way = wayDown(codes, concept);
        List<Row> rows = new ArrayList<>();
        for (Concept above : way) {
            rows.add(new Row(rows.size(), rows.size() - 1, above, false));
        }
        int parent = rows.size() - 1;
        List<Concept> beside = way.isEmpty()
                ? List.of()
                : concepts(codes, codes.narrower(way.getLast().iri()));
        int depth = rows.size();
        int self = rows.size();
        rows.add(new Row(depth, parent, concept, true));
        List<Concept> below = concepts(codes, codes.narrower(concept.iri()));
        below.stream().limit(BELOW).forEach(c -> rows.add(new Row(depth + 1, self, c, false)));
        List<Concept> others = beside.stream().filter(c -> !c.equals(concept)).toList();
        others.stream().limit(BESIDE).forEach(c -> rows.add(new Row(depth, parent, c, false)));
        int hidden = Math.max(0, below.size() - BELOW) + Math.max(0, others.size() - BESIDE);
        return new ConceptTree(List.copyOf(rows), hidden);
    }

    /** The broader concepts from the top, by the first of each. */
    private static List<Concept> wayDown(CodeLists codes, Concept concept) {
        List<Concept> way = new ArrayList<>();
        List<Concept> above = concepts(codes, codes.broader(concept.iri()));
        while (!above.isEmpty()) {
            way.addFirst(above.getFirst());
            above = concepts(codes, codes.broader(above.getFirst().iri()));
        }
        return way;
    }

    static List<Concept> concepts(CodeLists codes, List<String> iris) {
        return iris.stream()
                .flatMap(i -> codes.concept(i).stream())
                .sorted((a, b) -> a.label("en").compareToIgnoreCase(b.label("en")))
                .toList();
    }

    public int height() {
        return 28 * rows.size() + 8;
    }

    /** Middle of a row. */
    public int y(int row) {
        return 28 * row + 18;
    }

    /** Where a row's text begins. */
    public int x(Row row) {
        return 22 * row.depth() + 16;
    }
}
