package se.medel.archive.eark;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;

/**
 * An E-ARK SIP 2.1 with one representation, written file by file to a stream as one zip. Of a file nothing is kept but a line in
 * a temporary file and its name for the zip's own table of contents. What describes the files (METS, PREMIS, checksums) is
 * written last, as a zip allows. A package that isn't {@linkplain #finish finished} has no table of contents, and no program takes
 * it for a whole one.
 */
public final class InformationPackage implements AutoCloseable {

    /** Where the data is, from the folder of the package. */
    public static final String DATA = "representations/rep1/data/";

    /** A list for {@code sha256sum -c}, in the folder of all data. */
    public static final String CHECKSUMS = "sha256sums.txt";

    private static final String REPRESENTATION = "representations/rep1/";
    private static final String METS = "METS.xml";
    private static final String PREMIS = "metadata/preservation/premis.xml";
    private static final String DUBLIN_CORE = "metadata/descriptive/dc.xml";
    private static final String XML = "application/xml";

    /** Writes what a file holds. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final PackageLabel label;
    private final ZipOutputStream zip;
    private final Spool<PackedFile> files = new Spool<>(PackedFile::writeTo, PackedFile::readFrom);

    public InformationPackage(OutputStream out, PackageLabel label) throws IOException {
        this.label = label;
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /**
     * Adds a file of data.
     *
     * @param path from the folder of all data, with slashes; each path once only
     * @param mediaType one that IANA has registered
     * @param created when it was made
     */
    public PackedFile add(String path, String mediaType, Instant created, Content content) throws IOException {
        PackedFile file = write(DATA + path, path, mediaType, created, content);
        files.add(file);
        return file;
    }

    /** Writes what describes the package. Nothing can be added afterwards. */
    public void finish() throws IOException {
        add(CHECKSUMS, "text/plain", label.made(), this::writeChecksums);
        PackedFile premis = described(REPRESENTATION + PREMIS, PREMIS, xml -> Premis.write(xml, label, files));
        PackedFile inner = described(REPRESENTATION + METS, REPRESENTATION + METS, xml -> new Mets(xml, label)
                .representation(premis, files));
        PackedFile dc = described(DUBLIN_CORE, DUBLIN_CORE, xml -> DublinCore.write(xml, label));
        described(METS, METS, xml -> new Mets(xml, label).root(dc, inner));
        zip.finish();
    }

    private interface Description {
        void writeTo(XmlWriter xml) throws XMLStreamException, IOException;
    }

    private PackedFile described(String entry, String path, Description description) throws IOException {
        return write(entry, path, XML, label.made(), out -> {
            try {
                XmlWriter xml = new XmlWriter(out);
                description.writeTo(xml);
                xml.finish();
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        });
    }

    private void writeChecksums(OutputStream out) throws IOException {
        files.each(file -> out.write((file.sha256() + "  " + file.path() + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private PackedFile write(String entry, String path, String mediaType, Instant created, Content content)
            throws IOException {
        ZipEntry in = new ZipEntry(label.id() + "/" + entry);
        in.setTime(label.made().toEpochMilli());
        zip.putNextEntry(in);
        Measured measured = new Measured(zip);
        content.writeTo(measured);
        zip.closeEntry();
        return new PackedFile(path, mediaType, created, measured.bytes, measured.sha256());
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    /** Counts and digests what passes; what is written to it doesn't close the zip. */
    private static final class Measured extends FilterOutputStream {

        private final MessageDigest digest;
        private long bytes;

        Measured(OutputStream out) {
            super(out);
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            digest.update(some, from, length);
            bytes += length;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
