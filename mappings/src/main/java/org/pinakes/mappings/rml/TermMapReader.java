package org.pinakes.mappings.rml;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.pinakes.mappings.rows.LogicalSource;
import org.pinakes.ontology.InputProblem;

/** Reads term maps and refuses those that can make no valid term. */
final class TermMapReader {
    private static final String CONSTANT = Rml.NS + "constant";
    private static final String REFERENCE = Rml.NS + "reference";
    private static final String TEMPLATE = Rml.NS + "template";
    private static final String TERM_TYPE = Rml.NS + "termType";
    private static final String LANGUAGE = Rml.NS + "language";
    private static final String LANGUAGE_MAP = Rml.NS + "languageMap";
    private static final String DATATYPE = Rml.NS + "datatype";
    private static final String DATATYPE_MAP = Rml.NS + "datatypeMap";

    private static final Set<TermType> NAMES =
            EnumSet.of(TermType.IRI, TermType.URI, TermType.UNSAFE_IRI, TermType.UNSAFE_URI);

    /** Where a term stands, and so what it may be. */
    enum Position {
        SUBJECT,
        PREDICATE,
        OBJECT,
        GRAPH,
        LANGUAGE,
        DATATYPE,
        JOIN;

        boolean allows(TermType type) {
            return switch (this) {
                case SUBJECT, GRAPH -> type != TermType.LITERAL;
                case PREDICATE, DATATYPE -> NAMES.contains(type);
                case OBJECT -> true;
                case LANGUAGE, JOIN -> type == TermType.LITERAL;
            };
        }

        String allowed() {
            return switch (this) {
                case SUBJECT, GRAPH -> "an IRI or a blank node";
                case PREDICATE, DATATYPE -> "an IRI";
                case OBJECT -> "any term";
                case LANGUAGE, JOIN -> "a text";
            };
        }
    }

    private final LogicalSource source;

    /** For term maps whose references are read from the source. */
    TermMapReader(LogicalSource source) {
        this.source = source;
    }

    /** All term maps under a property and its shortcut, as in {@code rml:graphMap} and {@code rml:graph}. */
    List<TermMap> all(Description holder, String property, String shortcut, Position position) {
        Stream<TermMap> maps = holder.all(property).stream().map(n -> read(holder.of(n, property), position));
        return Stream.concat(maps, constants(holder, shortcut, position).stream())
                .toList();
    }

    /** The term map under a property or its shortcut, if there is one. */
    Optional<TermMap> one(Description holder, String property, String shortcut, Position position) {
        List<TermMap> found = all(holder, property, shortcut, position);
        if (found.size() > 1) {
            throw holder.problem("has " + found.size() + " of " + Rml.shorten(property) + " or " + Rml.shorten(shortcut)
                    + ", and one is allowed");
        }
        return found.stream().findFirst();
    }

    /** Reads a term map; what it may hold besides is said by the position. */
    TermMap read(Description map, Position position) {
        if (position == Position.LANGUAGE && map.node().hasURI(Rml.KEY)) {
            return new TermMap.Key();
        }
        map.allow(allowed(position));
        TermMap first = alone(map, position);
        return map.one(Rml.OTHERWISE)
                .<TermMap>map(n -> new TermMap.Otherwise(first, read(map.of(n, Rml.OTHERWISE), position)))
                .orElse(first);
    }

    private TermMap alone(Description map, Position position) {
        long kinds = Stream.of(CONSTANT, REFERENCE, TEMPLATE).filter(map::has).count();
        Optional<TermType> stated = map.one(TERM_TYPE).map(n -> type(map, n));
        if (kinds == 0 && stated.equals(Optional.of(TermType.BLANK_NODE)) && position.allows(TermType.BLANK_NODE)) {
            return new TermMap.Fresh();
        }
        if (kinds != 1) {
            throw map.problem("has " + (kinds == 0 ? "none" : "more than one")
                    + " of rml:constant, rml:reference and rml:template, and must have one of them");
        }
        if (map.has(CONSTANT)) {
            Node term = map.needed(CONSTANT);
            stated.ifPresent(type -> agree(map, term, type));
            return constant(term, map.where(), position);
        }
        TermMap.Form form = form(map, position, stated);
        Optional<String> reference = map.text(REFERENCE);
        return reference.isPresent()
                ? new TermMap.Reference(checked(map, reference.get()), form)
                : new TermMap.Template(template(map, map.text(TEMPLATE).orElse(""), form.type()), form);
    }

    private static String[] allowed(Position position) {
        Stream<String> common = Stream.of(CONSTANT, REFERENCE, TEMPLATE, TERM_TYPE, Rml.SPLIT, Rml.KEEP, Rml.OTHERWISE);
        Stream<String> more =
                switch (position) {
                    case SUBJECT -> Stream.of(Rml.NS + "class", Rml.NS + "graph", Rml.NS + "graphMap");
                    case OBJECT -> Stream.of(LANGUAGE, LANGUAGE_MAP, DATATYPE, DATATYPE_MAP);
                    default -> Stream.empty();
                };
        return Stream.concat(common, more).toArray(String[]::new);
    }

    private static TermType type(Description map, Node node) {
        return Stream.of(TermType.values())
                .filter(type -> node.isURI() && node.getURI().equals(Rml.NS + type.term()))
                .findFirst()
                .orElseThrow(() -> map.problem("has the rml:termType " + Description.show(node)
                        + "; allowed are rml:IRI, rml:URI, rml:UnsafeIRI, rml:UnsafeURI, rml:BlankNode"
                        + " and rml:Literal"));
    }

    private static void agree(Description map, Node term, TermType type) {
        boolean agrees = type == TermType.LITERAL ? term.isLiteral() : type.isIri() && term.isURI();
        if (!agrees) {
            throw map.problem("has the rml:constant " + Description.show(term) + ", which is not of its rml:termType");
        }
    }

    private static TermMap constant(Node term, String where, Position position) {
        boolean allowed =
                switch (position) {
                    case LANGUAGE, JOIN -> term.isLiteral();
                    case OBJECT -> !term.isBlank();
                    default -> term.isURI();
                };
        if (!allowed) {
            throw new InputProblem(where + ": has the constant " + Description.show(term) + ", where "
                    + position.allowed() + " is allowed" + (term.isBlank() ? ", and no blank node." : "."));
        }
        if (position == Position.LANGUAGE && !LanguageTag.isWellFormed(term.getLiteralLexicalForm())) {
            throw new InputProblem(where + ": has the language " + Description.show(term)
                    + ", which is not a language tag (BCP 47) such as \"en\" or \"pt-BR\".");
        }
        return new TermMap.Constant(term);
    }

    private TermMap.Form form(Description map, Position position, Optional<TermType> stated) {
        Optional<TermMap> language = Optional.empty();
        Optional<TermMap> datatype = Optional.empty();
        if (position == Position.OBJECT) {
            language = one(map, LANGUAGE_MAP, LANGUAGE, Position.LANGUAGE);
            datatype = one(map, DATATYPE_MAP, DATATYPE, Position.DATATYPE);
        }
        boolean literal = language.isPresent() || datatype.isPresent();
        TermType type = stated.orElseGet(() -> usual(position, literal || map.has(REFERENCE)));
        if (!position.allows(type)) {
            throw map.problem(
                    "has the rml:termType rml:" + type.term() + ", where " + position.allowed() + " is allowed");
        }
        if (literal && type != TermType.LITERAL) {
            throw map.problem("has a language or a datatype and is not a literal; leave one of the two out");
        }
        if (language.isPresent() && datatype.isPresent()) {
            throw map.problem("has a language and a datatype; leave one of the two out");
        }
        return new TermMap.Form(type, language, datatype, separator(map), keep(map));
    }

    private static TermType usual(Position position, boolean literal) {
        return switch (position) {
            case OBJECT -> literal ? TermType.LITERAL : TermType.IRI;
            case LANGUAGE, JOIN -> TermType.LITERAL;
            default -> TermType.IRI;
        };
    }

    private static Optional<String> separator(Description map) {
        Optional<String> separator = map.text(Rml.SPLIT);
        if (separator.equals(Optional.of(""))) {
            throw map.problem("has an empty pin:split; a separator such as \",\" is allowed");
        }
        return separator;
    }

    private static String keep(Description map) {
        String letters = map.text(Rml.KEEP).orElse("");
        if (!IriText.isReserved(letters)) {
            throw map.problem("has the pin:keep \"" + letters
                    + "\"; letters that have a meaning in IRIs are allowed, such as \"/\" and \"@\"");
        }
        return letters;
    }

    private List<TermMap.Part> template(Description map, String template, TermType type) {
        try {
            List<TermMap.Part> parts = TemplateText.parts(template);
            for (TermMap.Part part : parts) {
                if (part instanceof TermMap.Part.Value value) {
                    source.check(value.reference());
                } else if (part instanceof TermMap.Part.Text piece
                        && type.isIri()
                        && type.isSafe()
                        && !IriText.isClean(piece.text(), type == TermType.URI)) {
                    throw map.problem("has the template \"" + template + "\", which makes IRIs, and \"" + piece.text()
                            + "\" holds a letter that is not allowed in them");
                }
            }
            return parts;
        } catch (IllegalArgumentException e) {
            throw map.problem(sentence(e));
        }
    }

    /** A reference that stands alone, as in {@code rml:child}. */
    TermMap reference(Description holder, String reference) {
        TermMap.Form form =
                new TermMap.Form(TermType.LITERAL, Optional.empty(), Optional.empty(), Optional.empty(), "");
        return new TermMap.Reference(checked(holder, reference), form);
    }

    /** Constants under a shortcut that is read apart from its long form. */
    List<TermMap> constants(Description holder, String shortcut, Position position) {
        String where = holder.where() + ", " + Rml.shorten(shortcut);
        return holder.all(shortcut).stream()
                .map(n -> constant(n, where, position))
                .toList();
    }

    private String checked(Description map, String reference) {
        try {
            source.check(reference);
            return reference;
        } catch (IllegalArgumentException e) {
            throw map.problem(sentence(e));
        }
    }

    private static String sentence(IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
