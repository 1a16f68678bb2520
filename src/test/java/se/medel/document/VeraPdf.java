package se.medel.document;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Has a document checked by veraPDF, the reference checker of the archives' own industry. */
public final class VeraPdf {

    private static final List<PDFAFlavour> FLAVOURS = List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1);

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private VeraPdf() {}

    /**
     * Fails with each broken rule of PDF/A-3a and PDF/UA-1: clause, where in the document, and what is wrong. Fails as
     * well where text crosses the edge of the paper, which neither standard forbids.
     */
    public static void assertArchivable(byte[] pdf) {
        List<String> failures =
                FLAVOURS.stream().flatMap(flavour -> failures(pdf, flavour)).toList();
        String crossing = PdfText.beyondTheEdge(pdf);
        if (!crossing.isEmpty()) {
            throw new AssertionError("Crosses the edge of the paper: " + crossing);
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " failed checks:\n" + String.join("\n", failures));
        }
    }

    private static Stream<String> failures(byte[] pdf, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            if (result.getTotalAssertions() == 0) {
                throw new AssertionError("veraPDF checked nothing for " + flavour);
            }
            List<String> failed = result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> flavour + " " + assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + " "
                            + assertion.getLocation().getContext() + ": " + assertion.getMessage())
                    .collect(Collectors.toList());
            if (failed.isEmpty() && !result.isCompliant()) {
                failed.add(flavour + " isn't met");
            }
            return failed.stream();
        } catch (Exception e) {
            throw new AssertionError("veraPDF couldn't read the document as " + flavour, e);
        }
    }
}
