package org.pinakes.mappings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;
import org.pinakes.mappings.rml.IriText;
import org.pinakes.mappings.rml.LanguageTag;
import org.pinakes.mappings.rml.Rml;
import org.pinakes.mappings.rml.TermMap;
import org.pinakes.mappings.rml.TermType;
import org.pinakes.ontology.Place;

/** Makes the term maps of one triples map ready for a run. */
final class TermMakers {
    private static final List<RDFDatatype> TEMPORAL =
            List.of(XSDDatatype.XSDdate, XSDDatatype.XSDdateTime, XSDDatatype.XSDgYear, XSDDatatype.XSDgYearMonth);

    private final ToIntFunction<String> numbers;
    private final String owner;
    private final String base;
    private final Run run;
    private int fresh;

    /**
     * Readies one triples map; its subject is asked for first, because new blank nodes are told apart by that order.
     *
     * @param numbers gives the number under which the row knows a reference
     * @param owner the triples map's id
     */
    TermMakers(ToIntFunction<String> numbers, String owner, String base, Run run) {
        this.numbers = numbers;
        this.owner = owner;
        this.base = base;
        this.run = run;
    }

    /** For another triples map that is asked about the same rows. */
    TermMakers with(String otherOwner, String otherBase) {
        return new TermMakers(numbers, otherOwner, otherBase, run);
    }

    int number(String reference) {
        return numbers.applyAsInt(reference);
    }

    TermMaker maker(TermMap map) {
        if (map instanceof TermMap.Constant constant) {
            Node term = constant.term().equals(Rml.DEFAULT_GRAPH) ? Quad.defaultGraphNodeGenerated : constant.term();
            return (row, out) -> out.add(term);
        }
        if (map instanceof TermMap.Reference reference) {
            NodeMaker nodes = nodes(reference.form(), false);
            return split(reference.form(), new ReferenceMaker(numbers.applyAsInt(reference.reference()), nodes));
        }
        if (map instanceof TermMap.Template template) {
            boolean safe = template.form().type().isSafe();
            return split(template.form(), new TemplateMaker(template, numbers, nodes(template.form(), safe)));
        }
        if (map instanceof TermMap.Otherwise either) {
            return otherwise(maker(either.first()), maker(either.second()));
        }
        if (map instanceof TermMap.Key) {
            throw new IllegalArgumentException("a key is read with its value");
        }
        String termMap = owner + "." + fresh++;
        return (row, out) -> out.add(run.blank(termMap, row.name()));
    }

    private static TermMaker otherwise(TermMaker first, TermMaker second) {
        return (row, out) -> {
            int before = out.size();
            first.make(row, out);
            if (out.size() == before) {
                second.make(row, out);
            }
        };
    }

    private static TermMaker split(TermMap.Form form, TermMaker maker) {
        Optional<String> separator = form.separator();
        return separator.isEmpty() ? maker : (row, out) -> maker.make(new SplitRow(row, separator.get()), out);
    }

    /** {@code encoded}: values already are safe in an IRI, so only the base may be missing. */
    private NodeMaker nodes(TermMap.Form form, boolean encoded) {
        if (form.type() == TermType.BLANK_NODE) {
            return (text, row, reference, index) -> run.blank(text);
        }
        if (form.type().isIri()) {
            return iris(form.type(), encoded);
        }
        if (form.language().isPresent()) {
            return languages(form.language().get());
        }
        if (form.datatype().isPresent()) {
            return datatypes(form.datatype().get());
        }
        return (text, row, reference, index) -> natural(text, reference < 0 ? null : row.datatype(reference, index));
    }

    private NodeMaker iris(TermType type, boolean encoded) {
        boolean checked = type.isSafe() && !encoded;
        boolean ascii = type == TermType.URI;
        return (text, row, reference, index) -> {
            String iri = IriText.isAbsolute(text) ? text : base + text;
            if (text.isEmpty() || (checked && !IriText.isClean(iri, ascii))) {
                run.invalidIri(iri, row.place(reference, index), text);
                return null;
            }
            return NodeFactory.createURI(iri);
        };
    }

    private NodeMaker languages(TermMap map) {
        if (map instanceof TermMap.Constant constant) {
            String tag = constant.term().getLiteralLexicalForm();
            return (text, row, reference, index) -> NodeFactory.createLiteralLang(text, tag);
        }
        if (map instanceof TermMap.Key) {
            return (text, row, reference, index) ->
                    tagged(text, row.key(reference, index), row.place(reference, index));
        }
        TermMaker maker = maker(map);
        TermBuffer tags = new TermBuffer();
        return (text, row, reference, index) -> {
            tags.clear();
            maker.make(row, tags);
            if (tags.size() == 0) {
                return natural(text, null);
            }
            // as many tags as values: one for each
            int own = tags.size() == row.count(Math.max(reference, 0)) ? index : 0;
            String tag = tags.node(own).getLiteralLexicalForm();
            return tagged(text, tag, row.place(tags.reference(own), tags.index(own)));
        };
    }

    private @Nullable Node tagged(String text, String tag, Place place) {
        if (!LanguageTag.isWellFormed(tag)) {
            run.invalidLanguage(tag, place);
            return null;
        }
        return NodeFactory.createLiteralLang(text, tag);
    }

    private NodeMaker datatypes(TermMap map) {
        if (map instanceof TermMap.Constant constant) {
            if (constant.term().hasURI(Rml.TEMPORAL)) {
                return (text, row, reference, index) -> temporal(text);
            }
            RDFDatatype datatype = NodeFactory.getType(constant.term().getURI());
            return (text, row, reference, index) -> NodeFactory.createLiteralDT(text, datatype);
        }
        TermMaker maker = maker(map);
        TermBuffer types = new TermBuffer();
        return (text, row, reference, index) -> {
            types.clear();
            maker.make(row, types);
            return types.size() == 0
                    ? natural(text, null)
                    : NodeFactory.createLiteralDT(
                            text, NodeFactory.getType(types.node(0).getURI()));
        };
    }

    /** DCAT 3 section 6.4.7: a date has the datatype of its form. What is no date is left a text, and shapes tell it. */
    private static Node temporal(String text) {
        return TEMPORAL.stream()
                .filter(type -> type.isValid(text))
                .findFirst()
                .map(type -> NodeFactory.createLiteralDT(text, type))
                .orElseGet(() -> NodeFactory.createLiteralString(text));
    }

    /** RML-Core: a number or truth value of the source keeps its type, doubles in canonical form. */
    private static Node natural(String text, @Nullable RDFDatatype datatype) {
        if (datatype == null) {
            return NodeFactory.createLiteralString(text);
        }
        return NodeFactory.createLiteralDT(text.isEmpty() ? text : lexical(text, datatype), datatype);
    }

    private static String lexical(String text, RDFDatatype datatype) {
        if (!datatype.equals(XSDDatatype.XSDdouble)) {
            return text;
        }
        double value = Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            return value > 0 ? "INF" : "-INF";
        }
        String digits = Double.toString(value);
        if (digits.contains("E")) {
            return digits;
        }
        BigDecimal number = new BigDecimal(digits).stripTrailingZeros();
        int exponent = number.signum() == 0 ? 0 : number.precision() - number.scale() - 1;
        String mantissa =
                number.signum() == 0 ? "0" : number.scaleByPowerOfTen(-exponent).toPlainString();
        return (mantissa.contains(".") ? mantissa : mantissa + ".0") + "E" + exponent;
    }
}
