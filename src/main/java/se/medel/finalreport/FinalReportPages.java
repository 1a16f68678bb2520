package se.medel.finalreport;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.application.ApplicationLine;
import se.medel.district.Districts;
import se.medel.document.DocumentView;
import se.medel.document.Letter;
import se.medel.document.LetterPress.Kept;
import se.medel.document.PdfAnswer;
import se.medel.finalreport.RoundFigures.OfDistrict;
import se.medel.finalreport.rules.MoneyTable;
import se.medel.finalreport.rules.Sums;
import se.medel.ledger.Account;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.settlement.ClosingService;
import se.medel.time.ClockProducer;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;

/** The final report of a round (Y6), for the social administration, the committee's secretary and the auditor. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR})
public class FinalReportPages {

    /** Where there is no figure, or none that is told. */
    private static final String UNTOLD = "–";

    /**
     * @param next what can be done now
     * @param left what has to be done before the round can be closed; null where nothing has
     * @param drafted whether there is something that isn't fixed
     */
    record State(String text, String colour, String next, String left, boolean drafted) {}

    record Version(int number, String text) {}

    record Row(
            String name,
            String granted,
            String paid,
            String used,
            String repaid,
            String writtenOff,
            String owed,
            String clients,
            boolean sum) {}

    record Link(String href, String text) {}

    @CheckedTemplate(basePath = "finalreport", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FinalReport(
            RoundView round,
            Form form,
            State state,
            DraftView draft,
            boolean mayWrite,
            boolean mayFix,
            List<Version> versions,
            FinalPicture picture,
            List<Row> rows,
            String hidden,
            boolean withheld)
            implements TemplateInstance {}

    /** @param kept what somebody else has written meanwhile; null where nobody has */
    @CheckedTemplate(basePath = "finalreport", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FinalReportText(RoundView round, Form form, long version, String kept) implements TemplateInstance {}

    /** @param document null for a draft */
    @CheckedTemplate(basePath = "finalreport", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FinalDocument(RoundView round, Letter letter, DocumentView document, String pdf, Link back)
            implements TemplateInstance {}

    @Inject
    FinalReportService reports;

    @Inject
    FinalDocuments documents;

    @Inject
    ClosingService closings;

    @Inject
    Districts districts;

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    @Path("/{round}/final-report")
    public TemplateInstance report(@RestPath String round) {
        return page(round, Form.empty());
    }

    @POST
    @Path("/{round}/final-report")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response fix(@RestPath String round, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Answer<FixedView> fixed = reports.fix(me.actor(), round, version(form));
        if (fixed.isRefused()) {
            fixed.refusals()
                    .forEach(refusal -> form.reject(
                            "", se.medel.web.Texts.in(language.now()).refusal(refusal)));
            return Answers.refused(fixed.refusals(), page(round, form));
        }
        flash.say(msg().fixDone(fixed.get().number()));
        return Answers.seeOther("/rounds/" + round + "/final-report");
    }

    private TemplateInstance page(String id, Form form) {
        RoundFigures figures = given(reports.figures(me.actor(), id));
        DraftView draft = given(reports.draft(me.actor(), id));
        List<FixedView> fixed = given(reports.fixed(me.actor(), id));
        RoundView round = rounds.round(id).orElseThrow();
        boolean same =
                !fixed.isEmpty() && fixed.get(fixed.size() - 1).conclusions().equals(draft.conclusions());
        boolean closed = round.state() == RoundState.CLOSED;
        boolean ready = closed && !draft.conclusions().isBlank() && !same;
        return new FinalReport(
                round,
                form,
                new State(
                        same
                                ? msg().fixed(fixed.size())
                                : fixed.isEmpty() ? msg().draft() : msg().newDraft(draft.number()),
                        same ? "green" : "yellow",
                        same
                                ? msg().stateSame()
                                : ready
                                        ? msg().stateReady(draft.number())
                                        : closed ? msg().stateNoText() : msg().stateNotClosed(),
                        left(round),
                        !same),
                draft,
                me.is(Role.OFFICER) && (closed || round.state() == RoundState.REPORTING),
                me.is(Role.OFFICER) && ready,
                fixed.stream().map(this::version).toList(),
                FinalPicture.of(figures.districts(), msg()),
                rows(figures),
                hidden(figures),
                figures.compensationWithheld());
    }

    /** The districts that the closing waits for, each once. */
    private String left(RoundView round) {
        if (round.state() != RoundState.REPORTING) {
            return null;
        }
        Map<String, String> names = districts.names();
        Stream<String> slugs = Stream.concat(
                closings.undecided(me.actor(), round.id()).stream().map(ApplicationLine::district),
                closings.open(round.id()).stream().map(Account::district));
        List<String> waiting = slugs.distinct()
                .map(slug -> names.getOrDefault(slug, slug))
                .sorted(Collator.getInstance(Locale.forLanguageTag("sv")))
                .toList();
        return waiting.isEmpty() ? null : msg().left(String.join(", ", waiting));
    }

    private Version version(FixedView fixed) {
        return new Version(
                fixed.number(),
                msg().version(
                                fixed.number(),
                                Formats.day(fixed.fixedAt()
                                        .atZone(ClockProducer.STOCKHOLM)
                                        .toLocalDate()),
                                fixed.fixedBy()));
    }

    private List<Row> rows(RoundFigures figures) {
        List<Row> rows = new ArrayList<>();
        for (OfDistrict district : figures.districts()) {
            String name = district.name() + (district.apart() ? " *" : "");
            rows.add(
                    district.nothingTold()
                            ? new Row(name, UNTOLD, UNTOLD, UNTOLD, UNTOLD, UNTOLD, UNTOLD, UNTOLD, false)
                            : row(name, district.sums(), district.clients(), false));
        }
        if (figures.together() != null) {
            rows.add(together(figures.together()));
        }
        if (figures.onlyGrantedTogether()) {
            rows.add(row(msg().totalWithout(), figures.total(), null, true));
        } else if (!rows.isEmpty()) {
            rows.add(row(msg().total(), figures.total(), figures.clients(), true));
        }
        return rows;
    }

    private Row together(MoneyTable.Together together) {
        String name = together.districts() == 1 ? msg().togetherOne() : msg().together(together.districts());
        return together.sums() != null
                ? row(name, together.sums(), together.clients(), false)
                : new Row(
                        name,
                        number(together.granted()),
                        "–",
                        "–",
                        "–",
                        "–",
                        "–",
                        Formats.number(together.clients()),
                        false);
    }

    /** What the star beside a district means; null where none has one. */
    private String hidden(RoundFigures figures) {
        if (figures.together() == null) {
            return null;
        }
        return figures.onlyGrantedTogether() ? msg().hiddenOutcome() : msg().hidden();
    }

    private static Row row(String name, Sums sums, Long clients, boolean sum) {
        return new Row(
                name,
                number(sums.granted()),
                number(sums.paid()),
                number(sums.used()),
                number(sums.repaid()),
                number(sums.writtenOff()),
                number(sums.owed()),
                clients == null ? UNTOLD : Formats.number(clients),
                sum);
    }

    private static String number(Kronor amount) {
        return Formats.number(amount.amount());
    }

    // What the officer writes

    @GET
    @Path("/{round}/final-report/text")
    @RolesAllowed(Roles.OFFICER)
    public TemplateInstance text(@RestPath String round) {
        DraftView draft = given(reports.draft(me.actor(), round));
        return new FinalReportText(
                rounds.round(round).orElseThrow(),
                Form.empty().with("conclusions", draft.conclusions()),
                draft.version(),
                null);
    }

    @POST
    @Path("/{round}/final-report/text")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(@RestPath String round, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Answer<DraftView> written = reports.write(me.actor(), round, version(form), form.value("conclusions"));
        if (written.isRefused()) {
            DraftView now = given(reports.draft(me.actor(), round));
            form.reject(written.refusals(), language.now());
            boolean stale = written.refusals().get(0).reason() == FinalReportRefusal.FINAL_REPORT_STALE;
            return Answers.refused(
                    written.refusals(),
                    new FinalReportText(
                            rounds.round(round).orElseThrow(),
                            form,
                            stale ? now.version() : version(form),
                            stale ? now.conclusions() : null));
        }
        flash.say(msg().saved());
        return Answers.seeOther("/rounds/" + round + "/final-report");
    }

    // Documents

    @GET
    @Path("/{round}/final-report/draft")
    public TemplateInstance draft(@RestPath String round) {
        return new FinalDocument(
                rounds.round(round).orElseThrow(NotFoundException::new),
                drafted(round),
                null,
                at(round) + "/draft.pdf",
                back(round));
    }

    @GET
    @Path("/{round}/final-report/draft.pdf")
    @Produces(PdfAnswer.MEDIA_TYPE)
    public Response draftPdf(@RestPath String round) {
        return documents.drawn(drafted(round));
    }

    private Letter drafted(String round) {
        return documents.draft(given(reports.figures(me.actor(), round)), given(reports.draft(me.actor(), round)));
    }

    @GET
    @Path("/{round}/final-report/{number: [0-9]{1,6}}")
    public TemplateInstance fixed(@RestPath String round, @RestPath int number) {
        Kept kept = kept(round, number);
        return new FinalDocument(
                rounds.round(round).orElseThrow(NotFoundException::new),
                kept.letter(),
                kept.document(),
                at(round) + "/" + number + ".pdf",
                back(round));
    }

    @GET
    @Path("/{round}/final-report/{number: [0-9]{1,6}}.pdf")
    @Produces(PdfAnswer.MEDIA_TYPE)
    public Response fixedPdf(
            @RestPath String round, @RestPath int number, @Context Request request, RoutingContext context) {
        return PdfAnswer.of(kept(round, number).document(), request, context);
    }

    private Kept kept(String round, int number) {
        return documents.fixed(given(reports.fixed(me.actor(), round, number)));
    }

    private Link back(String round) {
        return new Link(at(round), msg().title());
    }

    private static String at(String round) {
        return "/rounds/" + round + "/final-report";
    }

    /** The value, or else the request ends here: it isn't there, or isn't there for this user. */
    static <T> T given(Answer<T> answer) {
        if (answer.isRefused()) {
            throw switch (answer.refusals().get(0).reason().kind()) {
                case FORBIDDEN -> new ForbiddenException();
                default -> new NotFoundException();
            };
        }
        return answer.get();
    }

    /** The version that a form was filled in from; one that is always stale where it says none. */
    private static long version(Form form) {
        return form.value("version").matches("[0-9]{1,18}") ? Long.parseLong(form.value("version")) : -1;
    }

    private FinalReportMsg msg() {
        return msg(language);
    }

    static FinalReportMsg msg(Language language) {
        return MessageBundles.get(
                FinalReportMsg.class, Localized.Literal.of(language.now().getLanguage()));
    }
}
