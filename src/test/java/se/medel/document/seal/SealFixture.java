package se.medel.document.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import javax.security.auth.x500.X500Principal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Keys of our own, and a reader of seals that doesn't know how they are made. */
final class SealFixture {

    static final String PASSWORD = "a long password";
    static final Instant FROM = Instant.parse("2010-01-01T00:00:00Z");
    static final Instant TO = Instant.parse("2109-12-31T23:59:59Z");

    private SealFixture() {}

    /** A PKCS#12 file with so many keys, each with a certificate that holds from 2010 to 2109. */
    static Path keystore(Path folder, String algorithm, int keys) {
        return keystore(folder, algorithm, keys, TO);
    }

    static Path keystore(Path folder, String algorithm, int keys, Instant to) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < keys; i++) {
                KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
                store.setKeyEntry(
                        "seal-" + i, pair.getPrivate(), PASSWORD.toCharArray(), new Certificate[] {certificate(pair, to)
                        });
            }
            Path file = Files.createTempFile(folder, "seal", ".p12");
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, PASSWORD.toCharArray());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(KeyPair pair, Instant to)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Principal name = new X500Principal("CN=Socialförvaltningen, O=Stockholms stad, C=SE");
        byte[] encoded = new JcaX509v3CertificateBuilder(
                        name, BigInteger.ONE, Date.from(FROM), Date.from(to), name, pair.getPublic())
                .build(new JcaContentSignerBuilder(
                                pair.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA")
                        .build(pair.getPrivate()))
                .getEncoded();
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    /** The only seal of a document; fails where there is none, or several. */
    static PDSignature sealOf(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            if (document.getSignatureDictionaries().size() != 1) {
                throw new AssertionError(document.getSignatureDictionaries().size() + " seals");
            }
            return document.getSignatureDictionaries().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the seal is this certificate's and over just these bytes. */
    static boolean verifies(byte[] pdf, PDSignature seal, X509Certificate certificate) {
        try {
            CMSSignedData signed =
                    new CMSSignedData(new CMSProcessableByteArray(seal.getSignedContent(pdf)), seal.getContents());
            SignerInformation signer =
                    signed.getSignerInfos().getSigners().iterator().next();
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (CMSSignerDigestMismatchException changed) {
            return false;
        } catch (CMSException | OperatorCreationException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every bit of the file is under the seal, but for the place where the seal itself stands. */
    static boolean coversAll(byte[] pdf, PDSignature seal) {
        int[] range = seal.getByteRange();
        String hole = new String(pdf, range[1], range[2] - range[1], StandardCharsets.ISO_8859_1);
        return range.length == 4
                && range[0] == 0
                && range[2] + range[3] == pdf.length
                && hole.matches("<[0-9a-fA-F]+>");
    }

    static Map<String, String> attachments(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Map<String, String> texts = new TreeMap<>();
            for (var file : document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .entrySet()) {
                texts.put(
                        file.getKey(),
                        new String(file.getValue().getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
