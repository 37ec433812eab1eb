package org.pinakes.mappings;

import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.jena.graph.Node;
import org.pinakes.mappings.rml.IriText;
import org.pinakes.mappings.rml.TermMap;
import org.pinakes.mappings.rml.TermType;
import org.pinakes.mappings.rows.Row;

/** Puts values into a template: text, value, text, value, … text. */
final class TemplateMaker implements TermMaker {
    private final String[] texts;
    private final int[] references;
    private final int[] chosen;
    private final boolean safe;
    private final boolean ascii;
    private final String keep;
    private final NodeMaker nodes;
    private final StringBuilder text = new StringBuilder();

    TemplateMaker(TermMap.Template template, ToIntFunction<String> numbers, NodeMaker nodes) {
        List<TermMap.Part> parts = template.parts();
        int values = (int)
                parts.stream().filter(TermMap.Part.Value.class::isInstance).count();
        this.texts = new String[values + 1];
        this.references = new int[values];
        this.chosen = new int[values];
        TermType type = template.form().type();
        this.safe = type == TermType.IRI || type == TermType.URI;
        this.ascii = type == TermType.URI;
        this.keep = template.form().keep();
        this.nodes = nodes;
        int at = 0;
        texts[0] = "";
        for (TermMap.Part part : parts) {
            if (part instanceof TermMap.Part.Value value) {
                references[at++] = numbers.applyAsInt(value.reference());
                texts[at] = "";
            } else if (part instanceof TermMap.Part.Text piece) {
                texts[at] = piece.text();
            }
        }
    }

    @Override
    public void make(Row row, TermBuffer out) {
        for (int i = 0; i < references.length; i++) {
            if (row.count(references[i]) == 0) {
                return;
            }
            chosen[i] = 0;
        }
        do {
            one(row, out);
        } while (next(row));
    }

    private void one(Row row, TermBuffer out) {
        text.setLength(0);
        text.append(texts[0]);
        for (int i = 0; i < references.length; i++) {
            String value = row.value(references[i], chosen[i]);
            if (safe) {
                IriText.appendSafe(text, value, ascii, keep);
            } else {
                text.append(value);
            }
            text.append(texts[i + 1]);
        }
        int first = references.length == 0 ? -1 : references[0];
        int index = references.length == 0 ? 0 : chosen[0];
        Node node = nodes.node(text.toString(), row, first, index);
        if (node != null) {
            out.add(node, ReferenceMaker.raw(row, first, index), first, index);
        }
    }

    /** The next combination of values; the last reference changes fastest. */
    private boolean next(Row row) {
        for (int i = references.length - 1; i >= 0; i--) {
            if (++chosen[i] < row.count(references[i])) {
                return true;
            }
            chosen[i] = 0;
        }
        return false;
    }
}
