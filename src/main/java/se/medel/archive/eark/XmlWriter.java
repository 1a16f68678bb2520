package se.medel.archive.eark;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML element by element; attributes come in pairs of name and value, and one without a value is left out. */
final class XmlWriter {

    private final XMLStreamWriter out;

    XmlWriter(OutputStream bytes) throws XMLStreamException {
        out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
        out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    }

    XmlWriter start(String name, String... attributes) throws XMLStreamException {
        out.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.writeAttribute(attributes[i], clean(attributes[i + 1]));
            }
        }
        return this;
    }

    XmlWriter end() throws XMLStreamException {
        out.writeEndElement();
        return this;
    }

    XmlWriter empty(String name, String... attributes) throws XMLStreamException {
        return start(name, attributes).end();
    }

    XmlWriter text(String name, String text, String... attributes) throws XMLStreamException {
        start(name, attributes);
        out.writeCharacters(clean(text));
        return end();
    }

    void finish() throws XMLStreamException {
        out.writeEndDocument();
        out.flush();
    }

    /** XML has no place for control characters, not even escaped. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\t\n\r]]|[\\uFFFE\\uFFFF]|\\p{Cs}", "\uFFFD");
    }
}
