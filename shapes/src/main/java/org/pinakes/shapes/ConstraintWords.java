package org.pinakes.shapes;

import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.DatatypeConstraint;
import org.apache.jena.shacl.engine.constraint.HasValueConstraint;
import org.apache.jena.shacl.engine.constraint.InConstraint;
import org.apache.jena.shacl.engine.constraint.MaxCount;
import org.apache.jena.shacl.engine.constraint.MinCount;
import org.apache.jena.shacl.engine.constraint.NodeKindConstraint;
import org.apache.jena.shacl.engine.constraint.PatternConstraint;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.ShNode;
import org.apache.jena.shacl.engine.constraint.ShOr;
import org.apache.jena.shacl.engine.constraint.ShXone;
import org.apache.jena.shacl.engine.constraint.StrMaxLengthConstraint;
import org.apache.jena.shacl.engine.constraint.StrMinLengthConstraint;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.engine.constraint.ValueRangeConstraint;
import org.apache.jena.shacl.parser.Constraint;

/** What a constraint asks for, as the end of a sentence that starts with the thing; for shapes without a message. */
record ConstraintWords(Wording wording) {

    String of(Constraint constraint) {
        return switch (constraint) {
            case MinCount c -> "is missing: at least " + c.getMinCount() + " is needed.";
            case MaxCount c -> "is given too often: at most " + c.getMaxCount() + " is allowed.";
            case UniqueLangConstraint c -> "is given twice in one language.";
            case ShOr c -> "has none of the " + c.getOthers().size() + " forms that are allowed here.";
            case ShXone c -> "must have exactly one of the " + c.getOthers().size() + " forms that are allowed here.";
            case ShNode c -> "is not described as the rule " + wording.ruleName(c.getOther()) + " asks.";
            case QualifiedValueShape c -> "has too few or too many values of the kind that is asked for.";
            default -> ofValue(constraint);
        };
    }

    private String ofValue(Constraint constraint) {
        return switch (constraint) {
            case DatatypeConstraint c -> "must be a value of the type " + wording.value(c.getDatatype()) + ".";
            case ClassConstraint c -> "must be described as " + wording.value(c.getExpectedClass()) + ".";
            case NodeKindConstraint c -> "must be " + kind(c) + ".";
            case PatternConstraint c -> "must match the pattern " + c.getPattern() + ".";
            case StrMinLengthConstraint c -> "is too short: at least " + c.getMinLength() + " characters are needed.";
            case StrMaxLengthConstraint c -> "is too long: at most " + c.getMaxLength() + " characters are allowed.";
            case InConstraint c ->
                "must be one of "
                        + String.join(
                                ", ", c.getValues().stream().map(wording::value).toList()) + ".";
            case HasValueConstraint c -> "must have the value " + wording.value(c.getValue()) + ".";
            case ValueRangeConstraint c ->
                "is out of range: the rule is " + name(c) + " "
                        + c.getNodeValue().asString() + ".";
            default -> "does not keep the rule " + name(constraint) + ".";
        };
    }

    private static String name(Constraint constraint) {
        return Wording.local(constraint.getComponent().getURI()).replace("ConstraintComponent", "");
    }

    private static String kind(NodeKindConstraint kind) {
        String words = (kind.isCanBeIRI() ? " or an IRI" : "")
                + (kind.isCanBeBlankNode() ? " or a node of its own" : "")
                + (kind.isCanBeLiteral() ? " or a text or number" : "");
        return words.replaceFirst(" or ", "");
    }
}
