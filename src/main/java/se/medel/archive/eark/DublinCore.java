package se.medel.archive.eark;

import javax.xml.stream.XMLStreamException;

/** What the package is, in the few words of Dublin Core. */
final class DublinCore {

    private DublinCore() {}

    static void write(XmlWriter xml, PackageLabel label) throws XMLStreamException {
        xml.start(
                "simpledc",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance");
        xml.text("dc:title", label.title());
        xml.text("dc:identifier", label.caseNumber());
        xml.text("dc:creator", label.archive());
        xml.text("dc:publisher", label.submitter());
        xml.text("dc:date", label.made().toString());
        xml.text("dc:language", "sv");
        xml.end();
    }
}
