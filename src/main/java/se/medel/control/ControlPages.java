package se.medel.control;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.control.ControlService.RoundControl;
import se.medel.control.ControlService.Written;
import se.medel.control.ControlView.Checked;
import se.medel.control.rules.CheckAnswer;
import se.medel.control.rules.ControlQuestion;
import se.medel.control.rules.Draw;
import se.medel.costreport.CostReportView;
import se.medel.costreport.file.ReportFileView;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.ReportState;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Amounts;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Paged;
import se.medel.web.Texts;

/** The control of a round's reports, with its draw, and of one report. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.AUDITOR})
public class ControlPages {

    private static final int PAGE = 50;

    /** A sample in words. @param again the reports with their hashes as they are drawn again, empty until that is asked for */
    record Sample(String size, String by, String seed, boolean holds, List<Hashed> again) {}

    record Hashed(long report, String district, String text, String hash, boolean drawn) {}

    /** @param why each reason in words; empty where there is none */
    record Line(
            String href,
            String district,
            String state,
            String colour,
            List<String> why,
            String checked,
            String deeper,
            String deeperColour) {}

    @CheckedTemplate(basePath = "control", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RoundControlPage(RoundView round, Form form, boolean mayDraw, Sample sample, Paged<Line> reports)
            implements TemplateInstance {}

    /** A line of the report. @param name as the plan calls it */
    record Cost(String name, String category, String planned, String actual, String source, String deviation) {}

    /** @param by who answered when, null where nobody has */
    record Question(String field, String noteField, String text, String answer, String note, String by) {}

    record Facts(String state, String due, String came, String signed, List<Cost> costs, List<String> others) {}

    /**
     * Deeper control in words.
     *
     * @param is whether the report goes there
     * @param bars whether approving waits for it
     * @param closedBy who closed it when, null until it is
     * @param again whether the report has come in again since
     */
    record Deeper(boolean is, boolean bars, List<String> why, String finding, String closedBy, boolean again) {}

    @CheckedTemplate(basePath = "control", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReportControlPage(
            RoundView round,
            long report,
            String district,
            Form form,
            boolean in,
            boolean writes,
            Facts facts,
            List<Question> questions,
            List<Option> answers,
            Deeper deeper,
            List<VoucherRequestView> requests,
            List<ReportFileView> files,
            long version)
            implements TemplateInstance {}

    @Inject
    ControlService controls;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    // The round

    @GET
    @Path("/{round}/control")
    public TemplateInstance ofRound(@RestPath String round, @RestQuery String check, @RestQuery String page) {
        return page(control(round), Form.empty(), check != null, Paged.number(page));
    }

    @POST
    @Path("/{round}/control")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OFFICER)
    public Response draw(@RestPath String round, MultivaluedMap<String, String> posted) {
        RoundControl control = control(round);
        Form form = Form.of(posted);
        Integer number = read(form, "number", control.reports().size());
        Integer percent = read(form, "percent", 100);
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(control, form, false, 1));
        }
        Answer<DrawView> drawn = controls.draw(me.actor(), round, number, percent);
        if (drawn.isRefused()) {
            form.reject(drawn.refusals(), language.now());
            return Answers.refused(drawn.refusals(), page(control(round), form, false, 1));
        }
        flash.say(msg().drawn(Integer.toString(drawn.get().size())));
        return Answers.seeOther("/rounds/" + round + "/control");
    }

    /** What isn't a number in the right span is told as what is, which the service says too. */
    private Integer read(Form form, String name, int most) {
        if (form.value(name).isEmpty()) {
            return null;
        }
        Amounts.Reading reading = Amounts.count(form.value(name), most);
        if (reading.accepted()) {
            return reading.amount().intValueExact();
        }
        form.reject(List.of(Refusal.of(ControlRefusal.SAMPLE_SIZE, most).at(name)), language.now());
        return null;
    }

    private RoundControl control(String round) {
        return given(controls.ofRound(me.actor(), round));
    }

    private TemplateInstance page(RoundControl control, Form form, boolean again, int page) {
        RoundView round = control.round();
        Map<String, String> names = names();
        return new RoundControlPage(
                round,
                form,
                me.is(Role.OFFICER)
                        && round.state() == RoundState.REPORTING
                        && control.draw().isEmpty(),
                control.draw().map(draw -> sample(draw, control, again, names)).orElse(null),
                Paged.of(
                        control.reports().stream()
                                .map(view -> line(view, names))
                                .toList(),
                        page,
                        PAGE,
                        "/rounds/" + round.id() + "/control",
                        Language.msg(language.now())));
    }

    private Sample sample(DrawView draw, RoundControl control, boolean again, Map<String, String> names) {
        String size = Integer.toString(draw.size());
        String all = Integer.toString(draw.drawnFrom().size());
        Map<Long, String> district = control.reports().stream()
                .map(ControlView::report)
                .collect(Collectors.toMap(CostReportView::id, report -> names.get(report.district())));
        List<Long> redrawn = Draw.of(draw.seed(), draw.drawnFrom(), draw.size());
        return new Sample(
                draw.percent() == null
                        ? msg().sampleSize(size, all)
                        : msg().samplePercent(draw.percent().toString(), size, all),
                msg().sampleBy(Formats.moment(draw.drawnAt()), draw.drawnBy()),
                draw.seed(),
                draw.holds(),
                !again
                        ? List.of()
                        : draw.drawnFrom().stream()
                                .map(report -> new Hashed(
                                        report,
                                        district.get(report),
                                        draw.seed() + ":" + report,
                                        Draw.hash(draw.seed(), report),
                                        redrawn.contains(report)))
                                .sorted(Comparator.comparing(Hashed::hash))
                                .toList());
    }

    private Line line(ControlView view, Map<String, String> names) {
        ReportState state = view.report().state();
        boolean in = !state.isEditable();
        int all = ControlQuestion.values().length;
        return new Line(
                in ? address(view.report()) : null,
                names.get(view.report().district()),
                state(state),
                state == ReportState.APPROVED ? "green" : in ? "blue" : "grey",
                why(view),
                in ? msg().checkedOf(Integer.toString(view.checklist().size()), Integer.toString(all)) : null,
                deeper(view, in),
                !view.isDeeper() || !in ? "grey" : view.bars() ? "yellow" : "green");
    }

    private String deeper(ControlView view, boolean in) {
        if (!view.isDeeper()) {
            return msg().deeperNo();
        }
        return !in ? msg().deeperWaits() : view.bars() ? msg().deeperOpen() : msg().deeperClosed();
    }

    private String state(ReportState state) {
        return state == ReportState.APPROVED
                ? msg().stateApproved()
                : state == ReportState.SUBMITTED ? msg().stateIn() : msg().stateWriting();
    }

    private List<String> why(ControlView view) {
        List<String> why = new ArrayList<>();
        if (view.drawn()) {
            why.add(msg().whyDrawn());
        }
        Texts texts = Texts.in(language.now());
        view.risks()
                .forEach(risk -> why.add(texts.text("RiskFlag." + risk.flag().name(), risk.argument())));
        return why;
    }

    // One report

    @GET
    @Path("/{round}/control/{report}")
    public TemplateInstance ofReport(@RestPath String round, @RestPath long report) {
        return page(view(round, report), Form.empty());
    }

    @POST
    @Path("/{round}/control/{report}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OFFICER)
    public Response check(@RestPath String round, @RestPath long report, MultivaluedMap<String, String> posted) {
        view(round, report);
        Form form = Form.of(posted);
        Map<ControlQuestion, Written> written = new EnumMap<>(ControlQuestion.class);
        for (ControlQuestion question : ControlQuestion.values()) {
            String note = form.value(note(question));
            Arrays.stream(CheckAnswer.values())
                    .filter(answer -> form.chosen(answer(question), answer.name()))
                    .forEach(answer -> written.put(question, new Written(answer, note)));
            if (!written.containsKey(question) && !note.isEmpty()) {
                form.reject(answer(question), Language.msg(language.now()).formChoose());
            }
        }
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(view(round, report), form));
        }
        return answer(
                round,
                report,
                form,
                controls.check(me.actor(), report, version(form), written),
                msg().checklistSaved());
    }

    @POST
    @Path("/{round}/control/{report}/vouchers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OFFICER)
    public Response ask(@RestPath String round, @RestPath long report, MultivaluedMap<String, String> posted) {
        view(round, report);
        Form form = Form.of(posted);
        LocalDate dueOn = Days.read(form, "dueOn", msg().dayMalformed());
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(view(round, report), form));
        }
        return answer(
                round,
                report,
                form,
                controls.ask(me.actor(), report, form.value("asked"), dueOn),
                msg().vouchersAsked());
    }

    @POST
    @Path("/{round}/control/{report}/close")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.OFFICER)
    public Response close(@RestPath String round, @RestPath long report, MultivaluedMap<String, String> posted) {
        view(round, report);
        Form form = Form.of(posted);
        return answer(
                round,
                report,
                form,
                controls.close(me.actor(), report, version(form), form.value("finding")),
                msg().closed());
    }

    private Response answer(String round, long report, Form form, Answer<?> answer, String done) {
        if (answer.isRefused()) {
            form.reject(answer.refusals(), language.now());
            // Rendered with the version as it is now: saving once more is a choice made with open eyes.
            return Answers.refused(answer.refusals(), page(view(round, report), form));
        }
        flash.say(done);
        return Answers.seeOther("/rounds/" + round + "/control/" + report);
    }

    private ControlView view(String round, long report) {
        ControlView view = given(controls.of(me.actor(), report));
        if (!view.report().roundId().equals(round)) {
            throw new NotFoundException();
        }
        return view;
    }

    private TemplateInstance page(ControlView view, Form form) {
        CostReportView report = view.report();
        RoundView round = rounds.round(report.roundId()).orElseThrow();
        boolean in = !report.state().isEditable();
        for (ControlQuestion question : ControlQuestion.values()) {
            Checked checked = view.checklist().get(question);
            if (checked != null && !form.has(note(question))) {
                form.with(answer(question), checked.answer().name()).with(note(question), checked.note());
            }
        }
        return new ReportControlPage(
                round,
                report.id(),
                names().get(report.district()),
                form,
                in,
                in && me.is(Role.OFFICER) && round.state() == RoundState.REPORTING,
                in ? facts(report) : null,
                Arrays.stream(ControlQuestion.values())
                        .map(question -> question(question, view.checklist().get(question)))
                        .toList(),
                Arrays.stream(CheckAnswer.values())
                        .map(answer -> Option.of(answer.name(), texts().name(answer)))
                        .toList(),
                new Deeper(
                        view.isDeeper(),
                        view.bars(),
                        why(view),
                        view.finding(),
                        view.closedAt() == null
                                ? null
                                : msg().closedBy(view.closedBy(), Formats.moment(view.closedAt())),
                        view.closedAt() != null && !view.isClosed()),
                view.requests(),
                in ? given(controls.vouchers(me.actor(), report.id())) : List.of(),
                view.version());
    }

    private Question question(ControlQuestion question, Checked checked) {
        return new Question(
                answer(question),
                note(question),
                texts().name(question),
                checked == null ? null : texts().name(checked.answer()),
                checked == null ? null : checked.note(),
                checked == null ? null : msg().answeredBy(checked.by(), Formats.moment(checked.at())));
    }

    private Facts facts(CostReportView report) {
        return new Facts(
                state(report.state()),
                Formats.day(report.returnedAt() == null ? report.dueOn() : report.answerDue()),
                Formats.moment(report.submittedAt()),
                report.signedBy(),
                report.content().lines().stream().map(this::cost).toList(),
                report.content().otherIncome().stream()
                        .map(income -> income.source() + ": " + kr(income.amount()))
                        .toList());
    }

    private Cost cost(CostLine line) {
        return new Cost(
                line.text(),
                line.category() == null ? null : texts().name(line.category()),
                line.inPlan() ? kr(line.planned()) : msg().offPlan(),
                line.actual() == null ? "" : kr(line.actual()),
                switch (line.source()) {
                    case TYPED -> msg().fromTyped();
                    case LEDGER -> msg().fromLedger();
                    case FILE -> msg().fromFile();
                },
                line.deviation());
    }

    private static String kr(Kronor amount) {
        return Formats.kr(amount.amount());
    }

    static String address(CostReportView report) {
        return "/rounds/" + report.roundId() + "/control/" + report.id();
    }

    private static String answer(ControlQuestion question) {
        return question.name() + ".answer";
    }

    private static String note(ControlQuestion question) {
        return question.name() + ".note";
    }

    /** A version that isn't a number is as stale as one can be. */
    private static long version(Form form) {
        return form.value("version").matches("[0-9]{1,18}") ? Long.parseLong(form.value("version")) : -1;
    }

    static <T> T given(Answer<T> answer) {
        if (answer.isRefused()) {
            Reason.Kind kind = answer.refusals().get(0).reason().kind();
            throw kind == Reason.Kind.FORBIDDEN ? new ForbiddenException() : new NotFoundException();
        }
        return answer.get();
    }

    private Map<String, String> names() {
        return districts.everyone().stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
    }

    private Texts texts() {
        return Texts.in(language.now());
    }

    private ControlMsg msg() {
        return msg(language);
    }

    static ControlMsg msg(Language language) {
        return MessageBundles.get(
                ControlMsg.class, Localized.Literal.of(language.now().getLanguage()));
    }
}
