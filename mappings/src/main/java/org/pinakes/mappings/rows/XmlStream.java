package org.pinakes.mappings.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Cuts rows out of an XML document while it is read, each as an element of its own that nothing else holds. */
final class XmlStream extends DefaultHandler {

    /** Takes a row with its place, or a place where a row was too large. */
    interface Rows {
        void row(Element row, String place);

        void tooLarge(String place);
    }

    private final List<XmlPath.Step> path;
    private final Document factory;
    private final Rows rows;
    private final List<Map<String, Integer>> siblings = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Node open;
    private int depth;
    private int matched;
    private int size;

    /** @param factory makes the elements; they are never put into it */
    XmlStream(XmlPath iterator, Document factory, Rows rows) {
        this.path = iterator.steps();
        this.factory = factory;
        this.rows = rows;
        for (int i = 0; i <= path.size(); i++) {
            siblings.add(new HashMap<>());
            places.add("");
        }
    }

    @Override
    public void startElement(String namespace, String name, String qualified, Attributes attributes) {
        Node parent = open;
        if (parent != null) {
            flush(parent);
            Element child = element(namespace, qualified, attributes);
            parent.appendChild(child);
            open = child;
            depth++;
            return;
        }
        if (matched == depth && depth < path.size()) {
            int number = siblings.get(depth).merge(qualified, 1, Integer::sum);
            if (path.get(depth).takes(namespace, name)) {
                places.set(depth + 1, places.get(depth) + "/" + qualified + (depth == 0 ? "" : "[" + number + "]"));
                matched++;
                siblings.get(matched).clear();
                if (matched == path.size()) {
                    size = 0;
                    open = element(namespace, qualified, attributes);
                }
            }
        }
        depth++;
    }

    private Element element(String namespace, String qualified, Attributes attributes) {
        Element element = factory.createElementNS(namespace.isEmpty() ? null : namespace, qualified);
        for (int i = 0; i < attributes.getLength(); i++) {
            String uri = attributes.getURI(i);
            size += attributes.getValue(i).length();
            element.setAttributeNS(uri.isEmpty() ? null : uri, attributes.getQName(i), attributes.getValue(i));
        }
        return element;
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (open != null) {
            size += length;
            if (size <= SourceText.CELL) {
                text.append(chars, start, length);
            }
        }
    }

    private void flush(Node parent) {
        if (!text.isEmpty()) {
            parent.appendChild(factory.createTextNode(text.toString()));
            text.setLength(0);
        }
    }

    @Override
    public void endElement(String namespace, String name, String qualified) {
        depth--;
        Node row = open;
        if (row != null) {
            flush(row);
            if (depth < path.size()) {
                open = null;
                matched--;
                hand((Element) row);
            } else {
                open = row.getParentNode();
            }
        } else if (matched > depth) {
            matched--;
        }
    }

    private void hand(Element row) {
        String place = places.get(path.size());
        if (size > SourceText.CELL) {
            rows.tooLarge(place);
        } else {
            rows.row(row, place);
        }
    }
}
