package se.medel.participant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.api.ApiDocument;
import se.medel.api.Figure;
import se.medel.api.Idempotency;
import se.medel.api.Idempotency.Done;
import se.medel.api.Input;
import se.medel.api.InputRefusal;
import se.medel.api.Refusals;
import se.medel.api.Versions;
import se.medel.participant.RegisterService.Arrival;
import se.medel.participant.RegisterService.Filter;
import se.medel.participant.RegisterService.Overview;
import se.medel.participant.rules.Entry;
import se.medel.participant.rules.EntryKind;
import se.medel.participant.rules.Limits;
import se.medel.participant.rules.Period;
import se.medel.participant.rules.Referral;
import se.medel.participant.rules.RegisterFault;
import se.medel.participant.rules.State;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Days;

/**
 * A group's register, for programs of the districts that run it; the social administration never sees it. The class has the
 * same path as the groups, because only within one path a method that isn't allowed is told from an address that isn't there.
 */
@Path("/api/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "register", description = "The participants of a group, by codes; every look is recorded")
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
public class RegisterResource {

    /** More than any kind of entry has words. */
    private static final int MOST_VALUES = 20;

    @Schema(
            name = "StateCount",
            requiredProperties = {"state", "participants"})
    public record StateCount(State state, long participants) {}

    /** @param participants resting ones not counted (P9) */
    @Schema(
            name = "GuideLoad",
            requiredProperties = {"guide", "participants"})
    public record GuideLoad(String guide, long participants) {}

    /**
     * The group today.
     *
     * @param withIncomeSupport the enrolled with income support (P6)
     * @param stalePlans the enrolled whose plan is missing or stale (P11)
     * @param stop the admission stop that holds today, left out without one (P7)
     */
    @Schema(
            name = "GroupOverview",
            requiredProperties = {"states", "guides", "withIncomeSupport", "stalePlans", "limits"})
    public record OverviewJson(
            List<StateCount> states,
            List<GuideLoad> guides,
            long withIncomeSupport,
            long stalePlans,
            GroupResource.LimitsRead limits,
            GroupResource.StopJson stop) {

        static OverviewJson of(Overview overview) {
            return new OverviewJson(
                    Stream.of(State.values())
                            .map(state ->
                                    new StateCount(state, overview.byState().getOrDefault(state, 0L)))
                            .toList(),
                    overview.guideLoad().entrySet().stream()
                            .map(load -> new GuideLoad(load.getKey(), load.getValue()))
                            .toList(),
                    overview.withSupport(),
                    overview.stalePlans(),
                    GroupResource.LimitsRead.of(overview.limits()),
                    overview.stop() == null ? null : GroupResource.StopJson.of(overview.stop()));
        }
    }

    /**
     * Somebody who has come.
     *
     * @param code as the group writes its codes (P1)
     * @param area where the participant lives (P14)
     */
    @Schema(
            name = "Arrival",
            requiredProperties = {"code", "birthYear", "area", "referral", "cameOn"})
    public record NewParticipant(
            @Schema(maxLength = 20) String code,
            @Schema(type = SchemaType.INTEGER, minimum = "1900", maximum = "2100") Figure birthYear,
            @Schema(maxLength = 200) String area,
            Referral referral,
            LocalDate cameOn) {}

    /**
     * An entry to be added.
     *
     * @param value one word of its kind, a guide's code or an area; nothing for kinds that say nothing more
     * @param values the words of an assessment or a consent
     */
    @Schema(
            name = "NewParticipantEntry",
            requiredProperties = {"kind", "day"})
    public record NewEntry(
            EntryKind kind,
            LocalDate day,
            @Schema(maxLength = 200) String value,
            @Schema(maxItems = MOST_VALUES) List<String> values) {}

    @Inject
    RegisterService register;

    @Inject
    GroupService groups;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Idempotency idempotency;

    @Inject
    Clock clock;

    @Inject
    Me me;

    @GET
    @Path("/{group}/overview")
    @Operation(summary = "The group today: counts and loads against the limits")
    public OverviewJson overview(@RestPath("group") String slug) {
        return OverviewJson.of(refusals.given(register.overview(me.actor(), slug)));
    }

    @GET
    @Path("/{group}/waiting-list")
    @Operation(summary = "Who waits, in order of arrival on the list (P4)")
    public List<ParticipantJson.Line> waitingList(
            @RestPath("group") String slug,
            @Parameter(
                            description = "How many of the list to pass over; 50 at most are given",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int32", minimum = "0"))
                    @RestQuery
                    String skip) {
        Input input = new Input();
        int before = (int) Math.min(count(input, "skip", skip), 1_000_000);
        refusals.orRefuse(input);
        return lines(slug, refusals.given(register.waitingList(me.actor(), slug, before)), today());
    }

    @GET
    @Path("/{group}/participants")
    @Operation(summary = "The participants, page by page, as they are or as they were on a day")
    public ParticipantJson.Page list(
            @RestPath("group") String slug,
            @Parameter(description = "Only those in this state", schema = @Schema(implementation = State.class))
                    @RestQuery
                    String state,
            @Parameter(
                            description = "Only those of the guide with this code (P5); as it is only",
                            schema = @Schema(type = SchemaType.STRING, maxLength = 12))
                    @RestQuery
                    String guide,
            @Parameter(
                            description =
                                    "Only the enrolled whose plan is missing or stale (P11), if true; as it is only",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    String stalePlan,
            @Parameter(
                            description = "As it was on this day",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    String on,
            @Parameter(
                            description = "Only those after the one with this id",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0"))
                    @RestQuery
                    String after) {
        GroupView group = refusals.given(groups.find(me.actor(), slug));
        Input input = new Input();
        State wanted = state == null ? null : input.known(state, "state", State.class, State::ofWireName);
        Filter filter = new Filter(wanted, guide(input, slug, guide), yes(input, "stalePlan", stalePlan));
        if (on != null && guide != null) {
            input.fault(Refusal.of(RegisterRefusal.FILTER_ONLY_AS_IT_IS).at("guide"));
        }
        if (on != null && filter.stalePlan()) {
            input.fault(Refusal.of(RegisterRefusal.FILTER_ONLY_AS_IT_IS).at("stalePlan"));
        }
        LocalDate day = day(input, on);
        long afterId = count(input, "after", after);
        refusals.orRefuse(input);
        List<ParticipantLine> found = on == null
                ? refusals.given(register.list(me.actor(), slug, filter, afterId))
                : refusals.given(register.asOn(me.actor(), slug, day, wanted, afterId)).stream()
                        .map(view -> view.line(group))
                        .toList();
        return new ParticipantJson.Page(
                lines(slug, found, day),
                found.size() < RegisterService.PAGE
                        ? null
                        : found.get(found.size() - 1).id());
    }

    private List<ParticipantJson.Line> lines(String slug, List<ParticipantLine> found, LocalDate day) {
        Limits limits = groups.limits(slug, day);
        return found.stream()
                .map(line -> ParticipantJson.Line.of(line, day, limits))
                .toList();
    }

    @POST
    @Path("/{group}/participants")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Enters somebody who has come")
    @APIResponse(
            responseCode = "201",
            description = "The participant",
            content = @Content(schema = @Schema(implementation = ParticipantJson.class)))
    public Response arrive(
            @RestPath("group") String slug,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) NewParticipant wanted) {
        Input input = needed(wanted);
        Long birthYear = input.count(wanted.birthYear(), "birthYear", "A5", 9999);
        refusals.orRefuse(input);
        Arrival arrival = new Arrival(
                wanted.code(),
                birthYear == null ? null : birthYear.intValue(),
                wanted.area(),
                wanted.referral(),
                wanted.cameOn());
        return idempotency.once(key, wanted, () -> register.arrive(me.actor(), slug, arrival)
                .map(view -> new Done(
                        201,
                        json(view),
                        "/api/groups/" + slug + "/participants/" + view.id(),
                        Versions.tag(view.version()))));
    }

    @GET
    @Path("/{group}/participants/{id}")
    @Operation(summary = "A participant, as it is or as it was on a day, with everything written until then")
    @APIResponse(
            responseCode = "200",
            description = "The participant; the ETag is its version",
            content = @Content(schema = @Schema(implementation = ParticipantJson.class)))
    public Response get(
            @RestPath("group") String slug,
            @RestPath long id,
            @Parameter(
                            description = "As it was on this day",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @RestQuery
                    String on) {
        Input input = new Input();
        LocalDate day = day(input, on);
        refusals.orRefuse(input);
        ParticipantView view = refusals.given(register.find(me.actor(), slug, id, day));
        return Response.ok(json(view))
                .header("ETag", Versions.tag(view.version()))
                .build();
    }

    @POST
    @Path("/{group}/participants/{id}/entries")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds an entry, or refuses it with the rule",
            description = "Entries are never changed. The kind decides what the value is: a word, a guide or an area.")
    @APIResponse(
            responseCode = "201",
            description = "The participant with the entry",
            content = @Content(schema = @Schema(implementation = ParticipantJson.class)))
    public Response write(
            @RestPath("group") String slug,
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch,
            @RequestBody(required = true) NewEntry wanted) {
        ParticipantView before = refusals.given(register.find(me.actor(), slug, id, today()));
        Long ifVersion = versions.wanted(ifMatch, before.version());
        Input input = needed(wanted);
        input.required(wanted.kind(), "kind");
        List<String> values = input.values(wanted.values(), "values", MOST_VALUES);
        refusals.orRefuse(input);
        Entry entry = Entry.chosen(wanted.kind(), wanted.day(), chosen(input, wanted, values));
        refusals.orRefuse(input);
        return idempotency.once(key, wanted, () -> where(
                        register.record(me.actor(), slug, id, ifVersion, entry), wanted.kind())
                .map(view -> new Done(
                        201, json(view), "/api/groups/" + slug + "/participants/" + id, Versions.tag(view.version()))));
    }

    @DELETE
    @Path("/{group}/participants/{id}/entries/latest")
    @Operation(
            summary = "Strikes the entry that was written last, because it was wrong",
            description = "It is kept as struck and counts no more. That the participant came can't be struck.")
    @APIResponse(
            responseCode = "200",
            description = "The participant without the entry",
            content = @Content(schema = @Schema(implementation = ParticipantJson.class)))
    public Response strike(
            @RestPath("group") String slug,
            @RestPath long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch) {
        ParticipantView before = refusals.given(register.find(me.actor(), slug, id, today()));
        Long ifVersion = versions.wanted(ifMatch, before.version());
        return idempotency.once(key, "", () -> register.strikeLast(me.actor(), slug, id, ifVersion)
                .map(view -> new Done(200, json(view), null, Versions.tag(view.version()))));
    }

    /** The value as the register keeps it; the other member must be empty. */
    private static List<String> chosen(Input input, NewEntry wanted, List<String> values) {
        boolean several = wanted.kind().takesSeveral();
        if (several ? wanted.value() != null : !values.isEmpty()) {
            input.fault(Refusal.of(RegisterFault.CHOICE_UNKNOWN).at(several ? "value" : "values"));
        }
        List<String> sent = several ? values : wanted.value() == null ? List.of() : List.of(wanted.value());
        return wanted.kind().words() == null
                ? sent
                : sent.stream().map(RegisterResource::name).toList();
    }

    /** The name of a word of an enum; what isn't written as its wire name stays as it is, and is none. */
    private static String name(String word) {
        return word.matches("[a-z]+(-[a-z]+)*") ? word.toUpperCase(Locale.ROOT).replace('-', '_') : "-";
    }

    /** A fault of the value stands where this kind has it. */
    private static Answer<ParticipantView> where(Answer<ParticipantView> answer, EntryKind kind) {
        return answer.isRefused() && kind.takesSeveral()
                ? Answer.refused(answer.refusals().stream()
                        .map(refusal -> "value".equals(refusal.field()) ? refusal.at("values") : refusal)
                        .toList())
                : answer;
    }

    private ParticipantJson json(ParticipantView view) {
        return ParticipantJson.of(view, groups.limits(view.group(), view.on()), today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The day that is asked for, today where none is. */
    private LocalDate day(Input input, String on) {
        if (on == null) {
            return today();
        }
        return Days.parsed(on).orElseGet(() -> {
            input.fault(Refusal.of(RegisterFault.DAY_OUT_OF_RANGE, Period.EARLIEST, Period.LATEST)
                    .at("on"));
            return null;
        });
    }

    /** A guide of the group's, also one who no longer works. */
    private String guide(Input input, String slug, String given) {
        if (given != null
                && groups.guides(slug).stream().noneMatch(guide -> guide.code().equals(given))) {
            input.fault(Refusal.of(RegisterFault.GUIDE_UNKNOWN).at("guide").by("P5"));
        }
        return given;
    }

    private static boolean yes(Input input, String name, String given) {
        if (given != null && !given.equals("true") && !given.equals("false")) {
            input.fault(name, InputRefusal.UNKNOWN_VALUE, "true, false");
        }
        return "true".equals(given);
    }

    private static long count(Input input, String name, String given) {
        if (given == null) {
            return 0;
        }
        if (given.matches("[0-9]{1,18}")) {
            return Long.parseLong(given);
        }
        input.fault(name, InputRefusal.NUMBER_OUT_OF_RANGE, 0L, Long.MAX_VALUE);
        return 0;
    }

    private Input needed(Object body) {
        Input input = new Input();
        input.required(body, "");
        refusals.orRefuse(input);
        return input;
    }
}
