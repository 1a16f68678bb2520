package se.medel.document;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.LogMessageId.LogMessageId3Param;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import jakarta.inject.Singleton;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.w3c.dom.Document;

/**
 * Makes the PDF that is archived and sent: PDF 1.7 that follows PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1).
 *
 * <p>The same XHTML, metadata and attachments give the same bytes at any time, so that a document can be checked by
 * making it again. (Between machines that holds as long as their zlib compresses alike.) Safe for use by several
 * threads; the first document in a process takes about a second, later ones some tens of milliseconds.
 */
@Singleton
public final class ArchivePdf {

    private static final String NAME = "Medel";

    static {
        // It tells of its cache and of each font, for every document; what matters is refused below.
        XRLog.setLoggerImpl(new Silent());
    }

    /**
     * Draws {@code xhtml} with {@code /document/document.css}.
     *
     * <p>Text is normalised to NFC. A character that the font lacks is drawn as □, never left out.
     *
     * @param xhtml well-formed, with head and body and without entities other than XML's five; nothing it refers to is
     *     ever fetched
     * @param attachments files with names that differ
     * @throws IllegalArgumentException if the XHTML isn't well formed, declares a document type other than HTML's, or
     *     contains what can't be printed (images, form controls) or would be lost for who listens (a list directly
     *     in a list)
     */
    public byte[] render(String xhtml, DocumentMetadata metadata, List<Attachment> attachments) {
        Typeface typeface = Typeface.borrow();
        Document source = DocumentSource.read(xhtml, metadata.language(), typeface::draws);
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.withW3cDocument(source, null);
            builder.usePDDocument(document);
            builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
            builder.usePdfUaAccessibility(true);
            builder.withDiagnosticConsumer(ArchivePdf::refuseLoss);
            builder.useColorProfile(standardColours());
            typeface.registerWith(builder, document);
            for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
                builder.useExternalResourceAccessControl((uri, type) -> false, when);
            }
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                TagTree.mend(document);
                describe(document, metadata);
                attach(document, attachments, metadata.created());
                document.setDocumentId(identity(xhtml, metadata, attachments));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                document.save(bytes);
                // Not after a failure: nobody knows what state it left the font in.
                typeface.handBack();
                return bytes.toByteArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The renderer draws a part that it found no place for in the tags, and leaves it out of what is read aloud. */
    private static void refuseLoss(Diagnostic diagnostic) {
        if (diagnostic.getLogMessageId() == LogMessageId3Param.GENERAL_PDF_ACCESSIBILITY_INCOMPATIBLE_CHILD) {
            throw new IllegalArgumentException(diagnostic.getFormattedMessage());
        }
    }

    /** What the colours mean (ISO 19005-3 6.2.4.3). Java's sRGB names the machine's platform: that is blanked. */
    private static byte[] standardColours() {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        Arrays.fill(profile, 40, 44, (byte) 0);
        return profile;
    }

    private static void describe(PDDocument document, DocumentMetadata metadata) throws IOException {
        Calendar created = calendar(metadata.created());
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(metadata.title());
        information.setAuthor(metadata.author());
        information.setSubject(metadata.subject());
        information.setCreator(NAME);
        information.setProducer(NAME);
        information.setCreationDate(created);
        information.setModificationDate(created);
        document.setDocumentInformation(information);

        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage(metadata.language());
        PDMetadata packet = new PDMetadata(document);
        packet.importXMPMetadata(Xmp.packet(metadata, NAME, NAME));
        catalog.setMetadata(packet);
    }

    /** Once in the reader's list of files, and once as belonging to the document (ISO 19005-3 6.8). */
    private static void attach(PDDocument document, List<Attachment> attachments, Instant created) throws IOException {
        if (attachments.isEmpty()) {
            return;
        }
        COSArray associated = new COSArray();
        Map<String, PDComplexFileSpecification> names = new TreeMap<>();
        for (Attachment attachment : attachments) {
            byte[] bytes = attachment.bytes();
            PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
            file.setSubtype(attachment.mimeType());
            file.setSize(bytes.length);
            file.setCreationDate(calendar(created));
            file.setModDate(calendar(created));
            file.getCOSObject()
                    .getCOSDictionary(COSName.PARAMS)
                    .setItem(
                            COSName.getPDFName("CheckSum"),
                            new COSString(digest("MD5").digest(bytes)));

            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile(attachment.fileName());
            specification.setFileUnicode(attachment.fileName());
            specification.setFileDescription(attachment.description());
            specification.setEmbeddedFile(file);
            specification.setEmbeddedFileUnicode(file);
            specification.getCOSObject().setName("AFRelationship", "Data");
            associated.add(specification.getCOSObject());
            if (names.put(attachment.fileName(), specification) != null) {
                throw new IllegalArgumentException("Two attachments are called " + attachment.fileName());
            }
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(names);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        PDDocumentNameDictionary dictionary = new PDDocumentNameDictionary(catalog);
        dictionary.setEmbeddedFiles(tree);
        catalog.setNames(dictionary);
        catalog.getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    /** PDF wants an id that differs between documents, and takes the time of day if nobody sets it. */
    private static long identity(String xhtml, DocumentMetadata metadata, List<Attachment> attachments) {
        MessageDigest digest = digest("SHA-256");
        digest.update(xhtml.getBytes(StandardCharsets.UTF_8));
        digest.update(metadata.toString().getBytes(StandardCharsets.UTF_8));
        for (Attachment attachment : attachments) {
            digest.update(attachment.fileName().getBytes(StandardCharsets.UTF_8));
            digest.update(attachment.bytes());
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Calendar calendar(Instant instant) {
        return GregorianCalendar.from(instant.atZone(ZoneOffset.UTC));
    }

    private static final class Silent implements XRLogger {
        @Override
        public void log(String where, Level level, String message) {}

        @Override
        public void log(String where, Level level, String message, Throwable cause) {}

        @Override
        public void setLevel(String logger, Level level) {}

        @Override
        public boolean isLogLevelEnabled(Diagnostic diagnostic) {
            return false;
        }
    }
}
