package org.pinakes.mappings.rows;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/**
 * Opens workbooks. The library that reads them trusts their sizes and cell addresses, so each part is looked through first:
 * a small file must not become a full memory.
 */
final class Workbooks {
    /** Bytes as they come. */
    static final int PACKED = 64 << 20;

    /** Bytes of all parts together when unpacked. */
    static final int UNPACKED = 256 << 20;

    /** Characters of one cell; spreadsheet programs allow 32,767. */
    private static final int CELL = 1 << 20;

    /** XFD, the last column that spreadsheet programs know. */
    private static final int COLUMN_LETTERS = 3;

    private Workbooks() {}

    /** Throws {@link ZipException} with a reason for the curator. */
    static ReadableWorkbook open(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(PACKED + 1);
        if (bytes.length > PACKED) {
            throw new ZipException("it is larger than " + (PACKED >> 20) + " MB");
        }
        try {
            check(bytes);
        } catch (XMLStreamException e) {
            throw because("it holds broken XML (" + firstLine(e) + ")", e);
        } catch (ZipException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw because("it is no whole .xlsx file (" + firstLine(e) + ")", e);
        }
        try {
            return workbook(bytes, true);
        } catch (ExcelReaderException e) {
            return withoutFormats(bytes);
        }
    }

    /** Some programs leave out the part that the library reads formats from. */
    private static ReadableWorkbook withoutFormats(byte[] bytes) throws IOException {
        try {
            return workbook(bytes, false);
        } catch (ExcelReaderException e) {
            throw because("it is no workbook (" + firstLine(e) + ")", e);
        }
    }

    private static ReadableWorkbook workbook(byte[] bytes, boolean formats) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(formats, true));
    }

    private static void check(byte[] bytes) throws IOException, XMLStreamException {
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            Limited.Budget budget = new Limited.Budget();
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream part = new Limited(zip.getInputStream(entry), budget)) {
                    if (entry.getName().endsWith(".xml")) {
                        check(part);
                    } else {
                        part.transferTo(java.io.OutputStream.nullOutputStream());
                    }
                }
            }
        }
    }

    private static void check(InputStream part) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(part);
        int characters = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new ZipException("it has a document type declaration");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                characters = name.equals("c") || name.equals("si") ? 0 : characters;
                address(name.equals("c") ? xml.getAttributeValue(null, "r") : null);
            } else if (xml.isCharacters()) {
                characters += xml.getTextLength();
                if (characters > CELL) {
                    throw new ZipException("it has a cell of more than " + CELL + " characters");
                }
            }
        }
    }

    private static void address(@org.jspecify.annotations.Nullable String address) throws ZipException {
        if (address != null
                && address.length() > COLUMN_LETTERS
                && Character.isLetter(address.charAt(COLUMN_LETTERS))) {
            throw new ZipException("it has a cell at " + address + ", beyond the last column, XFD");
        }
    }

    private static ZipException because(String reason, Exception cause) {
        ZipException e = new ZipException(reason);
        e.initCause(cause);
        return e;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** Counts what all parts unpack to. */
    private static final class Limited extends FilterInputStream {
        private static final class Budget {
            private long left = UNPACKED;
        }

        private final Budget budget;

        Limited(InputStream in, Budget budget) {
            super(in);
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            spend(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int n = super.read(b, off, len);
            spend(Math.max(n, 0));
            return n;
        }

        private void spend(int n) throws ZipException {
            budget.left -= n;
            if (budget.left < 0) {
                throw new ZipException("it unpacks to more than " + (UNPACKED >> 20) + " MB");
            }
        }
    }
}
