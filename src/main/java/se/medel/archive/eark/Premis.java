package se.medel.archive.eark;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/** PREMIS 3: each file with its size, format and checksum, and that this program has put them together. */
final class Premis {

    private Premis() {}

    static void write(XmlWriter xml, PackageLabel label, Spool<PackedFile> files)
            throws XMLStreamException, IOException {
        xml.start(
                "premis",
                "xmlns",
                "http://www.loc.gov/premis/v3",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "version",
                "3.0");
        files.each(file -> {
            try {
                object(xml, label, file);
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        });
        event(xml, label);
        agent(xml, label);
        xml.end();
    }

    private static void object(XmlWriter xml, PackageLabel label, PackedFile file) throws XMLStreamException {
        xml.start("object", "xsi:type", "file");
        identifier(xml, "object", "data/" + file.path());
        xml.start("objectCharacteristics");
        xml.start("fixity")
                .text("messageDigestAlgorithm", "SHA-256")
                .text("messageDigest", file.sha256())
                .end();
        xml.text("size", Long.toString(file.bytes()));
        xml.start("format")
                .start("formatDesignation")
                .text("formatName", file.mediaType())
                .end()
                .end();
        xml.start("creatingApplication")
                .text("dateCreatedByApplication", file.created().toString())
                .end();
        xml.end();
        xml.start("linkingEventIdentifier")
                .text("linkingEventIdentifierType", "local")
                .text("linkingEventIdentifierValue", label.id() + "-made")
                .end();
        xml.end();
    }

    private static void event(XmlWriter xml, PackageLabel label) throws XMLStreamException {
        xml.start("event");
        identifier(xml, "event", label.id() + "-made");
        xml.text("eventType", "information package creation");
        xml.text("eventDateTime", label.made().toString());
        xml.start("eventOutcomeInformation").text("eventOutcome", "success").end();
        xml.start("linkingAgentIdentifier")
                .text("linkingAgentIdentifierType", "local")
                .text("linkingAgentIdentifierValue", "medel")
                .end();
        xml.end();
    }

    private static void agent(XmlWriter xml, PackageLabel label) throws XMLStreamException {
        xml.start("agent");
        identifier(xml, "agent", "medel");
        xml.text("agentName", "Medel");
        xml.text("agentType", "software");
        xml.text("agentVersion", label.version());
        xml.end();
    }

    private static void identifier(XmlWriter xml, String of, String value) throws XMLStreamException {
        xml.start(of + "Identifier")
                .text(of + "IdentifierType", "local")
                .text(of + "IdentifierValue", value)
                .end();
    }
}
