package se.medel.application;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.Completeness;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.Fault;
import se.medel.application.rules.OtherFunding;
import se.medel.application.rules.Section;
import se.medel.participant.rules.Partner;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.round.ModelView;
import se.medel.round.RoundService;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.ComponentKind;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Texts;

/** The pages on which a district writes its application, one section each. Whatever is posted is saved as far as it can be. */
@Path("/applications/{id}")
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
@Produces(MediaType.TEXT_HTML)
public class SectionPages {

    /**
     * What stands around the fields of every section.
     *
     * @param address where the form is posted, which is also where the page is
     * @param version of the application that the form changes
     * @param conflict why what was typed is not saved although it could be read; null where it is
     * @param stored what the section says now, for a comparison with what was typed
     */
    record Head(
            String title,
            String caption,
            String address,
            String applicationAddress,
            long version,
            String conflict,
            ApplicationWords.Part stored,
            Form form) {}

    /** A numbered row of fields; prefix and column make the field's name. */
    record Row(String number, String prefix) {
        public String field(String column) {
            return prefix + "." + column;
        }
    }

    /** The figures that the money is tried against, beside its fields. */
    record Figures(String plan, String most, String mostRule, String others, boolean ownPartRequired) {}

    @CheckedTemplate(basePath = "application/section", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Plan(Head head, Form form, List<Row> rows, boolean mayAdd, List<Option> categories, String sum)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "application/section", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Money(Head head, Form form, Figures figures) implements TemplateInstance {}

    @CheckedTemplate(basePath = "application/section", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Clients(Head head, Form form) implements TemplateInstance {}

    @CheckedTemplate(basePath = "application/section", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OwnFinancing(Head head, Form form) implements TemplateInstance {}

    @CheckedTemplate(basePath = "application/section", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Method(Head head, Form form, List<Option> partners) implements TemplateInstance {}

    @CheckedTemplate(basePath = "application/section", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FollowUp(Head head, Form form) implements TemplateInstance {}

    @CheckedTemplate(basePath = "application/section", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OtherFundings(
            Head head,
            Form form,
            List<Option> yesOrNo,
            boolean anyRows,
            List<Row> rows,
            boolean mayAdd,
            List<Option> statuses,
            List<Option> lines)
            implements TemplateInstance {}

    private static final Pattern REMOVE = Pattern.compile("remove-([0-9]{1,4})");

    @Inject
    ApplicationService applications;

    @Inject
    ApplicationDesk desk;

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    /**
     * @param faults whether everything that the section lacks is to be shown, as after a link from "check your answers"
     * @param rows how many rows there should at least be to write in
     */
    @GET
    @Path("/{section}")
    public Response show(
            @RestPath long id, @RestPath String section, @RestQuery boolean faults, @RestQuery Integer rows) {
        Section part = section(section);
        ApplicationView application = desk.application(id);
        if (!application.state().isEditable() || application.isClaim()) {
            // A claim has rows in place of sections.
            return Answers.seeOther("/applications/" + id);
        }
        SectionForm form = SectionForm.stored(part, application.content(), language.now());
        if (faults) {
            form.lacks(applications.missing(application));
        }
        form.showFaults();
        return Response.ok(
                        page(application, part, form, rows == null ? 0 : Math.min(rows, Completeness.MOST_LINES), null))
                .build();
    }

    @POST
    @Path("/{section}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@RestPath long id, @RestPath String section, MultivaluedMap<String, String> posted) {
        Section part = section(section);
        ApplicationView before = desk.application(id);
        if (before.isClaim()) {
            return Answers.seeOther("/applications/" + id);
        }
        Form typed = Form.of(posted);
        String button = typed.value("do");
        Matcher remove = REMOVE.matcher(button);
        int removed = remove.matches() ? Integer.parseInt(remove.group(1)) - 1 : -1;
        SectionForm form = SectionForm.posted(part, typed, removed, language.now());
        ApplicationContent content = form.read(before.content());
        int rowsPosted = SectionForm.posted(part, typed, -1, language.now()).rows();

        Answer<ApplicationView> saved = applications.save(me.actor(), id, ApplicationDesk.version(typed), content);
        if (saved.isRefused()) {
            return notSaved(before, part, form, rowsPosted, saved.refusals());
        }
        ApplicationView now = saved.get();
        String here = address(id, part);
        if (form.isHarmful()) {
            form.showFaults();
            return Answers.toBeCorrected(page(now, part, form, rowsPosted, null));
        }
        if (button.equals("add")) {
            int row = Math.max(form.rows(), rowsPosted) + 1;
            return Answers.seeOther(here + "?rows=" + row + "#row-" + row);
        }
        if (remove.matches()) {
            return Answers.seeOther(here + "#rows");
        }
        if (button.equals("draft")) {
            flash.say(desk.words().msg().draftSaved());
            return Answers.seeOther("/applications/" + id);
        }
        if (part == Section.OTHER_FUNDING && Boolean.TRUE.equals(content.otherFundingStated()) && form.rows() == 0) {
            // Yes was said, and now there is a row to say where from; that is no fault yet.
            return Answers.seeOther(here + "?rows=1#row-1");
        }
        form.lacks(applications.missing(now).stream()
                .filter(refusal -> !isTooEarly(refusal, content))
                .toList());
        if (form.showFaults().hasErrors()) {
            return Answers.toBeCorrected(page(now, part, form, 0, null));
        }
        return Answers.seeOther(next(id, part));
    }

    /** That the financing doesn't add up can't be known before the district has said whether anybody else pays. */
    private static boolean isTooEarly(Refusal refusal, ApplicationContent content) {
        return refusal.reason() == Fault.FINANCING_NOT_TOTAL && content.otherFundingStated() == null;
    }

    private Response notSaved(
            ApplicationView before, Section part, SectionForm form, int rows, List<Refusal> refusals) {
        boolean invalid = refusals.stream().allMatch(refusal -> refusal.reason().kind() == Reason.Kind.INVALID);
        form.showFaults();
        if (invalid) {
            form.form().reject(refusals, language.now());
            return Answers.toBeCorrected(page(before, part, form, rows, null));
        }
        ApplicationWords words = desk.words();
        boolean stale = refusals.stream().anyMatch(refusal -> refusal.reason().kind() == Reason.Kind.STALE);
        String why = stale ? words.msg().conflictTitle() : words.refusal(refusals.get(0));
        return Answers.conflict(page(before, part, form, rows, why));
    }

    private TemplateInstance page(
            ApplicationView application, Section part, SectionForm typed, int leastRows, String conflict) {
        Locale locale = language.now();
        Form form = typed.form();
        ApplicationContent content = application.content();
        Head head = new Head(
                Texts.in(locale).name(part),
                desk.caption(application),
                address(application.id(), part),
                "/applications/" + application.id(),
                application.version(),
                conflict,
                desk.words().part(part, content),
                form);
        return switch (part) {
            case PLAN ->
                new Plan(
                        head,
                        form,
                        rows("plan", Math.max(1, Math.max(typed.rows(), leastRows))),
                        typed.rows() < Completeness.MOST_LINES,
                        options(CostCategory.values(), locale),
                        Formats.kr(content.planSum().amount()));
            case MONEY -> new Money(head, suggestingTotal(form, content), figures(application));
            case CLIENTS -> new Clients(head, form);
            case OWN_FINANCING -> new OwnFinancing(head, form);
            case METHOD -> new Method(head, form, options(Partner.values(), locale));
            case FOLLOW_UP -> new FollowUp(head, form);
            case OTHER_FUNDING -> {
                boolean stated = form.chosen("otherFundingStated", "yes") || typed.rows() > 0;
                yield new OtherFundings(
                        head,
                        form,
                        List.of(
                                Option.of("yes", desk.words().msg().yes()),
                                Option.of("no", desk.words().msg().no())),
                        stated,
                        stated ? rows("otherFunding", Math.max(1, Math.max(typed.rows(), leastRows))) : List.of(),
                        typed.rows() < Completeness.MOST_LINES,
                        options(OtherFunding.Status.values(), locale),
                        planLines(content));
            }
        };
    }

    /** What the plan comes to is what it costs, unless the district writes something else. */
    private static Form suggestingTotal(Form form, ApplicationContent content) {
        if (!form.has("totalCost") && content.planSum().isPositive()) {
            form.with("totalCost", Formats.number(content.planSum().amount()));
        }
        return form;
    }

    private Figures figures(ApplicationView application) {
        AllocationModel model =
                rounds.modelInForce(application.roundId()).map(ModelView::model).orElseThrow();
        return new Figures(
                Formats.kr(application.content().planSum().amount()),
                Formats.kr(Completeness.mostFor(application.component(), application.district(), model)
                        .amount()),
                model.component(application.component()).orElseThrow().basis().rule(),
                Formats.kr(application.content().fundedByOthers().amount()),
                application.component() == ComponentKind.CO_FINANCING
                        && model.coFinancing().orElseThrow().ownPartRequired());
    }

    private List<Option> planLines(ApplicationContent content) {
        ApplicationWords words = desk.words();
        return words.part(Section.PLAN, content).rows().stream()
                .limit(content.plan().size())
                .map(row -> {
                    String number = row.key().substring(0, row.key().indexOf('.'));
                    return new Option(number, row.key(), row.value());
                })
                .toList();
    }

    private static List<Row> rows(String list, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Row(Integer.toString(i + 1), list + "[" + i + "]"))
                .toList();
    }

    private static <E extends Enum<E>> List<Option> options(E[] values, Locale locale) {
        return Arrays.stream(values)
                .map(value -> Option.of(value.name(), Texts.in(locale).name(value)))
                .toList();
    }

    private static Section section(String wireName) {
        return Section.ofWireName(wireName).orElseThrow(NotFoundException::new);
    }

    private static String address(long id, Section section) {
        return "/applications/" + id + "/" + section.wireName();
    }

    private static String next(long id, Section section) {
        Section[] all = Section.values();
        return section.ordinal() + 1 < all.length
                ? address(id, all[section.ordinal() + 1])
                : "/applications/" + id + "/check";
    }
}
