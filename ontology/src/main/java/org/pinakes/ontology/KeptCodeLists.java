package org.pinakes.ontology;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Checked code lists with their mappings and hierarchy in one file, because every start waits for them and to parse Turtle takes
 * several times as long. Big-endian: a mark, all distinct strings (length and UTF-8 bytes), then the lists as numbers of strings,
 * last the CRC-32 of what stands before. A file that is not as it was written is not used.
 */
public final class KeptCodeLists {
    /** Raised when other things are kept. */
    private static final int MARK = 0x504C_0001;

    private KeptCodeLists() {}

    /** Replaces the file at once. */
    public static void write(Path file, String fingerprint, CodeLists lists) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = Files.createTempFile(file.toAbsolutePath().getParent(), "lists", ".tmp");
        Files.write(temporary, new Writing().bytes(fingerprint, lists));
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Empty if there is no file, if it was made of other files, or if it is damaged. */
    public static Optional<CodeLists> read(Path file, String fingerprint, DataFiles files) {
        try {
            if (!Files.isReadable(file)) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            CRC32 sum = new CRC32();
            sum.update(bytes, 0, Math.max(0, bytes.length - Integer.BYTES));
            ByteBuffer in = ByteBuffer.wrap(bytes);
            boolean whole = bytes.length > 2 * Integer.BYTES
                    && in.getInt() == MARK
                    && in.getInt(bytes.length - Integer.BYTES) == (int) sum.getValue();
            return whole ? new Reading(in, bytes).lists(fingerprint, files) : Optional.empty();
        } catch (IOException | BufferUnderflowException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static final class Writing {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(body);

        byte[] bytes(String fingerprint, CodeLists lists) throws IOException {
            text(fingerprint);
            out.writeInt(lists.lists().size());
            for (Map.Entry<String, List<Concept>> list : lists.lists().entrySet()) {
                text(list.getKey());
                text(lists.title(list.getKey()));
                out.writeInt(list.getValue().size());
                for (Concept concept : list.getValue()) {
                    concept(concept);
                    texts(lists.broader(concept.iri()));
                    mappings(lists.mappings(concept.iri()));
                }
            }
            return whole();
        }

        private void concept(Concept concept) throws IOException {
            text(concept.iri());
            out.writeInt(concept.labels().size());
            for (Map.Entry<String, String> label : concept.labels().entrySet()) {
                text(label.getKey());
                text(label.getValue());
            }
            out.writeInt(concept.alternatives().size());
            for (Label label : concept.alternatives()) {
                text(label.text());
                text(label.language());
                out.writeInt(label.hidden() ? 1 : 0);
            }
            texts(concept.notations());
            texts(concept.broader());
        }

        private void mappings(List<CodeMapping> mappings) throws IOException {
            out.writeInt(mappings.size());
            for (CodeMapping m : mappings) {
                text(m.relation());
                text(m.object().system());
                text(m.object().code());
                text(m.object().iri());
                out.writeInt(m.object().certain() ? 1 : 0);
                text(m.label());
                text(m.justification());
                text(Double.toString(m.confidence()));
                text(m.comment());
                text(m.place());
            }
        }

        private void texts(Collection<String> texts) throws IOException {
            out.writeInt(texts.size());
            for (String text : texts) {
                text(text);
            }
        }

        private void text(String text) throws IOException {
            Integer known = numbers.putIfAbsent(text, numbers.size());
            out.writeInt(known == null ? numbers.size() - 1 : known);
        }

        private byte[] whole() throws IOException {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            DataOutputStream file = new DataOutputStream(all);
            file.writeInt(MARK);
            file.writeInt(numbers.size());
            for (String text : numbers.keySet()) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                file.writeInt(utf8.length);
                file.write(utf8);
            }
            body.writeTo(file);
            CRC32 sum = new CRC32();
            sum.update(all.toByteArray());
            file.writeInt((int) sum.getValue());
            return all.toByteArray();
        }
    }

    private static final class Reading {
        private final ByteBuffer in;
        private final String[] strings;

        /** @param in over the bytes, behind the mark */
        Reading(ByteBuffer in, byte[] bytes) {
            this.in = in;
            this.strings = new String[in.getInt()];
            for (int i = 0; i < strings.length; i++) {
                int length = in.getInt();
                strings[i] = new String(bytes, in.position(), length, StandardCharsets.UTF_8);
                in.position(in.position() + length);
            }
        }

        Optional<CodeLists> lists(String fingerprint, DataFiles files) {
            if (!text().equals(fingerprint)) {
                return Optional.empty();
            }
            CodeLists lists = CodeLists.ofKept(files);
            for (int n = in.getInt(); n > 0; n--) {
                String name = text();
                String title = text();
                int size = in.getInt();
                List<Concept> concepts = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    Concept concept = concept(name);
                    concepts.add(concept);
                    lists.place(concept.iri(), texts());
                    for (int m = in.getInt(); m > 0; m--) {
                        lists.map(mapping(concept.iri()));
                    }
                }
                lists.add(name, title, List.copyOf(concepts));
            }
            return Optional.of(lists);
        }

        private Concept concept(String list) {
            String iri = text();
            Map<String, String> labels = new HashMap<>();
            for (int n = in.getInt(); n > 0; n--) {
                labels.put(text(), text());
            }
            int size = in.getInt();
            List<Label> alternatives = new ArrayList<>(size);
            for (int n = size; n > 0; n--) {
                alternatives.add(new Label(text(), text(), in.getInt() == 1));
            }
            return new Concept(iri, list, labels, alternatives, texts(), texts());
        }

        private CodeMapping mapping(String concept) {
            String relation = text();
            CodeSystems.Code object = new CodeSystems.Code(text(), text(), text(), in.getInt() == 1);
            return new CodeMapping(
                    concept, relation, object, text(), text(), Double.parseDouble(text()), text(), text());
        }

        private List<String> texts() {
            String[] texts = new String[in.getInt()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = text();
            }
            return List.of(texts);
        }

        private String text() {
            return strings[in.getInt()];
        }
    }
}
