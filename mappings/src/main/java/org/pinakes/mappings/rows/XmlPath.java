package org.pinakes.mappings.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An XPath that only goes down by names, {@code a/b/@c}, as nearly all in mappings do. Such iterators are followed while the
 * document is read, and such references cost a walk over children instead of an evaluation by the JDK, which is a hundred
 * times dearer.
 */
record XmlPath(List<Step> steps) {
    private static final Pattern NAMES =
            Pattern.compile("(?:[\\p{L}_][\\w.-]*:)?[\\p{L}_][\\w.-]*(?:/(?:[\\p{L}_][\\w.-]*:)?[\\p{L}_][\\w.-]*)*");
    private static final Pattern DOWN = Pattern.compile("(?:" + NAMES.pattern() + "/)?@?" + NAMES.pattern());

    /** One name; no namespace is the empty text. */
    record Step(String namespace, String name, boolean attribute) {
        boolean takes(String otherNamespace, String otherName) {
            return name.equals(otherName) && namespace.equals(otherNamespace);
        }
    }

    /** Empty unless it is {@code /a/b}: elements from the root. */
    static Optional<XmlPath> iterator(String text, Map<String, String> namespaces) {
        boolean simple =
                text.startsWith("/") && NAMES.matcher(text.substring(1)).matches();
        return simple ? Optional.of(parse(text.substring(1), namespaces)) : Optional.empty();
    }

    /** Empty unless it is {@code a}, {@code @a}, {@code a/b} or {@code a/@b}. */
    static Optional<XmlPath> reference(String text, Map<String, String> namespaces) {
        boolean simple = DOWN.matcher(text).matches() && text.indexOf('@') == text.lastIndexOf('@');
        boolean last = text.indexOf('@') < 0 || text.indexOf('/', text.indexOf('@')) < 0;
        return simple && last ? Optional.of(parse(text, namespaces)) : Optional.empty();
    }

    private static XmlPath parse(String text, Map<String, String> namespaces) {
        List<Step> steps = new ArrayList<>();
        for (String part : text.split("/")) {
            boolean attribute = part.startsWith("@");
            String name = attribute ? part.substring(1) : part;
            int colon = name.indexOf(':');
            String namespace = colon < 0 ? "" : namespaces.getOrDefault(name.substring(0, colon), "");
            steps.add(new Step(namespace, name.substring(colon + 1), attribute));
        }
        return new XmlPath(List.copyOf(steps));
    }

    /** Adds the texts of what the path leads to. */
    void select(Node node, List<String> out) {
        select(node, 0, out);
    }

    private void select(Node node, int at, List<String> out) {
        if (at == steps.size()) {
            out.add(node.getTextContent());
            return;
        }
        Step step = steps.get(at);
        if (step.attribute()) {
            if (node instanceof Element element && element.hasAttributeNS(namespace(step), step.name())) {
                out.add(element.getAttributeNS(namespace(step), step.name()));
            }
            return;
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE
                    && step.takes(text(child.getNamespaceURI()), child.getLocalName())) {
                select(child, at + 1, out);
            }
        }
    }

    private static @org.jspecify.annotations.Nullable String namespace(Step step) {
        return step.namespace().isEmpty() ? null : step.namespace();
    }

    private static String text(@org.jspecify.annotations.Nullable String namespace) {
        return namespace == null ? "" : namespace;
    }
}
