package se.medel.participant;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.participant.ParticipantView.Written;
import se.medel.participant.RegisterDesk.Control;
import se.medel.participant.RegisterDesk.Fact;
import se.medel.participant.RegisterDesk.Link;
import se.medel.participant.RegisterDesk.Overtaken;
import se.medel.participant.RegisterDesk.Sheet;
import se.medel.participant.RegisterDesk.Tag;
import se.medel.participant.rules.ActivityCategory;
import se.medel.participant.rules.Entry;
import se.medel.participant.rules.EntryKind;
import se.medel.participant.rules.Period;
import se.medel.participant.rules.Standing;
import se.medel.participant.rules.State;
import se.medel.refusal.Answer;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Option;

/** One participant, and a page for each thing that can be written. */
@Path("/register/{group}/participants/{id}")
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
@Produces(MediaType.TEXT_HTML)
public class ParticipantPages {

    /** @param struck who struck it, in words; null while it counts */
    @TemplateData
    public record Line(LocalDate day, String what, String detail, String by, Instant at, String struck) {}

    /**
     * @param on another day than today, null for today
     * @param blocks what is known, each with what can be written about it now; empty where the participant hadn't come
     * @param entries the latest first
     * @param strike where the entry that was written last is struck, null where none can be
     */
    @CheckedTemplate(basePath = "participant", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ParticipantPage(
            String code,
            String caption,
            Tag state,
            String address,
            List<Link> crumbs,
            Form form,
            LocalDate on,
            String closed,
            List<ParticipantWords.Block> blocks,
            List<Line> entries,
            String strike)
            implements TemplateInstance {}

    @Inject
    RegisterService register;

    @Inject
    GroupService groups;

    @Inject
    RegisterDesk desk;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    public Response participant(@RestPath("group") String slug, @RestPath long id, @RestQuery String on) {
        Form form = Form.empty().with("on", on);
        LocalDate day = Days.read(form, "on", desk.msg().onMalformed());
        LocalDate shown = day == null ? desk.today() : day;
        ParticipantView view = desk.given(register.find(me.actor(), slug, id, shown));
        GroupView group = desk.group(slug);
        Standing standing = view.standing();
        ParticipantWords words = new ParticipantWords(desk.msg(), desk.texts());
        TemplateInstance page = new ParticipantPage(
                view.code(),
                group.name(),
                standing.state() == null ? null : desk.tag(standing.state()),
                address(view),
                desk.crumbs(group),
                form,
                day,
                words.closed(standing),
                standing.state() == null
                        ? List.of()
                        : words.blocks(
                                view,
                                group,
                                groups.limits(slug, shown),
                                day == null ? obstacles(view) : null,
                                day == null ? address(view) : null),
                lines(view, words),
                day == null && view.last().isPresent() ? address(view) + "/strike" : null);
        return form.hasErrors()
                ? Answers.toBeCorrected(page)
                : Response.ok(page).build();
    }

    /** Why the participant can't be admitted today; null where admission isn't what comes next. */
    private List<String> obstacles(ParticipantView view) {
        Standing standing = view.standing();
        if (standing.isEnrolled()
                || !standing.state().next().contains(State.ADMITTED)
                || standing.consentWithdrawnOn() != null) {
            return null;
        }
        return register.obstacles(me.actor(), view).stream()
                .map(desk.texts()::refusal)
                .toList();
    }

    private static List<Line> lines(ParticipantView view, ParticipantWords words) {
        List<Line> lines = new ArrayList<>(view.entries().stream()
                .filter(written -> !written.entry().day().isAfter(view.on()))
                .map(written -> new Line(
                        written.entry().day(),
                        words.what(written.entry()),
                        words.detail(written.entry()),
                        written.by(),
                        written.at(),
                        written.counts() ? null : words.struck(written)))
                .toList());
        Collections.reverse(lines);
        return lines;
    }

    @GET
    @Path("/{kind}")
    public TemplateInstance write(@RestPath("group") String slug, @RestPath long id, @RestPath String kind) {
        EntryKind wanted = kind(kind);
        ParticipantView view = found(slug, id);
        Form form = Form.empty().with("version", view.version()).with("day", desk.today());
        if (wanted == EntryKind.CONSENTED) {
            form.withAll(
                    "value",
                    view.standing().opensBetween().stream().map(Enum::name).toList());
        }
        return desk.page(sheet(view, wanted), form);
    }

    @POST
    @Path("/{kind}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response write(
            @RestPath("group") String slug,
            @RestPath long id,
            @RestPath String kind,
            MultivaluedMap<String, String> posted) {
        EntryKind wanted = kind(kind);
        ParticipantView before = found(slug, id);
        Form form = Form.of(posted);
        LocalDate day = desk.day(form, "day");
        if (form.hasErrors()) {
            return desk.toBeCorrected(sheet(before, wanted), form);
        }
        Entry entry = Entry.chosen(wanted, day, form.values("value"));
        Answer<ParticipantView> written = register.record(me.actor(), slug, id, version(form), entry);
        if (!written.isRefused()) {
            ParticipantWords words = new ParticipantWords(desk.msg(), desk.texts());
            flash.say(desk.msg().formSaved(words.what(entry), Formats.day(day)));
            return Answers.seeOther(address(before));
        }
        boolean stale = written.refusals().get(0).reason() == RegisterRefusal.PARTICIPANT_STALE;
        ParticipantView now = found(slug, id);
        if (stale) {
            // Saving once more is then a choice that was made with open eyes.
            form.with("version", now.version());
        }
        return desk.refused(sheet(now, wanted), form, written.refusals(), stale ? overtaken(now) : null);
    }

    @GET
    @Path("/strike")
    public TemplateInstance strike(@RestPath("group") String slug, @RestPath long id) {
        ParticipantView view = found(slug, id);
        return desk.page(striking(view), Form.empty().with("version", view.version()));
    }

    @POST
    @Path("/strike")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response strike(@RestPath("group") String slug, @RestPath long id, MultivaluedMap<String, String> posted) {
        ParticipantView before = found(slug, id);
        Form form = Form.of(posted);
        Answer<ParticipantView> struck = register.strikeLast(me.actor(), slug, id, version(form));
        if (!struck.isRefused()) {
            flash.say(desk.msg().strikeSaved());
            return Answers.seeOther(address(before));
        }
        ParticipantView now = found(slug, id);
        return desk.refused(striking(now), form.with("version", now.version()), struck.refusals(), null);
    }

    private Sheet striking(ParticipantView view) {
        ParticipantMsg msg = desk.msg();
        Written last = view.last().orElseThrow(NotFoundException::new);
        ParticipantWords words = new ParticipantWords(desk.msg(), desk.texts());
        return new Sheet(
                msg.strikeTitle(),
                view.code(),
                msg.strikeText(
                        Formats.day(last.entry().day()),
                        Stream.of(words.what(last.entry()), words.detail(last.entry()))
                                .filter(text -> text != null)
                                .collect(Collectors.joining(", ")),
                        last.by()),
                null,
                desk.crumbs(desk.group(view.group()), new Link(address(view), view.code())),
                address(view) + "/strike",
                List.of(),
                msg.strikeButton());
    }

    /** A version that isn't a number is as stale as one can be. */
    private static long version(Form form) {
        return form.value("version").matches("[0-9]{1,18}") ? Long.parseLong(form.value("version")) : -1;
    }

    /** The latest three that were written, whatever day they are of. */
    private Overtaken overtaken(ParticipantView now) {
        ParticipantWords words = new ParticipantWords(desk.msg(), desk.texts());
        List<Written> latest = new ArrayList<>(now.entries());
        // What stands later of a day was written later, also where the clock says the same.
        Collections.reverse(latest);
        return new Overtaken(latest.stream()
                .sorted(Comparator.comparing(Written::at).reversed())
                .limit(3)
                .map(written -> Fact.of(
                        Formats.day(written.entry().day()),
                        Stream.of(words.what(written.entry()), words.detail(written.entry()), written.by())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(", "))))
                .toList());
    }

    private ParticipantView found(String slug, long id) {
        return desk.given(register.find(me.actor(), slug, id, desk.today()));
    }

    private static EntryKind kind(String wireName) {
        return EntryKind.ofWireName(wireName).orElseThrow(NotFoundException::new);
    }

    private static String address(ParticipantView view) {
        return "/register/" + view.group() + "/participants/" + view.id();
    }

    private Sheet sheet(ParticipantView view, EntryKind kind) {
        GroupView group = desk.group(view.group());
        ParticipantMsg msg = desk.msg();
        Control day = Control.day("day", msg.formDay(), msg.formDayHint());
        return new Sheet(
                ParticipantWords.act(desk.texts(), kind, view.standing()),
                view.code(),
                null,
                kind == EntryKind.CONSENT_WITHDRAWN ? msg.formWithdrawWarning() : null,
                desk.crumbs(group, new Link(address(view), view.code())),
                address(view) + "/" + kind.wireName(),
                kind.takesValue() ? List.of(value(view, group, kind), day) : List.of(day),
                msg.formSave());
    }

    private Control value(ParticipantView view, GroupView group, EntryKind kind) {
        String label = desk.texts().text("ask." + kind.name());
        if (kind.takesGuide()) {
            return Control.radios("value", label, guides(group));
        }
        if (kind == EntryKind.LIVES_IN) {
            return Control.radios(
                    "value",
                    label,
                    group.areas().stream()
                            .map(area -> Option.of(area.name(), area.name()))
                            .toList());
        }
        List<Option> options = desk.options(kind.words()).stream()
                .filter(option -> isOffered(option, kind, view.standing()))
                .toList();
        return kind.takesSeveral()
                ? Control.checkboxes(
                        "value", label, kind == EntryKind.ASSESSED ? desk.msg().formMetHint() : null, options)
                : Control.radios("value", label, options);
    }

    /** Only what goes on can end, and only what doesn't can begin (P11). */
    private static boolean isOffered(Option option, EntryKind kind, Standing standing) {
        if (kind.words() != ActivityCategory.class) {
            return true;
        }
        boolean goesOn = standing.activities().containsKey(ActivityCategory.valueOf(option.value()));
        return goesOn == (kind == EntryKind.ACTIVITY_ENDED);
    }

    /** The guides with the places they have left (P5); those who have stopped come last, for what is written afterwards. */
    private List<Option> guides(GroupView group) {
        RegisterService.Overview overview = desk.given(register.overview(me.actor(), group.slug()));
        String most = Formats.number(overview.limits().placesPerGuide());
        LocalDate today = desk.today();
        List<GroupService.Guide> all = groups.guides(group.slug());
        Stream<Option> working = all.stream()
                .filter(guide -> new Period(guide.from(), guide.to()).covers(today))
                .map(guide -> Option.of(
                        guide.code(),
                        desk.msg()
                                .formGuideFree(
                                        guide.code(),
                                        Formats.number(overview.guideLoad().getOrDefault(guide.code(), 0L)),
                                        most)));
        Stream<Option> stopped = all.stream()
                .filter(guide -> guide.to() != null && !guide.to().isAfter(today))
                .map(guide ->
                        Option.of(guide.code(), desk.msg().formGuideEnded(guide.code(), Formats.day(guide.to()))));
        return Stream.concat(working, stopped).toList();
    }
}
