package org.pinakes.server.sparql;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** REGEX, REPLACE and CONCAT (SPARQL 1.1 sections 17.4.3.12 to 17.4.3.15) that end in time and stay small. */
final class BoundedStrings {
    private static final int LONGEST = 1_000_000;
    private static final long MILLIS = 300;

    private BoundedStrings() {}

    /** Absent flags stand as null in Jena's lists. */
    private static ExprList present(ExprList args) {
        ExprList list = new ExprList();
        args.getList().stream().filter(a -> a != null).forEach(list::add);
        return list;
    }

    private static Node text(String function, NodeValue value) {
        Node node = value.asNode();
        if (!node.isLiteral() || !(value.isString() || value.isLangString())) {
            throw new ExprEvalException(function + " needs a text");
        }
        return node;
    }

    private static Pattern pattern(NodeValue pattern, List<NodeValue> args, int flagsAt) {
        int flags = 0;
        String letters = args.size() > flagsAt ? args.get(flagsAt).asString() : "";
        for (int i = 0; i < letters.length(); i++) {
            flags |= switch (letters.charAt(i)) {
                case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                case 'm' -> Pattern.MULTILINE;
                case 's' -> Pattern.DOTALL;
                case 'x' -> Pattern.COMMENTS;
                case 'q' -> Pattern.LITERAL;
                default -> throw new ExprEvalException("unknown flag in " + letters);
            };
        }
        try {
            return Pattern.compile(pattern.asString(), flags);
        } catch (PatternSyntaxException e) {
            throw new ExprEvalException("not a regular expression: " + e.getDescription());
        }
    }

    private static void checkLength(long length) {
        if (length > LONGEST) {
            throw new Refusal("a string longer than " + LONGEST + " characters");
        }
    }

    static final class Regex extends ExprFunctionN {
        Regex(ExprList args) {
            super("regex", present(args));
        }

        @Override
        public NodeValue eval(List<NodeValue> args) {
            Node text = text("REGEX", args.getFirst());
            Matcher matcher = pattern(args.get(1), args, 2).matcher(new Deadline(text.getLiteralLexicalForm()));
            return NodeValue.booleanReturn(matcher.find());
        }

        @Override
        public Expr copy(ExprList args) {
            return new Regex(args);
        }
    }

    static final class Replace extends ExprFunctionN {
        Replace(ExprList args) {
            super("replace", present(args));
        }

        @Override
        public NodeValue eval(List<NodeValue> args) {
            Node text = text("REPLACE", args.getFirst());
            Matcher matcher = pattern(args.get(1), args, 3).matcher(new Deadline(text.getLiteralLexicalForm()));
            String replacement = args.get(2).asString();
            StringBuilder result = new StringBuilder();
            try {
                while (matcher.find()) {
                    matcher.appendReplacement(result, replacement);
                    checkLength(result.length());
                }
                matcher.appendTail(result);
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new ExprEvalException("REPLACE: the replacement does not fit the expression");
            }
            checkLength(result.length());
            return NodeValue.makeNode(literal(result.toString(), text));
        }

        private static Node literal(String text, Node like) {
            return like.getLiteralLanguage().isEmpty()
                    ? NodeFactory.createLiteralDT(text, like.getLiteralDatatype())
                    : NodeFactory.createLiteralLang(text, like.getLiteralLanguage());
        }

        @Override
        public Expr copy(ExprList args) {
            return new Replace(args);
        }
    }

    static final class Concat extends ExprFunctionN {
        private final E_StrConcat concat;

        Concat(ExprList args) {
            super("concat", args);
            this.concat = new E_StrConcat(args);
        }

        @Override
        public NodeValue eval(List<NodeValue> args) {
            long length = 0;
            for (NodeValue arg : args) {
                length += arg.asString().length();
            }
            checkLength(length);
            return concat.eval(args);
        }

        @Override
        public Expr copy(ExprList args) {
            return new Concat(args);
        }
    }

    /** Text that stops whoever reads it for too long: the only way to end a running {@link Matcher}. */
    private static final class Deadline implements CharSequence {
        private final CharSequence text;
        private final long end;
        private int reads;

        Deadline(CharSequence text) {
            this(text, System.nanoTime() + MILLIS * 1_000_000);
        }

        private Deadline(CharSequence text, long end) {
            this.text = text;
            this.end = end;
        }

        @Override
        public char charAt(int index) {
            if ((++reads & 0xfff) == 0 && System.nanoTime() > end) {
                throw new QueryCancelledException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int stop) {
            return new Deadline(text.subSequence(start, stop), end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
