package se.medel.delegation;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.delegation.rules.DecisionKind;
import se.medel.delegation.rules.Nature;
import se.medel.delegation.rules.OrderLine;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.user.UserService;
import se.medel.user.UserView;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Texts;

/** The delegation order: read by the administration, written by the secretary, decided by the committee. */
@Path("/delegation")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR, Roles.ADMINISTRATOR})
public class DelegationPages {

    /** A line in words. */
    record Line(String point, String kind, String nature, String holder, String upTo, String dates) {}

    /** A version in a list. */
    record Version(int number, String decided, String from, String state, String colour) {}

    /** A row of the form, by the names of its fields. */
    record Row(
            String label,
            String point,
            String kind,
            String nature,
            String holder,
            String upTo,
            String from,
            String to) {

        static Row at(int i, DelegationMsg msg) {
            String row = "lines[" + i + "].";
            return new Row(
                    msg.line(Integer.toString(i + 1)),
                    row + "point",
                    row + "kind",
                    row + "nature",
                    row + "holder",
                    row + "upTo",
                    row + "from",
                    row + "to");
        }
    }

    @CheckedTemplate(basePath = "delegation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OrderPage(
            OrderView order,
            String decided,
            Optional<LocalDate> lastDay,
            List<Line> lines,
            List<Version> versions,
            boolean mayDraft,
            boolean mayEdit)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "delegation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OrderEdit(
            Form form, OrderView order, List<Row> rows, List<Option> kinds, List<Option> natures, List<Option> holders)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "delegation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OrderDecision(Form form, OrderView order) implements TemplateInstance {}

    @Inject
    OrderService orders;

    @Inject
    UserService users;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    @Inject
    Me me;

    @GET
    public TemplateInstance inForce() {
        return page(orders.on(LocalDate.now(clock)).orElseThrow(NotFoundException::new));
    }

    @GET
    @Path("/{number: [0-9]{1,9}}")
    public TemplateInstance order(@RestPath int number) {
        return page(found(number));
    }

    @POST
    @Path("/drafts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.SECRETARY)
    public Response draft(MultivaluedMap<String, String> posted) {
        Answer<OrderView> draft = orders.draft(me.actor());
        if (draft.isRefused()) {
            flash.say(Texts.in(language.now()).refusal(draft.refusals().get(0)));
            return Answers.seeOther("/delegation");
        }
        flash.say(msg().drafted());
        return Answers.seeOther("/delegation/" + draft.get().number());
    }

    @GET
    @Path("/{number: [0-9]{1,9}}/edit")
    @RolesAllowed(Roles.SECRETARY)
    public Response edit(@RestPath int number) {
        OrderView order = found(number);
        if (order.state() == OrderState.IN_FORCE) {
            return Answers.seeOther("/delegation/" + number);
        }
        Form form = Form.empty().with("version", order.version());
        for (int i = 0; i < order.lines().size(); i++) {
            fill(form, Row.at(i, msg()), order.lines().get(i));
        }
        return Response.ok(editPage(form, order, order.lines().size())).build();
    }

    @POST
    @Path("/{number: [0-9]{1,9}}/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.SECRETARY)
    public Response edit(@RestPath int number, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        OrderView order = found(number);
        int rows = (int) Math.min(
                OrderService.MOST_LINES,
                form.names().stream().filter(name -> name.endsWith("].point")).count());
        if (form.value("do").equals("add")) {
            return Response.ok(editPage(form, order, Math.min(rows + 1, OrderService.MOST_LINES)))
                    .build();
        }
        List<Row> filled = IntStream.range(0, rows)
                .mapToObj(i -> Row.at(i, msg()))
                .filter(row -> Stream.of(row.point, row.kind, row.nature, row.holder, row.upTo, row.from, row.to)
                        .anyMatch(field -> !form.value(field).isEmpty()))
                .toList();
        Form kept = Form.empty().with("version", form.value("version"));
        List<OrderLine> lines = new ArrayList<>();
        for (int i = 0; i < filled.size(); i++) {
            // Numbered anew, so that what the service refuses is shown at its row.
            Row row = Row.at(i, msg());
            copy(form, filled.get(i), kept, row);
            lines.add(read(kept, row));
        }
        if (kept.hasErrors()) {
            return Answers.toBeCorrected(editPage(kept, order, filled.size()));
        }
        Answer<OrderView> edited = orders.edit(me.actor(), number, version(form), lines);
        if (edited.isRefused()) {
            return refused(edited, kept, number, editPage(kept, order, filled.size()));
        }
        flash.say(msg().saved());
        return Answers.seeOther("/delegation/" + number);
    }

    @GET
    @Path("/{number: [0-9]{1,9}}/decision")
    @RolesAllowed(Roles.SECRETARY)
    public Response decision(@RestPath int number) {
        OrderView order = found(number);
        return order.state() == OrderState.IN_FORCE
                ? Answers.seeOther("/delegation/" + number)
                : Response.ok(new OrderDecision(Form.empty().with("version", order.version()), order))
                        .build();
    }

    @POST
    @Path("/{number: [0-9]{1,9}}/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.SECRETARY)
    public Response decision(@RestPath int number, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        OrderView order = found(number);
        LocalDate date = Days.read(form, "date", msg().dateMalformed());
        LocalDate from = Days.read(form, "from", msg().dateMalformed());
        if (form.hasErrors()) {
            return Answers.toBeCorrected(new OrderDecision(form, order));
        }
        Answer<OrderView> made =
                orders.putInForce(me.actor(), number, version(form), date, form.value("paragraph"), from);
        if (made.isRefused()) {
            return refused(made, form, number, new OrderDecision(form, order));
        }
        flash.say(msg().inForce(Integer.toString(number), Formats.day(from)));
        return Answers.seeOther("/delegation/" + number);
    }

    @POST
    @Path("/{number: [0-9]{1,9}}/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.SECRETARY)
    public Response discard(@RestPath int number, MultivaluedMap<String, String> posted) {
        Answer<OrderView> gone = orders.discard(me.actor(), number, version(Form.of(posted)));
        if (gone.isRefused()) {
            found(number);
            flash.say(Texts.in(language.now()).refusal(gone.refusals().get(0)));
            return Answers.seeOther("/delegation/" + number);
        }
        flash.say(msg().discarded());
        return Answers.seeOther("/delegation");
    }

    private Response refused(Answer<OrderView> answer, Form form, int number, TemplateInstance page) {
        form.reject(answer.refusals(), language.now());
        if (answer.refusals().get(0).reason() == DelegationRefusal.ORDER_STALE) {
            // Saving once more is then a choice that was made with open eyes.
            form.with("version", found(number).version());
        }
        return Answers.refused(answer.refusals(), page);
    }

    private OrderView found(int number) {
        Answer<OrderView> found = orders.find(number);
        if (found.isRefused()) {
            throw new NotFoundException();
        }
        return found.get();
    }

    private TemplateInstance page(OrderView order) {
        List<OrderView> all = orders.all();
        boolean secretary = me.is(Role.SECRETARY);
        return new OrderPage(
                order,
                decided(order),
                orders.lastDay(order),
                order.lines().stream().map(this::line).toList(),
                all.stream()
                        .map(version -> new Version(
                                version.number(),
                                decided(version),
                                version.validFrom() == null ? "" : Formats.day(version.validFrom()),
                                Texts.in(language.now()).name(version.state()),
                                version.state() == OrderState.DRAFT ? "yellow" : "green"))
                        .toList(),
                secretary && all.get(0).state() == OrderState.IN_FORCE,
                secretary && order.state() == OrderState.DRAFT);
    }

    private String decided(OrderView order) {
        if (order.committeeDate() != null) {
            return Formats.day(order.committeeDate()) + ", " + order.committeeParagraph();
        }
        return order.state() == OrderState.IN_FORCE ? msg().first() : "";
    }

    private Line line(OrderLine line) {
        Texts texts = Texts.in(language.now());
        String dates = Stream.of(
                        line.from() == null ? "" : msg().fromOn(Formats.day(line.from())),
                        line.to() == null ? "" : msg().untilOn(Formats.day(line.to())))
                .reduce("", (from, to) -> (from + " " + to).strip());
        return new Line(
                line.point(),
                texts.name(line.kind()),
                texts.name(line.nature()),
                line.holder() == null ? msg().anyone() : holder(line.holder()),
                line.upTo() == null ? msg().noLimit() : Formats.kr(line.upTo().amount()),
                dates.isEmpty() ? msg().always() : dates);
    }

    private String holder(String username) {
        return users.byUsername(username).map(UserView::title).orElse("") + " (" + username + ")";
    }

    private static void fill(Form form, Row row, OrderLine line) {
        form.with(row.point, line.point())
                .with(row.kind, line.kind())
                .with(row.nature, line.nature())
                .with(row.holder, line.holder())
                .with(
                        row.upTo,
                        line.upTo() == null ? null : Formats.number(line.upTo().amount()))
                .with(row.from, line.from())
                .with(row.to, line.to());
    }

    private static void copy(Form from, Row there, Form to, Row here) {
        to.with(here.point, from.value(there.point))
                .with(here.kind, from.value(there.kind))
                .with(here.nature, from.value(there.nature))
                .with(here.holder, from.value(there.holder))
                .with(here.upTo, from.value(there.upTo))
                .with(here.from, from.value(there.from))
                .with(here.to, from.value(there.to));
    }

    private OrderLine read(Form form, Row row) {
        BigDecimal upTo = form.value(row.upTo).isEmpty() ? null : form.wholeKronor(row.upTo, language.msg());
        return new OrderLine(
                form.value(row.point),
                named(DecisionKind.values(), form.value(row.kind)),
                named(Nature.values(), form.value(row.nature)),
                form.value(row.holder).isEmpty() ? null : form.value(row.holder),
                upTo == null ? null : new Kronor(upTo),
                Days.read(form, row.from, msg().dateMalformed()),
                Days.read(form, row.to, msg().dateMalformed()));
    }

    private static <E extends Enum<E>> E named(E[] values, String name) {
        return Stream.of(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private TemplateInstance editPage(Form form, OrderView order, int rows) {
        Texts texts = Texts.in(language.now());
        return new OrderEdit(
                form,
                order,
                IntStream.range(0, rows).mapToObj(i -> Row.at(i, msg())).toList(),
                Stream.of(DecisionKind.values())
                        .map(kind -> Option.of(kind.name(), texts.name(kind)))
                        .toList(),
                Stream.of(Nature.values())
                        .map(nature -> Option.of(nature.name(), texts.name(nature)))
                        .toList(),
                directors(users));
    }

    /** The users who can hold a line or stand in. */
    static List<Option> directors(UserService users) {
        return directors(users, UserView::active);
    }

    /** Those of the directors that are asked for, also among the ones who have left. */
    static List<Option> directors(UserService users, Predicate<UserView> which) {
        return users.everyone().stream()
                .filter(user -> user.role() == Role.DIRECTOR && which.test(user))
                .map(user -> Option.of(user.username(), user.title() + " (" + user.username() + ")"))
                .toList();
    }

    /** A version that isn't a number is as stale as one can be. */
    static Long version(Form form) {
        return form.value("version").matches("[0-9]{1,18}") ? Long.valueOf(form.value("version")) : -1L;
    }

    private DelegationMsg msg() {
        return DelegationWords.in(language.now());
    }
}
