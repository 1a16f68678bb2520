package se.medel.participant;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.medel.participant.GroupService.NewGroup;
import se.medel.participant.GroupView.Area;
import se.medel.refusal.Answer;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Option;

/** The groups as the social administration sees them: how they are built, never who is in them. */
@Path("/groups")
@Produces(MediaType.TEXT_HTML)
public class GroupPages {

    private static final int ROWS = 4;

    @TemplateData
    public record Line(String href, String name, String districts, String areas) {}

    /** The names of the fields of one area. */
    @TemplateData
    public record AreaRow(String title, String name, String district, String from) {}

    @CheckedTemplate(basePath = "participant", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record GroupList(List<Line> groups, boolean mayCreate) implements TemplateInstance {}

    @CheckedTemplate(basePath = "participant", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewGroupPage(Form form, List<Option> districts, List<AreaRow> areas) implements TemplateInstance {}

    @Inject
    GroupService groups;

    @Inject
    RegisterDesk desk;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.AUDITOR})
    public TemplateInstance list() {
        Map<String, String> names = desk.districtNames();
        return new GroupList(
                groups.all(me.actor()).stream()
                        .map(group -> new Line(
                                RegisterDesk.address(group) + "/settings",
                                group.name(),
                                group.districts().stream().map(names::get).collect(Collectors.joining(", ")),
                                group.areas().stream().map(Area::name).collect(Collectors.joining(", "))))
                        .toList(),
                me.is(Role.OFFICER));
    }

    @GET
    @Path("/new")
    @RolesAllowed(Roles.OFFICER)
    public TemplateInstance create() {
        return page(Form.empty());
    }

    @POST
    @Path("/new")
    @RolesAllowed(Roles.OFFICER)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> posted) {
        Form form = withoutGaps(Form.of(posted));
        List<Area> areas = new ArrayList<>();
        for (int i = 0; isFilled(form, i); i++) {
            areas.add(new Area(
                    RegisterDesk.orNull(form.value(field(i, "name"))),
                    RegisterDesk.orNull(form.value(field(i, "district"))),
                    desk.day(form, field(i, "from"))));
        }
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(form));
        }
        Answer<GroupView> created = groups.create(
                me.actor(),
                new NewGroup(
                        form.value("slug"),
                        form.value("name"),
                        form.value("codePrefix"),
                        form.values("districts"),
                        areas));
        if (created.isRefused()) {
            form.reject(created.refusals(), language.now());
            return Answers.refused(created.refusals(), page(form));
        }
        flash.say(desk.msg().groupsCreated(created.get().name()));
        return Answers.seeOther(RegisterDesk.address(created.get()) + "/settings");
    }

    /** The areas that were filled in, as if they had been filled in from the first row on: faults stand at their rows then. */
    private static Form withoutGaps(Form form) {
        int to = 0;
        for (int from = 0; from < ROWS; from++) {
            if (isFilled(form, from)) {
                move(form, from, to);
                to++;
            }
        }
        for (int rest = to; rest < ROWS; rest++) {
            move(form, ROWS, rest);
        }
        return form;
    }

    private static boolean isFilled(Form form, int row) {
        return Stream.of("name", "district", "from")
                .anyMatch(column -> !form.value(field(row, column)).isEmpty());
    }

    private static void move(Form form, int from, int to) {
        for (String column : List.of("name", "district", "from")) {
            form.with(field(to, column), form.value(field(from, column)));
        }
    }

    private static String field(int row, String column) {
        return "areas[" + row + "]." + column;
    }

    private TemplateInstance page(Form form) {
        return new NewGroupPage(
                form,
                desk.districtOptions(district -> true),
                IntStream.range(0, ROWS)
                        .mapToObj(row -> new AreaRow(
                                desk.msg().newArea(Integer.toString(row + 1)),
                                field(row, "name"),
                                field(row, "district"),
                                field(row, "from")))
                        .toList());
    }
}
