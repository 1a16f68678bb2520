package se.medel.claim.file;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One XML part of a workbook, read forward. Whatever is wrong with it is refused as damaged. */
final class XmlPart implements Closeable {

    /** Far more than a workbook has; the parser remembers every name that it has met, and every element around. */
    private static final int MOST_NAMES = 2_000;

    private static final int DEEPEST = 100;

    private static final XMLInputFactory FACTORY = factory();

    private final BufferedReader text;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;

    XmlPart(InputStream bytes) throws IOException {
        // Decoded here and strictly, the text can't be in another encoding than the one in which the bytes were looked
        // at.
        text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder()));
        try {
            skipMark();
            xml = FACTORY.createXMLStreamReader(text);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            text.close();
            throw refused(e);
        }
    }

    private void skipMark() throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    /** Moves to the next beginning or end of an element; false at the end of the part. */
    boolean next() throws IOException {
        while (advance()) {
            if (xml.isStartElement() || xml.isEndElement()) {
                return true;
            }
        }
        return false;
    }

    /** Moves to the next beginning of such an element; false where there is none. */
    boolean goTo(String element) throws IOException {
        while (next()) {
            if (begins(element)) {
                return true;
            }
        }
        return false;
    }

    boolean begins(String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    /** The attribute by its name without prefix, or null. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /**
     * The text inside the element that begins here, up to its end, at most as long as is kept of a cell. Spoken readings
     * that East Asian texts carry along are left out.
     */
    String text() throws IOException {
        StringBuilder kept = new StringBuilder();
        int outside = depth - 1;
        int reading = 0;
        while (depth > outside && advance()) {
            if (begins("rPh")) {
                reading++;
            } else if (ends("rPh")) {
                reading--;
            } else if (xml.isCharacters() && reading == 0) {
                int room = Math.min(Rows.MOST_KEPT - kept.length(), xml.getTextLength());
                kept.append(xml.getTextCharacters(), xml.getTextStart(), Math.max(0, room));
            }
        }
        return kept.toString();
    }

    private boolean advance() throws IOException {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            xml.next();
        } catch (XMLStreamException | RuntimeException e) {
            // The JDK's parser answers some broken bytes with exceptions of its own kind.
            throw refused(e);
        }
        if (xml.isStartElement()) {
            rememberNames();
            depth++;
        } else if (xml.isEndElement()) {
            depth--;
        }
        if (depth > DEEPEST || names.size() > MOST_NAMES) {
            throw new UnreadableFile(FileFault.FILE_DAMAGED);
        }
        return true;
    }

    private void rememberNames() {
        names.add(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            names.add(xml.getNamespacePrefix(i));
            names.add(xml.getNamespaceURI(i));
        }
    }

    private static UnreadableFile refused(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableFile unreadable) {
                return unreadable;
            }
        }
        if (e instanceof XMLStreamException xml && xml.getNestedException() instanceof UnreadableFile unreadable) {
            return unreadable;
        }
        return new UnreadableFile(FileFault.FILE_DAMAGED);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw refused(e);
        } finally {
            text.close();
        }
    }
}
