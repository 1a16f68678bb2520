package se.medel.application;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.ApplicationState;
import se.medel.application.rules.Judgement;
import se.medel.claim.ClaimRow;
import se.medel.claim.RowState;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.Chain;
import se.medel.round.Room;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.web.Answers;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;
import se.medel.web.Typed;

/** What every page about an application needs to know of it, in the language of the request. */
@RequestScoped
public class ApplicationDesk {

    /** What stands at the top of every page about one application. */
    public record Head(
            long id, String caption, String number, ApplicationWords.Status status, String receipt, String received) {}

    /**
     * What an officer has asked to be completed.
     *
     * @param overdue whether the day has passed without an answer
     */
    public record Completion(String request, String due, boolean overdue, String answer) {}

    /** A section as it is read, with the way to change it while it can be; else null. */
    public record ReadPart(String title, String href, List<ApplicationWords.Row> rows) {}

    /** The officer's preparation, as it is read. */
    public record Prepared(
            List<JudgementLine> judgements,
            boolean recommendsGrant,
            String recommended,
            String order,
            String overlapAnswer,
            String reasons,
            String by,
            String at) {}

    /** Something of a claim that is counted, such as how many clients fail a rule. */
    public record Count(String label, String clients) {}

    /**
     * One client of a claim.
     *
     * @param age that the client reaches in the round's year (A5)
     * @param failsReason why the client isn't eligible; null where nothing was found
     */
    public record ClientLine(
            long id,
            String code,
            String birthYear,
            String age,
            String admitted,
            String earlierContact,
            String attestedBy,
            ApplicationWords.Status status,
            String failsRule,
            String failsReason) {}

    /**
     * A claim as it is read.
     *
     * @param clients null for who may not read codes (P1)
     */
    public record Claimed(List<Count> counts, List<ClientLine> clients) {}

    /** One judged criterion. */
    public record JudgementLine(String rule, String criterion, String verdict, String colour, String reason) {}

    @CheckedTemplate(basePath = "application", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Overtaken(Head head, String why, List<Typed.Line> typed) implements TemplateInstance {}

    @Inject
    ApplicationService applications;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    Language language;

    @Inject
    Me me;

    @Inject
    Clock clock;

    /** The application; what this user may not see is not found. */
    public ApplicationView application(long id) {
        Answer<ApplicationView> found = applications.find(me.actor(), id);
        if (found.isRefused()) {
            throw new NotFoundException();
        }
        return found.get();
    }

    public RoundView round(ApplicationView application) {
        return rounds.round(application.roundId()).orElseThrow();
    }

    public ApplicationWords words() {
        return ApplicationWords.in(language.now());
    }

    /** "Medfinansiering · Sociala insatsgrupper 2014", and the district's name first for who sees several. */
    public String caption(ApplicationView application) {
        String what = Texts.in(language.now()).name(application.component()) + " · "
                + round(application).name();
        return me.role().ofDistrict() ? what : districtName(application.district()) + " · " + what;
    }

    public String districtName(String slug) {
        return districts.bySlug(slug).map(DistrictView::name).orElse(slug);
    }

    /** The districts' names by slug, for lists. */
    public Map<String, String> districtNames() {
        return districts.everyone().stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
    }

    public Head head(ApplicationView application) {
        return new Head(
                application.id(),
                caption(application),
                words().msg().number(Long.toString(application.id())),
                words().status(application.state()),
                application.receipt(),
                application.submittedAt() == null ? null : Formats.moment(application.submittedAt()));
    }

    /** That a colleague was first, so that what was typed isn't wanted any more; it is shown, because nothing typed is lost. */
    public Response overtaken(ApplicationView application, String why, Typed typed) {
        return Answers.conflict(new Overtaken(head(application), why, typed.lines()));
    }

    /** The same where it is the state of the application that doesn't allow it. */
    public Response overtaken(ApplicationView application, Typed typed) {
        Refusal why = Refusal.of(ApplicationRefusal.APPLICATION_STATE, application.state());
        return overtaken(application, words().refusal(why), typed);
    }

    /** What is to be completed, null where nothing ever was. */
    public Completion completion(ApplicationView application) {
        return application.completionRequest() == null
                ? null
                : new Completion(
                        application.completionRequest(),
                        Formats.longDay(application.completionDue(), language.now()),
                        application.state() == ApplicationState.COMPLETION_REQUESTED
                                && application.completionDue().isBefore(LocalDate.now(clock)),
                        application.completionAnswer());
    }

    /**
     * Everything that the application says.
     *
     * @param address under which its sections are changed; null where they can't be
     */
    public List<ReadPart> parts(ApplicationContent content, String address) {
        return words().parts(content).stream()
                .map(part -> new ReadPart(
                        part.title(),
                        address == null ? null : address + part.section().wireName(),
                        part.rows()))
                .toList();
    }

    /** What the rules give right now for what is asked, with the chain (A8). */
    public Optional<Chain> chain(ApplicationView application) {
        return applications.assess(application).map(outcome -> Chain.of(outcome, language.now()));
    }

    /** What is left right now under the caps that the application's component counts against. */
    public List<Room> room(ApplicationView application) {
        return rounds.balance(application.roundId())
                .map(balance -> Room.of(balance, application.component(), language.now()))
                .orElse(List.of());
    }

    /** How a claim's clients stand, in counts; empty for other applications. */
    public List<Count> counts(ApplicationView application) {
        if (!application.isClaim()) {
            return List.of();
        }
        List<Count> counts = new ArrayList<>(tried(application));
        if (application.state().isDecided()) {
            counts.addAll(
                    1,
                    applications.rowCounts(application).entrySet().stream()
                            .filter(entry -> entry.getKey() != RowState.NOT_ELIGIBLE)
                            .map(entry -> count(entry.getKey(), entry.getValue()))
                            .toList());
        }
        return counts;
    }

    /** How many clients a claim is for, and how many of them fail which rule. */
    public List<Count> tried(ApplicationView claim) {
        List<Count> counts = new ArrayList<>();
        counts.add(
                new Count(words().trial().asked(), Texts.in(language.now()).sum(claim.asked(), claim.clientsAsked())));
        claim.notEligible().forEach((rule, count) -> counts.add(notEligible(rule, count)));
        return counts;
    }

    /** How many clients stand in a state. */
    public Count count(RowState state, long clients) {
        Texts texts = Texts.in(language.now());
        return new Count(texts.name(state), texts.clients(clients));
    }

    /** How many clients fail a rule. */
    public Count notEligible(String rule, long clients) {
        Texts texts = Texts.in(language.now());
        return new Count(words().trial().fails(rule, texts.text("rowRule." + rule)), texts.clients(clients));
    }

    /** A claim's clients as the social administration and the auditor read them; null for other applications. */
    public Claimed claimed(ApplicationView application) {
        if (!application.isClaim() || application.submittedAt() == null) {
            return null;
        }
        List<ClientLine> lines = ApplicationService.readsRows(me.role())
                ? applications.rows(me.actor(), application.id()).get().stream()
                        .map(row -> clientLine(row, application))
                        .toList()
                : null;
        return new Claimed(counts(application), lines);
    }

    /** One client in words. */
    public ClientLine clientLine(ClaimRow row, ApplicationView claim) {
        return new ClientLine(
                row.id(),
                row.code(),
                Integer.toString(row.birthYear()),
                Integer.toString(round(claim).year() - row.birthYear()),
                Formats.day(row.admittedOn()),
                row.earlierContact() == null ? words().trial().noContact() : Formats.day(row.earlierContact()),
                row.attestedBy(),
                words().status(row.state()),
                row.failsRule(),
                row.failsReason());
    }

    /** The officer's preparation in words. */
    public Prepared prepared(PreparationView done) {
        ApplicationWords words = words();
        List<JudgementLine> lines = done.judgements().stream()
                .map(judgement -> new JudgementLine(
                        judgement.criterion().rule(),
                        words.name(judgement.criterion()),
                        words.name(judgement.verdict()),
                        colour(judgement.verdict()),
                        judgement.reason() == null ? "" : judgement.reason()))
                .toList();
        return new Prepared(
                lines,
                done.recommendsGrant(),
                Texts.in(language.now()).sum(done.recommendedKronor(), done.recommendedClients()),
                done.allocationOrder() == null ? null : words.name(done.allocationOrder()),
                done.overlapAnswer(),
                done.reasons(),
                done.preparedBy(),
                Formats.moment(done.preparedAt()));
    }

    private static String colour(Judgement.Verdict verdict) {
        return switch (verdict) {
            case MET -> "green";
            case NOT_MET -> "red";
            case TO_BE_COMPLETED -> "yellow";
        };
    }

    /** The version that a form was got with; a form without one is stale. */
    public static long version(Form form) {
        String version = form.value("version");
        return version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1;
    }
}
