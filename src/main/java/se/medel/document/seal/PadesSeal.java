package se.medel.document.seal;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import se.medel.document.Seal;

/**
 * An invisible PAdES BASELINE-B seal over the whole file. A visible one would be a field without a place in the tags, which
 * PDF/UA-1 forbids. It asks nobody on the net: no time stamp, no revocation lists.
 */
final class PadesSeal implements Seal {

    private static final DigestAlgorithm DIGEST = DigestAlgorithm.SHA256;

    private final SealKey key;
    private final SignatureAlgorithm algorithm;
    private final CertificateToken certificate;
    private final List<CertificateToken> chain;

    PadesSeal(SealKey key) {
        this.key = key;
        this.algorithm = SignatureAlgorithm.getAlgorithm(EncryptionAlgorithm.forKey(key.key()), DIGEST);
        this.certificate = new CertificateToken(key.certificate());
        this.chain = key.chain().stream().map(CertificateToken::new).toList();
    }

    @Override
    public byte[] on(byte[] pdf, Instant at) {
        key.refusal(at).ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        try {
            PAdESSignatureParameters parameters = parameters(at);
            PAdESService service = new PAdESService(new CommonCertificateVerifier(true));
            DSSDocument document = new InMemoryDocument(pdf);
            byte[] toBeSigned = service.getDataToSign(document, parameters).getBytes();
            DSSDocument sealed =
                    service.signDocument(document, parameters, new SignatureValue(algorithm, signed(toBeSigned)));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            sealed.writeTo(bytes);
            return bytes.toByteArray();
        } catch (DSSException | GeneralSecurityException e) {
            throw new IllegalStateException("The document couldn't be sealed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PAdESSignatureParameters parameters(Instant at) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DIGEST);
        parameters.setSigningCertificate(certificate);
        parameters.setCertificateChain(chain);
        parameters.bLevel().setSigningDate(Date.from(at));
        parameters.setAppName("Medel");
        return parameters;
    }

    private byte[] signed(byte[] data) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm.getJCEId());
        signature.initSign(key.key());
        signature.update(data);
        return signature.sign();
    }
}
