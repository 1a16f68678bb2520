package se.medel.costreport.ledger;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import se.medel.application.ApplicationService;
import se.medel.application.rules.CostCategory;
import se.medel.costreport.CostReportView;
import se.medel.costreport.file.ReportFileView;
import se.medel.costreport.ledger.LedgerImportService.LedgerFile;
import se.medel.costreport.rules.LedgerFigures;
import se.medel.costreport.sie.ObjectPair;
import se.medel.costreport.sie.Unbalanced;
import se.medel.costreport.sie.Warning;
import se.medel.money.Kronor;
import se.medel.user.Me;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Texts;

/** Ledgers in words, in the language of the request. */
@RequestScoped
public class LedgerWords {

    /** A key and its value. */
    public record Row(String key, String value) {}

    public record FileLine(long id, String name, String uploaded) {}

    public record ImportLine(
            long id, String grant, String period, String objects, String taken, int chart, String confirmed) {}

    /** What a file says about itself. */
    public record FileFacts(long id, String name, List<Row> rows, List<String> warnings, List<String> unbalanced) {}

    /**
     * What can be chosen in a file.
     *
     * @param more how many objects there are that can't be shown; null for none
     */
    public record Choices(List<Option> grants, List<Option> objects, String more) {}

    /** A sum with its name; account or category or reason. */
    public record SumLine(String name, String note, String amount, String lines) {}

    /**
     * A category and where it goes.
     *
     * @param goes the line that gets it, in words; null where it is divided
     * @param parts the lines among which it is divided, each with its field
     */
    public record ShareLine(String category, String amount, String goes, List<Part> parts) {}

    public record Part(String field, String label) {}

    public record Preview(
            long id,
            long file,
            String fileName,
            List<Row> choice,
            List<ShareLine> shares,
            List<SumLine> taken,
            SumLine totalTaken,
            List<SumLine> leftOut,
            SumLine totalLeftOut,
            SumLine total,
            List<SumLine> unmapped,
            List<SumLine> typed,
            List<SumLine> written,
            String confirmed,
            boolean nothing,
            int chart) {}

    @Inject
    Language language;

    @Inject
    ApplicationService applications;

    @Inject
    LedgerImportService imports;

    @Inject
    Me me;

    LedgerMsg msg() {
        return MessageBundles.get(
                LedgerMsg.class, Localized.Literal.of(language.now().getLanguage()));
    }

    private Texts texts() {
        return Texts.in(language.now());
    }

    FileLine line(ReportFileView file) {
        return new FileLine(file.id(), file.name(), Formats.moment(file.uploadedAt()) + ", " + file.uploadedBy());
    }

    ImportLine line(LedgerImportView made) {
        return new ImportLine(
                made.id(),
                grant(made.choice().applicationId()),
                period(made.choice()),
                objects(made.choice().objects()),
                kr(made.outcome().totalTaken().amount()),
                made.chartVersion(),
                confirmed(made));
    }

    private static String confirmed(LedgerImportView made) {
        return made.isConfirmed() ? Formats.moment(made.confirmedAt()) + ", " + made.confirmedBy() : null;
    }

    private static String period(LedgerChoice choice) {
        return Formats.day(choice.from()) + " – " + Formats.day(choice.to());
    }

    private static String objects(List<ObjectPair> objects) {
        return String.join(", ", objects.stream().map(LedgerSettingView::text).toList());
    }

    private String grant(long applicationId) {
        return applications
                .find(me.actor(), applicationId)
                .map(application -> texts().name(application.component()))
                .get();
    }

    /** The report's only grant with lines, so that nobody has to choose it; null where there are several. */
    Long onlyGrant(CostReportView report) {
        var grants = LedgerImportService.grants(report);
        return grants.size() == 1 ? grants.iterator().next() : null;
    }

    FileFacts facts(LedgerFile file) {
        LedgerFacts facts = file.facts();
        LedgerMsg msg = msg();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(msg.company(), orUnknown(facts.company())));
        rows.add(new Row(msg.organisationNumber(), orUnknown(OrganisationNumber.shown(facts.organisationNumber()))));
        rows.add(new Row(
                msg.fiscalYear(),
                facts.yearFrom() == null
                        ? msg.unknown()
                        : Formats.day(facts.yearFrom()) + " – " + Formats.day(facts.yearTo())));
        rows.add(new Row(msg.program(), orUnknown(facts.program())));
        rows.add(new Row(msg.madeOn(), facts.madeOn() == null ? msg.unknown() : Formats.day(facts.madeOn())));
        rows.add(new Row(msg.format(), msg.sie4(texts().name(facts.encoding()))));
        rows.add(new Row(
                msg.content(),
                msg.contentCounts(Formats.number(facts.vouchers()), Formats.number(facts.transactions()))));
        rows.add(new Row(msg.checksum(), facts.checksumRight() ? msg.checksumRight() : msg.checksumNone()));
        rows.add(new Row(msg.fingerprint(), file.file().sha256()));
        return new FileFacts(
                file.file().id(),
                file.file().name(),
                rows,
                facts.warnings().stream().map(this::warning).toList(),
                facts.unbalanced().stream().map(this::unbalanced).toList());
    }

    private String orUnknown(String text) {
        return text == null || text.isBlank() ? msg().unknown() : text;
    }

    private String warning(Warning warning) {
        String what = texts().name(warning.caution());
        return warning.line() == 0
                ? what
                : msg().warningAt(what, Formats.number(warning.line()), Formats.number(warning.count()));
    }

    private String unbalanced(Unbalanced voucher) {
        return msg().unbalancedAt(
                        voucher.voucher().series() + " " + voucher.voucher().number(),
                        Formats.number(voucher.voucher().line()),
                        kr(voucher.difference()));
    }

    Choices choices(CostReportView report, LedgerFacts facts) {
        List<Option> objects = facts.objects().stream()
                .map(sum -> new Option(
                        LedgerSettingView.text(sum.object()),
                        dimension(facts, sum.object()) + " " + sum.object().code()
                                + (sum.name().isEmpty() ? "" : ", " + sum.name()),
                        msg().wouldGive(kr(sum.amount()), Formats.number(sum.lines()))))
                .toList();
        int more = facts.allObjects() - facts.objects().size();
        return new Choices(
                LedgerImportService.grants(report).stream()
                        .map(id -> Option.of(Long.toString(id), grant(id)))
                        .toList(),
                objects,
                more > 0 ? msg().moreObjects(Formats.number(more)) : null);
    }

    private String dimension(LedgerFacts facts, ObjectPair object) {
        return facts.dimensions().getOrDefault(object.dimension(), Integer.toString(object.dimension()));
    }

    Preview preview(CostReportView report, LedgerImportView made, LedgerImportService.Plan plan) {
        LedgerOutcome outcome = made.outcome();
        LedgerMsg msg = msg();
        String fileName = imports.file(me.actor(), report.id(), made.fileId())
                .get()
                .file()
                .name();
        return new Preview(
                made.id(),
                made.fileId(),
                fileName,
                List.of(
                        new Row(msg.grant(), grant(made.choice().applicationId())),
                        new Row(msg.period(), period(made.choice())),
                        new Row(msg.objects(), objects(made.choice().objects())),
                        new Row(msg.chart(), msg.chartVersion(made.chartVersion()))),
                made.isConfirmed()
                        ? List.of()
                        : plan.shares().stream().map(this::share).toList(),
                outcome.taken().stream().map(this::account).toList(),
                total(outcome.totalTaken()),
                outcome.leftOut().stream()
                        .map(left -> new SumLine(
                                texts().name(left.reason()), "", kr(left.amount()), Formats.number(left.lines())))
                        .toList(),
                total(outcome.totalLeftOut()),
                total(outcome.total()),
                outcome.unmapped().stream().map(this::account).toList(),
                made.isConfirmed()
                        ? List.of()
                        : plan.typed().stream()
                                .map(line -> new SumLine(
                                        numbered(line.line(), line.text()),
                                        texts().name(line.source()),
                                        kr(line.actual()),
                                        ""))
                                .toList(),
                made.isConfirmed() ? written(made.written()) : List.of(),
                confirmed(made),
                outcome.taken().isEmpty(),
                made.chartVersion());
    }

    private SumLine account(LedgerOutcome.AccountSum sum) {
        return new SumLine(
                (sum.account() + " " + sum.name()).strip(),
                sum.category() == null ? "" : texts().name(sum.category()),
                kr(sum.amount()),
                Formats.number(sum.lines()));
    }

    private static SumLine total(LedgerOutcome.Total total) {
        return new SumLine("", "", kr(total.amount()), Formats.number(total.lines()));
    }

    private List<SumLine> written(LedgerImportView.Written written) {
        return written.figures().stream()
                .map(figure -> new SumLine(
                        texts().name(figure.category()),
                        figure.line() == 0
                                ? msg().offPlan()
                                : written.keptTyped().contains(figure.line())
                                        ? msg().keptTyped(figure.line())
                                        : msg().toLine(figure.line()),
                        kr(figure.actual()),
                        ""))
                .toList();
    }

    private ShareLine share(LedgerFigures.Share share) {
        String goes = share.isOffPlan()
                ? msg().offPlan()
                : share.isDivided()
                        ? null
                        : numbered(
                                share.lines().get(0).line(),
                                share.lines().get(0).text());
        return new ShareLine(
                texts().name(share.category()),
                kr(share.taken()),
                goes,
                share.isDivided()
                        ? share.lines().stream()
                                .map(line -> new Part("division." + line.line(), numbered(line.line(), line.text())))
                                .toList()
                        : List.of());
    }

    private static String numbered(int line, String text) {
        return line + ". " + text;
    }

    private static String kr(Kronor kronor) {
        return Formats.kr(kronor.amount());
    }

    /** As it stands in a field. */
    String amount(Kronor kronor) {
        return Formats.number(kronor.amount());
    }

    /** The categories that a form can choose among. */
    static List<Option> categories(Texts texts) {
        return Stream.of(CostCategory.values())
                .map(category -> Option.of(category.name(), texts.name(category)))
                .toList();
    }
}
