package org.pinakes.server.sparql;

import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.optimize.Optimize;
import org.apache.jena.sparql.algebra.optimize.Rewrite;
import org.apache.jena.sparql.algebra.optimize.RewriteFactory;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/**
 * Switches off what makes a public endpoint dangerous: SERVICE, functions that load classes or sleep, regular expressions
 * without end, strings that grow. It works through the dataset's context and the optimizer and not by looking at the text,
 * because a look at the text misses positions such as EXISTS in ORDER BY.
 */
final class SparqlGuard {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String FN = "http://www.w3.org/2005/xpath-functions#";

    private SparqlGuard() {}

    /** @param firstMillis to the first result, {@code allMillis} for the whole query */
    static void install(Context context, long firstMillis, long allMillis) {
        context.set(ARQ.httpServiceAllowed, false);
        context.set(ARQ.queryTimeout, firstMillis + "," + allMillis);
        FunctionRegistry.set(context, new AllowedFunctions());
        PropertyFunctionRegistry.set(context, new NoPropertyFunctions());
        RewriteFactory standard = Optimize.getFactory();
        RewriteFactory guarded = c -> {
            Rewrite next = standard.create(c);
            // First ours: the standard rewrite folds constants, and that would run the regular expression.
            return op -> next.rewrite(Transformer.transform(new DenyService(), new BoundStrings(), op));
        };
        context.set(ARQConstants.sysOptimizerFactory, guarded);
    }

    /** Only the standard's casts and XPath functions. */
    private static final class AllowedFunctions extends FunctionRegistry {
        private final FunctionRegistry standard = FunctionRegistry.standardRegistry();

        @Override
        public FunctionFactory get(String uri) {
            if ((uri.startsWith(XSD) || uri.startsWith(FN)) && standard.isRegistered(uri)) {
                return standard.get(uri);
            }
            return u -> {
                throw new Refusal("the function <" + uri + "> is not allowed");
            };
        }

        @Override
        public boolean isRegistered(String uri) {
            return true;
        }
    }

    /** A magic property is an ordinary pattern here, and matches nothing. */
    private static final class NoPropertyFunctions extends PropertyFunctionRegistry {
        @Override
        public boolean manages(String uri) {
            return false;
        }

        @Override
        public @Nullable PropertyFunctionFactory get(String uri) {
            return null;
        }

        @Override
        public boolean isRegistered(String uri) {
            return false;
        }
    }

    private static final class DenyService extends TransformCopy {
        @Override
        public Op transform(OpService service, Op sub) {
            throw new Refusal("SERVICE is not allowed; this server asks no other");
        }
    }

    private static final class BoundStrings extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunctionN function, ExprList args) {
            return switch (function) {
                case E_Regex regex -> new BoundedStrings.Regex(args);
                case E_StrReplace replace -> new BoundedStrings.Replace(args);
                case E_StrConcat concat -> new BoundedStrings.Concat(args);
                default -> super.transform(function, args);
            };
        }
    }
}
