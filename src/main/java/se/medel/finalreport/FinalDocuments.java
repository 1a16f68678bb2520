package se.medel.finalreport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import se.medel.document.DocumentStore.Kind;
import se.medel.document.Letter;
import se.medel.document.LetterPress;
import se.medel.document.LetterPress.Kept;
import se.medel.document.Office;
import se.medel.document.Organisation;
import se.medel.document.PdfAnswer;
import se.medel.finalreport.FinalLetters.Matter;

/**
 * The documents of the round's end: a draft is drawn each time, what is fixed is made once and is the same bytes from then on.
 * Who may see them is the caller's to know. They are drawn outside of any transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class FinalDocuments {

    @Inject
    LetterPress letters;

    @Inject
    Organisation organisation;

    @Inject
    Clock clock;

    /** The report as it would be, marked as a draft. */
    Letter draft(RoundFigures figures, DraftView written) {
        return FinalLetters.report(
                new Matter(office(), figures, written.number(), written.conclusions(), null, clock.instant()));
    }

    /** A version that is fixed. */
    Kept fixed(FixedView fixed) {
        RoundFigures figures = fixed.figures();
        Letter letter = FinalLetters.report(
                new Matter(office(), figures, fixed.number(), fixed.conclusions(), fixed.fixedBy(), fixed.fixedAt()));
        return letters.keep(
                "final-report/" + figures.round() + "/" + fixed.number(),
                Kind.FINAL_REPORT,
                letter,
                () -> new ReportData(fixed.number(), fixed.conclusions(), figures, fixed.sha256()));
    }

    private record ReportData(int version, String conclusions, RoundFigures figures, String sha256) {}

    /** A district's account as it stands, marked as a draft until all is settled. */
    Letter account(DistrictFigures figures) {
        return FinalLetters.account(office(), figures, figures.settled() ? figures.lastBooked() : clock.instant());
    }

    /** The account of a district that is wholly settled; a correction gives a new one. */
    Kept settled(DistrictFigures figures) {
        return letters.keep(
                "account/" + figures.round() + "/" + figures.district() + "/" + figures.fingerprint(),
                Kind.DISTRICT_ACCOUNT,
                account(figures),
                () -> figures);
    }

    /** A district's account as an answer. The next one at the same address may be another. */
    Response answer(DistrictFigures figures) {
        return figures.settled() ? PdfAnswer.notKept(settled(figures).document()) : drawn(account(figures));
    }

    byte[] draw(Letter letter) {
        return letters.draw(letter);
    }

    /** A draft as an answer; the next one may say something else, so that nobody keeps it. */
    Response drawn(Letter letter) {
        return Response.ok(draw(letter), PdfAnswer.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"utkast-" + letter.fileName() + "\"")
                .build();
    }

    private Office office() {
        return Office.of(organisation);
    }
}
