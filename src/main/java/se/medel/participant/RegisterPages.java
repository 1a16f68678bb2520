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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.participant.RegisterDesk.Control;
import se.medel.participant.RegisterDesk.Link;
import se.medel.participant.RegisterDesk.Sheet;
import se.medel.participant.RegisterDesk.Tag;
import se.medel.participant.RegisterService.Arrival;
import se.medel.participant.RegisterService.Filter;
import se.medel.participant.RegisterService.Overview;
import se.medel.participant.rules.Limits;
import se.medel.participant.rules.Referral;
import se.medel.participant.rules.State;
import se.medel.refusal.Answer;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Option;

/** A group's register, for the districts that run it. */
@Path("/register")
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
@Produces(MediaType.TEXT_HTML)
public class RegisterPages {

    /** A group in the list of own groups. */
    @TemplateData
    public record OwnGroup(String href, String name, String runBy, String stop, List<Count> counts) {}

    /** How many are in a state, and where they are listed. */
    @TemplateData
    public record Count(String text, long count, String href) {}

    /**
     * A load against its limit.
     *
     * @param width how much of the limit is used, in per cent, at most 100
     * @param note that it is full or above, null where there is room, with its colour
     * @param href where the ones behind the figure are listed, null for nowhere
     */
    @TemplateData
    public record Load(
            String name, String figure, String width, String fill, String note, String colour, String href) {}

    /** The group today. */
    @TemplateData
    public record Glance(
            List<Count> states, List<Load> guides, Load support, String plans, String stalePlansHref, boolean stale) {}

    /** A participant in a list. */
    @TemplateData
    public record Row(
            String href, String code, Tag state, LocalDate since, String guide, String area, List<Tag> flags) {}

    /** A participant who waits. */
    @TemplateData
    public record Waiting(
            int place, String href, String code, LocalDate since, String days, String area, List<Tag> flags) {}

    @CheckedTemplate(basePath = "participant", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OwnGroups(List<OwnGroup> groups) implements TemplateInstance {}

    /**
     * @param glance null where another day is shown
     * @param stop the admission stop in words, null without one (P7)
     * @param on another day than today, null for today
     * @param onlyByState whether something else was asked for that such a day's list can't be chosen by
     * @param next where the next ones are, null where there are no more
     */
    @CheckedTemplate(basePath = "participant", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record GroupPage(
            String name,
            String runBy,
            String address,
            List<Link> crumbs,
            String stop,
            Glance glance,
            Form form,
            LocalDate on,
            boolean onlyByState,
            List<Option> states,
            List<Option> guides,
            List<Row> rows,
            boolean later,
            String next)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "participant", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WaitingList(String name, List<Link> crumbs, String stop, List<Waiting> rows, String next)
            implements TemplateInstance {}

    private static final String ROOM = "#0b5f6b";
    private static final String FULL = "#c8862a";
    private static final String OVER = "#b3350f";

    @Inject
    RegisterService register;

    @Inject
    GroupService groups;

    @Inject
    RegisterDesk desk;

    @Inject
    Me me;

    @GET
    public TemplateInstance own() {
        return new OwnGroups(groups.all(me.actor()).stream()
                .map(group -> {
                    Overview overview = desk.given(register.overview(me.actor(), group.slug()));
                    return new OwnGroup(
                            RegisterDesk.address(group),
                            group.name(),
                            desk.msg().registerRunBy(desk.runBy(group)),
                            stop(overview.stop()),
                            counts(overview));
                })
                .toList());
    }

    @GET
    @Path("/{group}")
    public Response group(
            @RestPath("group") String slug,
            @RestQuery String state,
            @RestQuery String guide,
            @RestQuery String plan,
            @RestQuery String on,
            @RestQuery String after) {
        Overview overview = desk.given(register.overview(me.actor(), slug));
        GroupView group = overview.group();
        Form form = Form.empty()
                .with("state", state)
                .with("guide", guide)
                .with("plan", plan)
                .with("on", on);
        LocalDate day = Days.read(form, "on", desk.msg().onMalformed());
        boolean onlyByState = day != null
                && (!form.value("guide").isEmpty() || !form.value("plan").isEmpty());
        if (day != null) {
            // Guides and plans are looked for as they are today only.
            form = Form.empty().with("state", state).with("on", on);
        }
        Filter filter = new Filter(
                State.ofWireName(form.value("state")).orElse(null),
                RegisterDesk.orNull(form.value("guide")),
                form.value("plan").equals("yes"));
        long afterId = after != null && after.matches("[0-9]{1,18}") ? Long.parseLong(after) : 0;
        LocalDate shown = day == null ? desk.today() : day;
        List<ParticipantLine> lines = day == null
                ? desk.given(register.list(me.actor(), slug, filter, afterId))
                : desk.given(register.asOn(me.actor(), slug, day, filter.state(), afterId)).stream()
                        .map(view -> view.line(group))
                        .toList();
        Limits limits = groups.limits(slug, shown);
        String address = RegisterDesk.address(group);
        TemplateInstance page = new GroupPage(
                group.name(),
                desk.msg().registerRunBy(desk.runBy(group)),
                address,
                desk.crumbs(group).subList(0, 1),
                stop(overview.stop()),
                day == null ? glance(overview, address) : null,
                form,
                day,
                onlyByState,
                Arrays.stream(State.values())
                        .map(one -> Option.of(one.wireName(), desk.texts().name(one)))
                        .toList(),
                overview.guideLoad().keySet().stream()
                        .map(code -> Option.of(code, code))
                        .toList(),
                lines.stream()
                        .map(line -> row(line, address, shown, day, limits))
                        .toList(),
                afterId > 0,
                lines.size() < RegisterService.PAGE ? null : next(address, form, lines));
        return form.hasErrors()
                ? Answers.toBeCorrected(page)
                : Response.ok(page).build();
    }

    private static String next(String address, Form form, List<ParticipantLine> lines) {
        StringBuilder query = new StringBuilder("?");
        for (String name : form.names()) {
            query.append(name)
                    .append('=')
                    .append(URLEncoder.encode(form.value(name), StandardCharsets.UTF_8))
                    .append('&');
        }
        return address + query + "after=" + lines.get(lines.size() - 1).id() + "#list";
    }

    private Row row(ParticipantLine line, String address, LocalDate shown, LocalDate on, Limits limits) {
        List<Tag> flags = flags(line);
        if (line.isPlanStale(shown, limits)) {
            flags.add(new Tag(desk.msg().flagPlan(), "orange"));
        }
        return new Row(
                address + "/participants/" + line.id() + (on == null ? "" : "?on=" + on),
                line.code(),
                desk.tag(line.state()),
                line.since(),
                line.guide(),
                line.area(),
                flags);
    }

    private List<Tag> flags(ParticipantLine line) {
        List<Tag> flags = new ArrayList<>();
        if (line.consentWithdrawnOn() != null) {
            flags.add(new Tag(desk.msg().flagClosed(), "red"));
        } else if (line.consentedOn() == null && line.state() != State.DISCHARGED) {
            flags.add(new Tag(desk.msg().flagNoConsent(), "yellow"));
        }
        if (line.withSupport()) {
            flags.add(new Tag(desk.msg().flagSupport(), "light-blue"));
        }
        return flags;
    }

    private List<Count> counts(Overview overview) {
        return Arrays.stream(State.values())
                .map(state -> new Count(
                        desk.texts().name(state),
                        overview.byState().getOrDefault(state, 0L),
                        RegisterDesk.address(overview.group()) + "?state=" + state.wireName() + "#list"))
                .toList();
    }

    private Glance glance(Overview overview, String address) {
        List<Load> guides = overview.guideLoad().entrySet().stream()
                .map(load -> load(
                        load.getKey(),
                        load.getValue(),
                        overview.limits().placesPerGuide(),
                        address + "?guide=" + URLEncoder.encode(load.getKey(), StandardCharsets.UTF_8) + "#list"))
                .toList();
        return new Glance(
                counts(overview),
                guides,
                load(
                        desk.msg().supportHint(),
                        overview.withSupport(),
                        overview.limits().mostWithSupport(),
                        null),
                overview.stalePlans() == 0
                        ? desk.msg().plansAllLive()
                        : desk.msg().plansStale(Formats.number(overview.stalePlans())),
                address + "?plan=yes#list",
                overview.stalePlans() > 0);
    }

    private Load load(String name, long count, long most, String href) {
        String note =
                count > most ? desk.msg().isOver() : count == most ? desk.msg().isFull() : null;
        BigDecimal width = most == 0
                ? BigDecimal.valueOf(count == 0 ? 0 : 100)
                : BigDecimal.valueOf(Math.min(count, most) * 100)
                        .divide(BigDecimal.valueOf(most), 2, RoundingMode.HALF_UP);
        return new Load(
                name,
                desk.msg().ofMost(Formats.number(count), Formats.number(most)),
                width.toPlainString() + "%",
                count > most ? OVER : count == most ? FULL : ROOM,
                note,
                count > most ? "red" : "yellow",
                href);
    }

    /** P7: that nobody is admitted, and until when; null where there is no stop. */
    private String stop(GroupService.Stop stop) {
        if (stop == null) {
            return null;
        }
        String from = Formats.day(stop.starts());
        String text = stop.ends() == null
                ? desk.msg().stopSince(from)
                : desk.msg().stopUntil(from, Formats.day(stop.ends().minusDays(1)));
        return text + " " + desk.msg().stopReason() + ": " + stop.reason();
    }

    @GET
    @Path("/{group}/waiting-list")
    public TemplateInstance waitingList(@RestPath("group") String slug, @RestQuery String skip) {
        int before = skip != null && skip.matches("[0-9]{1,6}") ? Integer.parseInt(skip) : 0;
        List<ParticipantLine> lines = desk.given(register.waitingList(me.actor(), slug, before));
        Overview overview = desk.given(register.overview(me.actor(), slug));
        GroupView group = overview.group();
        List<Waiting> rows = new ArrayList<>();
        for (ParticipantLine line : lines) {
            rows.add(new Waiting(
                    before + rows.size() + 1,
                    RegisterDesk.address(group) + "/participants/" + line.id(),
                    line.code(),
                    line.waitingSince(),
                    days(line.daysWaited(desk.today())),
                    line.area(),
                    flags(line)));
        }
        int shown = before + rows.size();
        boolean more = overview.byState().getOrDefault(State.WAITING, 0L) > shown && !rows.isEmpty();
        return new WaitingList(
                group.name(),
                desk.crumbs(group),
                stop(overview.stop()),
                rows,
                more ? RegisterDesk.address(group) + "/waiting-list?skip=" + shown : null);
    }

    private String days(long count) {
        return count == 1 ? desk.msg().oneDay() : desk.msg().days(Formats.number(count));
    }

    @GET
    @Path("/{group}/arrivals")
    public TemplateInstance arrive(@RestPath("group") String slug) {
        GroupView group = desk.group(slug);
        return desk.page(arrival(group), Form.empty().with("cameOn", desk.today()));
    }

    @POST
    @Path("/{group}/arrivals")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response arrive(@RestPath("group") String slug, MultivaluedMap<String, String> posted) {
        GroupView group = desk.group(slug);
        Form form = Form.of(posted);
        LocalDate day = desk.day(form, "cameOn");
        if (form.hasErrors()) {
            return desk.toBeCorrected(arrival(group), form);
        }
        String year = form.value("birthYear");
        Arrival arrival = new Arrival(
                form.value("code"),
                year.matches("[0-9]{4}") ? Integer.valueOf(year) : null,
                RegisterDesk.orNull(form.value("area")),
                Arrays.stream(Referral.values())
                        .filter(one -> one.name().equals(form.value("referral")))
                        .findFirst()
                        .orElse(null),
                day);
        Answer<ParticipantView> entered = register.arrive(me.actor(), slug, arrival);
        String next = entered.isRefused()
                ? ""
                : RegisterDesk.address(group) + "/participants/" + entered.get().id();
        return desk.answer(arrival(group), form, entered, desk.msg().arriveSaved(), next);
    }

    private Sheet arrival(GroupView group) {
        ParticipantMsg msg = desk.msg();
        return new Sheet(
                msg.arriveTitle(),
                group.name(),
                msg.arriveIntro(),
                null,
                desk.crumbs(group),
                RegisterDesk.address(group) + "/arrivals",
                List.of(
                        Control.text(
                                "code",
                                msg.arriveCode(),
                                msg.arriveCodeHint(group.pattern().example()),
                                10),
                        Control.number("birthYear", msg.arriveYear(), msg.arriveYearHint()),
                        Control.radios("area", msg.area(), areas(group)),
                        Control.radios("referral", msg.arriveReferral(), desk.options(Referral.class)),
                        Control.day("cameOn", msg.arriveDay(), msg.onHint())),
                msg.arriveSave());
    }

    private List<Option> areas(GroupView group) {
        Map<String, String> names = desk.districtNames();
        return group.areas().stream()
                .map(area -> new Option(
                        area.name(), area.name(), group.districts().size() == 1 ? null : names.get(area.district())))
                .toList();
    }
}
