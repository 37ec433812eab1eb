package org.pinakes.mappings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes small workbooks part by part, right or wrong. Style 0 is a number, 1 a date, 2 a date with time, 3 a time. */
final class Workbook {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private int count;

    /** {@code rows}: row elements. */
    Workbook sheet(String name, String rows) {
        count++;
        String part = "xl/worksheets/sheet" + count + ".xml";
        parts.put(part, HEAD + "<worksheet" + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>");
        sheets.append("<sheet name=\"" + name + "\" sheetId=\"" + count + "\" r:id=\"r" + count + "\"/>");
        relations.append("<Relationship Id=\"r" + count + "\" Type=\"" + OFFICE
                + "/worksheet\" Target=\"worksheets/sheet" + count + ".xml\"/>");
        return this;
    }

    Workbook part(String name, String text) {
        parts.put(name, text);
        return this;
    }

    /** A row of texts; null leaves a cell out. */
    static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < texts.length; i++) {
            row.append(
                    "<c r=\"" + (char) ('A' + i) + number + "\" t=\"inlineStr\"><is><t>" + texts[i] + "</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    byte[] bytes() throws IOException {
        String formats = "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"20\"/>";
        part("xl/styles.xml", HEAD + "<styleSheet" + MAIN + "><cellXfs>" + formats + "</cellXfs></styleSheet>");
        part("xl/_rels/workbook.xml.rels", HEAD + "<Relationships>" + relations + "</Relationships>");
        part(
                "xl/workbook.xml",
                HEAD + "<workbook" + MAIN + " xmlns:r=\"" + OFFICE + "\"><sheets>" + sheets + "</sheets></workbook>");
        part(
                "[Content_Types].xml",
                HEAD + "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES
                        + "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPES
                        + "styles+xml\"/></Types>");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
