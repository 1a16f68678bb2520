package se.medel.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.medel.district.DistrictView;
import se.medel.document.DocumentStore.Kind;
import se.medel.document.Letter;
import se.medel.document.LetterPress;
import se.medel.document.LetterPress.Kept;
import se.medel.document.Office;
import se.medel.document.Organisation;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.round.rules.AllocationModel;

/** Committee reports as documents. Who may see one is the caller's to know. */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class CommitteeReportDocuments {

    @Inject
    CommitteeReportService reports;

    @Inject
    RoundService rounds;

    @Inject
    LetterPress press;

    @Inject
    Organisation organisation;

    @Inject
    Clock clock;

    /** What the report says; empty for a draft whose model the committee has decided on meanwhile. */
    public Optional<Letter> letter(CommitteeReportView report) {
        return reports.modelOf(report).map(model -> {
            RoundView round = rounds.round(report.roundId()).orElseThrow();
            Map<String, String> names = new HashMap<>();
            rounds.districtsOf(round).forEach((DistrictView district) -> names.put(district.slug(), district.name()));
            // A draft is of today, whatever the hour.
            Instant day = report.isDraft() ? clock.instant().truncatedTo(ChronoUnit.DAYS) : report.fixedAt();
            return new CommitteeReportText(report, round, model, names, Office.of(organisation), day).letter();
        });
    }

    /** The fixed report as it is kept, with the model that it is about for programs to read. */
    public Kept kept(CommitteeReportView report) {
        return press.keep(
                "committee-report/" + report.roundId() + "/" + report.number(),
                Kind.COMMITTEE_REPORT,
                letter(report).orElseThrow(),
                () -> new Data(
                        report.roundId(),
                        report.number(),
                        report.number() == 1 ? null : report.number() - 1,
                        report.modelVersion(),
                        report.fixedAt(),
                        report.model()));
    }

    private record Data(
            String round, int number, Integer replaces, int modelVersion, Instant fixedAt, AllocationModel model) {}

    /** A draft on paper that nobody keeps, with a mark that it is one. */
    public Optional<byte[]> draft(CommitteeReportView report) {
        return letter(report).map(press::draw);
    }
}
