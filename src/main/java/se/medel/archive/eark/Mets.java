package se.medel.archive.eark;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLStreamException;

/** METS as the profile of E-ARK SIP 2.1 wants it: what is in the package and how to know that it is whole. */
final class Mets {

    private final XmlWriter xml;
    private final PackageLabel label;
    private final String made;

    Mets(XmlWriter xml, PackageLabel label) {
        this.xml = xml;
        this.label = label;
        made = label.made().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** The one that stands in the package's own folder and points at the representation. */
    void root(PackedFile dublinCore, PackedFile representation) throws XMLStreamException {
        start(label.id(), label.title());
        xml.start("dmdSec", "ID", "dmd-1", "CREATED", made, "STATUS", "CURRENT");
        reference("mdRef", dublinCore, "MDTYPE", "DC");
        xml.end();
        xml.start("fileSec", "ID", "files");
        xml.start("fileGrp", "ID", "group-rep1", "USE", "Representations/rep1", "csip:CONTENTINFORMATIONTYPE", "MIXED");
        file("file-rep1", representation, representation.path());
        xml.end();
        xml.end();
        structure(label.id());
        xml.empty("div", "ID", "div-metadata", "LABEL", "Metadata", "DMDID", "dmd-1");
        xml.start("div", "ID", "div-rep1", "LABEL", "Representations/rep1");
        xml.empty(
                "mptr",
                "LOCTYPE",
                "URL",
                "xlink:type",
                "simple",
                "xlink:href",
                representation.path(),
                "xlink:title",
                "group-rep1");
        xml.end();
        finish();
    }

    /** The one of the representation, with all data. */
    void representation(PackedFile premis, Spool<PackedFile> files) throws XMLStreamException, IOException {
        start("rep1", label.title());
        xml.start("amdSec", "ID", "amd");
        xml.start("digiprovMD", "ID", "premis", "CREATED", made, "STATUS", "CURRENT");
        reference("mdRef", premis, "MDTYPE", "PREMIS");
        xml.end();
        xml.end();
        xml.start("fileSec", "ID", "files");
        xml.start("fileGrp", "ID", "group-data", "USE", "Data");
        int[] number = {0};
        files.each(file -> {
            try {
                file("file-" + ++number[0], file, "data/" + file.path());
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        });
        xml.end();
        xml.end();
        structure("rep1");
        xml.empty("div", "ID", "div-metadata", "LABEL", "Metadata", "ADMID", "premis");
        xml.start("div", "ID", "div-data", "LABEL", "Data")
                .empty("fptr", "FILEID", "group-data")
                .end();
        finish();
    }

    private void start(String id, String title) throws XMLStreamException {
        xml.start(
                "mets",
                "xmlns",
                "http://www.loc.gov/METS/",
                "xmlns:xsi",
                "http://www.w3.org/2001/XMLSchema-instance",
                "xmlns:xlink",
                "http://www.w3.org/1999/xlink",
                "xmlns:csip",
                "https://DILCIS.eu/XML/METS/CSIPExtensionMETS",
                "xmlns:sip",
                "https://DILCIS.eu/XML/METS/SIPExtensionMETS",
                "OBJID",
                id,
                "LABEL",
                title,
                "TYPE",
                "Mixed",
                "csip:CONTENTINFORMATIONTYPE",
                "MIXED",
                "PROFILE",
                "https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-1-0.xml");
        xml.start(
                "metsHdr",
                "CREATEDATE",
                made,
                "LASTMODDATE",
                made,
                "RECORDSTATUS",
                "NEW",
                "csip:OAISPACKAGETYPE",
                "SIP");
        agent("ARCHIVIST", "ORGANIZATION", null, label.archive(), "IDENTIFICATIONCODE", label.organisationNumber());
        agent("CREATOR", "ORGANIZATION", null, label.submitter(), "IDENTIFICATIONCODE", label.organisationNumber());
        agent("CREATOR", "OTHER", "SOFTWARE", "Medel", "SOFTWARE VERSION", label.version());
        xml.end();
    }

    private void agent(String role, String type, String other, String name, String noteType, String note)
            throws XMLStreamException {
        xml.start("agent", "ROLE", role, "TYPE", type, "OTHERTYPE", other).text("name", name);
        if (note != null) {
            xml.text("note", note, "csip:NOTETYPE", noteType);
        }
        xml.end();
    }

    private void file(String id, PackedFile file, String path) throws XMLStreamException {
        xml.start(
                "file",
                "ID",
                id,
                "MIMETYPE",
                file.mediaType(),
                "SIZE",
                Long.toString(file.bytes()),
                "CREATED",
                file.created().truncatedTo(ChronoUnit.MILLIS).toString(),
                "CHECKSUM",
                file.sha256(),
                "CHECKSUMTYPE",
                "SHA-256");
        xml.empty("FLocat", "LOCTYPE", "URL", "xlink:type", "simple", "xlink:href", path);
        xml.end();
    }

    private void reference(String name, PackedFile file, String kind, String type) throws XMLStreamException {
        xml.empty(
                name,
                "LOCTYPE",
                "URL",
                "xlink:type",
                "simple",
                "xlink:href",
                file.path(),
                kind,
                type,
                "MIMETYPE",
                file.mediaType(),
                "SIZE",
                Long.toString(file.bytes()),
                "CREATED",
                made,
                "CHECKSUM",
                file.sha256(),
                "CHECKSUMTYPE",
                "SHA-256");
    }

    private void structure(String name) throws XMLStreamException {
        xml.start("structMap", "ID", "structure", "TYPE", "PHYSICAL", "LABEL", "CSIP");
        xml.start("div", "ID", "div-all", "LABEL", name);
    }

    private void finish() throws XMLStreamException {
        xml.end().end().end();
    }
}
