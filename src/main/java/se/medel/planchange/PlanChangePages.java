package se.medel.planchange;

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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.application.ApplicationView;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.PlanLine;
import se.medel.delegation.ConflictService;
import se.medel.delegation.DelegationWords;
import se.medel.delegation.ReportedBack;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Texts;

/** Plan changes: the district asks, an officer prepares, the director decides. */
@Path("/plan-changes")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.AUDITOR
})
public class PlanChangePages {

    /** A row of the form, by the names of its fields. */
    record Row(int number, String category, String text, String amount) {
        static Row at(int i) {
            String row = "plan[" + i + "].";
            return new Row(i + 1, row + "category", row + "text", row + "amount");
        }
    }

    @CheckedTemplate(basePath = "planchange", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChangeList(List<PlanChangeWords.Line> changes, List<PlanChangeWords.Asking> asking)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "planchange", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChangeForm(Form form, long application, String caption, List<Row> rows, List<Option> categories)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "planchange", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChangePage(
            Form form,
            PlanChangeWords.Read change,
            String mandate,
            String reported,
            String subject,
            boolean conflicted,
            List<Option> recommendations,
            long version)
            implements TemplateInstance {}

    @Inject
    PlanChangeService changes;

    @Inject
    PlanChangeWords words;

    @Inject
    ConflictService conflicts;

    @Inject
    ReportedBack reported;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    public TemplateInstance list() {
        return new ChangeList(changes.all(me.actor()).stream().map(words::line).toList(), words.asking(me.actor()));
    }

    @GET
    @Path("/new/{application: [0-9]+}")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    public Response ask(@RestPath long application) {
        Answer<ApplicationView> changeable = changes.changeable(me.actor(), application);
        if (changeable.isRefused()) {
            return elsewhere(changeable);
        }
        Form form = Form.empty();
        List<PlanLine> plan = changes.inForce(changeable.get());
        for (int i = 0; i < plan.size(); i++) {
            Row row = Row.at(i);
            form.with(row.category(), plan.get(i).category().name())
                    .with(row.text(), plan.get(i).text())
                    .with(row.amount(), Formats.number(plan.get(i).amount().amount()));
        }
        return Response.ok(page(form, changeable.get(), plan.size())).build();
    }

    /** What can't be asked for is said on the list; what isn't theirs isn't found. */
    private Response elsewhere(Answer<?> refused) {
        if (refused.refusals().get(0).reason().kind() == Reason.Kind.NOT_FOUND) {
            throw new NotFoundException();
        }
        flash.say(Texts.in(language.now()).refusal(refused.refusals().get(0)));
        return Answers.seeOther("/plan-changes");
    }

    @POST
    @Path("/new/{application: [0-9]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    public Response ask(@RestPath long application, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Answer<ApplicationView> changeable = changes.changeable(me.actor(), application);
        if (changeable.isRefused()) {
            return elsewhere(changeable);
        }
        int rows = (int)
                form.names().stream().filter(name -> name.endsWith("].amount")).count();
        if (form.value("do").equals("add")) {
            return Response.ok(page(form, changeable.get(), rows + 1)).build();
        }
        List<PlanLine> plan = read(form, rows, changes.inForce(changeable.get()).size());
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(form, changeable.get(), rows));
        }
        Answer<PlanChangeView> asked = changes.ask(me.actor(), application, plan, form.value("reason"));
        if (asked.isRefused()) {
            form.reject(asked.refusals(), language.now());
            return Answers.refused(asked.refusals(), page(form, changeable.get(), rows));
        }
        flash.say(words.msg().asked());
        return Answers.seeOther("/plan-changes/" + asked.get().id());
    }

    /** A new row that is left empty is no line. */
    private List<PlanLine> read(Form form, int rows, int known) {
        List<PlanLine> plan = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Row row = Row.at(i);
            boolean empty = Stream.of(row.category(), row.text(), row.amount())
                    .allMatch(field -> form.value(field).isEmpty());
            if (i < known || !empty) {
                BigDecimal amount = form.kronorAndOre(row.amount(), language.msg());
                plan.add(new PlanLine(
                        category(form.value(row.category())),
                        amount == null ? null : new Kronor(amount),
                        form.value(row.text())));
            }
        }
        return plan;
    }

    private static CostCategory category(String name) {
        return Stream.of(CostCategory.values())
                .filter(category -> category.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private TemplateInstance page(Form form, ApplicationView application, int rows) {
        Texts texts = Texts.in(language.now());
        return new ChangeForm(
                form,
                application.id(),
                words.caption(application.district(), application.roundId()),
                IntStream.range(0, rows).mapToObj(Row::at).toList(),
                Stream.of(CostCategory.values())
                        .map(category -> Option.of(category.name(), texts.name(category)))
                        .toList());
    }

    @GET
    @Path("/{id: [0-9]+}")
    public TemplateInstance change(@RestPath long id) {
        return page(Form.empty(), found(id));
    }

    private PlanChangeView found(long id) {
        Answer<PlanChangeView> found = changes.find(me.actor(), id);
        if (found.isRefused()) {
            throw new NotFoundException();
        }
        return found.get();
    }

    private TemplateInstance page(Form form, PlanChangeView change) {
        return new ChangePage(
                form,
                words.read(change, me.role()),
                change.mandate() == null ? null : DelegationWords.mandate(change.mandate(), language.now()),
                reported.of(change.subject(), change.decidedAt())
                        .map(report -> DelegationWords.reported(report, language.now()))
                        .orElse(null),
                change.subject(),
                change.state().isOpen()
                        && conflicts.bars(me.actor(), change.subjects()).isPresent(),
                List.of(
                        Option.of("yes", words.msg().recommendYes()),
                        Option.of("no", words.msg().recommendNo())),
                change.version());
    }

    @POST
    @Path("/{id: [0-9]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR, Roles.OFFICER, Roles.DIRECTOR})
    public Response change(@RestPath long id, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        found(id);
        Long version = form.value("version").matches("[0-9]{1,18}") ? Long.valueOf(form.value("version")) : -1L;
        Answer<PlanChangeView> moved =
                switch (form.value("do")) {
                    case "withdraw" -> changes.withdraw(me.actor(), id, version);
                    case "prepare" ->
                        changes.prepare(
                                me.actor(),
                                id,
                                version,
                                form.value("recommends").isEmpty()
                                        ? null
                                        : form.value("recommends").equals("yes"),
                                form.value("note"));
                    case "approve" -> changes.approve(me.actor(), id, version, form.value("reasons"));
                    case "refuse" -> changes.refuse(me.actor(), id, version, form.value("reasons"));
                    default -> throw new jakarta.ws.rs.BadRequestException();
                };
        if (moved.isRefused()) {
            form.reject(moved.refusals(), language.now());
            return Answers.refused(moved.refusals(), page(form, found(id)));
        }
        flash.say(words.msg().moved(Texts.in(language.now()).name(moved.get().state())));
        return Answers.seeOther("/plan-changes/" + id);
    }
}
