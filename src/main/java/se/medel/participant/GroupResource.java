package se.medel.participant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.api.ApiDocument;
import se.medel.api.Figure;
import se.medel.api.Idempotency;
import se.medel.api.Idempotency.Done;
import se.medel.api.Input;
import se.medel.api.Refusals;
import se.medel.api.Versions;
import se.medel.participant.GroupService.NewGroup;
import se.medel.participant.GroupView.Area;
import se.medel.participant.rules.CodePattern;
import se.medel.participant.rules.Limits;
import se.medel.privacy.FreeText;
import se.medel.user.Me;
import se.medel.user.Roles;

/** Groups, their areas, limits, guides and admission stops; never who is in them. */
@Path("/api/groups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "groups", description = "Social intervention groups and their settings")
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR, Roles.OFFICER, Roles.DIRECTOR, Roles.AUDITOR})
public class GroupResource {

    private static final int MOST_AREAS = 100;

    /** @param from the first day that the group works there */
    @Schema(
            name = "Area",
            requiredProperties = {"name", "district", "from"})
    public record AreaJson(@Schema(maxLength = 200) String name, String district, LocalDate from) {

        static AreaJson of(Area area) {
            return new AreaJson(area.name(), area.district(), area.from());
        }

        Area read() {
            return new Area(name, district, from);
        }
    }

    /**
     * A group.
     *
     * @param slug its name in addresses
     * @param codePrefix the letters that its codes begin with; left out where any letters do
     * @param codes how its codes are written besides (P1)
     */
    @Schema(
            name = "Group",
            requiredProperties = {"slug", "name", "codes", "districts", "areas"})
    public record GroupJson(
            String slug,
            String name,
            String codePrefix,
            CodesRead codes,
            List<String> districts,
            List<AreaJson> areas) {

        static GroupJson of(GroupView group) {
            return new GroupJson(
                    group.slug(),
                    group.name(),
                    group.pattern().prefix(),
                    CodesRead.of(group.pattern()),
                    group.districts(),
                    group.areas().stream().map(AreaJson::of).toList());
        }
    }

    /**
     * How codes are written: letters, a hyphen, digits (P1).
     *
     * @param fewestLetters where there is no prefix
     * @param mostLetters where there is no prefix
     */
    @Schema(
            name = "GroupCodes",
            requiredProperties = {"fewestLetters", "mostLetters", "mostDigits"})
    public record CodesRead(int fewestLetters, int mostLetters, int mostDigits) {

        static CodesRead of(CodePattern pattern) {
            return new CodesRead(pattern.fewestLetters(), pattern.mostLetters(), pattern.mostDigits());
        }
    }

    /**
     * How codes are to be written from now on (P1).
     *
     * @param codePrefix the letters that codes begin with, or nothing where any letters do
     * @param fewestLetters where there is no prefix
     * @param mostLetters where there is no prefix
     */
    @Schema(
            name = "NewGroupCodes",
            requiredProperties = {"fewestLetters", "mostLetters", "mostDigits"})
    public record WantedCodes(
            @Schema(pattern = "^[A-ZÅÄÖ]{1,6}$") String codePrefix,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "6") Figure fewestLetters,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "6") Figure mostLetters,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "6") Figure mostDigits) {

        GroupService.WantedPattern read(Input input) {
            Integer fewest = LimitsJson.figure(input, fewestLetters, "fewestLetters");
            Integer most = LimitsJson.figure(input, mostLetters, "mostLetters");
            Integer digits = LimitsJson.figure(input, mostDigits, "mostDigits");
            return input.isFaulty() ? null : new GroupService.WantedPattern(codePrefix, fewest, most, digits);
        }
    }

    /**
     * A group to set up.
     *
     * @param codePrefix the letters that its codes begin with, or nothing where two or three of any kind do (P1)
     */
    @Schema(
            name = "NewGroup",
            requiredProperties = {"slug", "name", "districts", "areas"})
    public record Wanted(
            @Schema(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength = 60) String slug,
            @Schema(maxLength = 200) String name,
            @Schema(pattern = "^[A-ZÅÄÖ]{1,6}$") String codePrefix,
            @Schema(minItems = 1, maxItems = MOST_AREAS) List<String> districts,
            @Schema(minItems = 1, maxItems = MOST_AREAS) List<AreaJson> areas) {}

    /**
     * What the register keeps to from a day on.
     *
     * @param placesPerGuide P5
     * @param mostWithSupport participants with income support at once (P6)
     * @param youngest age in years reached during the year of admission (M6)
     * @param oldest likewise, included
     * @param reviewDays days after which an action plan that wasn't gone through is stale (P11)
     */
    @Schema(
            name = "GroupLimits",
            requiredProperties = {"from", "placesPerGuide", "mostWithSupport", "youngest", "oldest", "reviewDays"})
    public record LimitsJson(
            LocalDate from,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000") Figure placesPerGuide,
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "100000") Figure mostWithSupport,
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "120") Figure youngest,
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "120") Figure oldest,
            @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "3660") Figure reviewDays) {

        Limits read(Input input) {
            Integer places = figure(input, placesPerGuide, "placesPerGuide");
            Integer support = figure(input, mostWithSupport, "mostWithSupport");
            Integer least = figure(input, youngest, "youngest");
            Integer most = figure(input, oldest, "oldest");
            Integer review = figure(input, reviewDays, "reviewDays");
            return input.isFaulty() ? null : new Limits(from, places, support, least, most, review);
        }

        private static Integer figure(Input input, Figure figure, String field) {
            int faults = input.faults().size();
            Long count = input.count(figure, field, null, Input.MOST_CLIENTS);
            if (count == null && input.faults().size() == faults) {
                input.required(null, field);
            }
            return count == null ? null : count.intValue();
        }
    }

    /** The same as it is read. */
    @Schema(
            name = "GroupLimitsRead",
            requiredProperties = {"from", "placesPerGuide", "mostWithSupport", "youngest", "oldest", "reviewDays"})
    public record LimitsRead(
            LocalDate from, int placesPerGuide, int mostWithSupport, int youngest, int oldest, int reviewDays) {

        static LimitsRead of(Limits limits) {
            return new LimitsRead(
                    limits.from(),
                    limits.placesPerGuide(),
                    limits.mostWithSupport(),
                    limits.youngest(),
                    limits.oldest(),
                    limits.reviewDays());
        }
    }

    /**
     * A guide, known by a code.
     *
     * @param to the first day that the guide no longer works; left out while working
     */
    @Schema(
            name = "Guide",
            requiredProperties = {"code", "from"})
    public record GuideJson(String code, LocalDate from, LocalDate to) {

        static GuideJson of(GroupService.Guide guide) {
            return new GuideJson(guide.code(), guide.from(), guide.to());
        }
    }

    /** @param code letters, digits and hyphens; no name (P1) */
    @Schema(requiredProperties = {"code", "from"})
    public record NewGuide(@Schema(maxLength = 12) String code, LocalDate from) {}

    /** @param to the first day that the guide no longer works */
    @Schema(requiredProperties = "to")
    public record GuideEnd(LocalDate to) {}

    /**
     * An admission stop (P7).
     *
     * @param ends the first day that it no longer holds; left out while it goes on
     */
    @Schema(
            name = "AdmissionStop",
            requiredProperties = {"id", "starts", "reason"})
    public record StopJson(long id, LocalDate starts, LocalDate ends, String reason) {

        static StopJson of(GroupService.Stop stop) {
            return new StopJson(stop.id(), stop.starts(), stop.ends(), stop.reason());
        }
    }

    /** @param ends the first day without the stop, or nothing where that isn't settled */
    @Schema(requiredProperties = {"starts", "reason"})
    public record NewAdmissionStop(
            LocalDate starts, LocalDate ends, @Schema(maxLength = FreeText.LONGEST) String reason) {}

    /** @param ends the first day without the stop */
    @Schema(requiredProperties = "ends")
    public record AdmissionStopEnd(LocalDate ends) {}

    @Inject
    GroupService groups;

    @Inject
    Refusals refusals;

    @Inject
    Idempotency idempotency;

    @Inject
    Me me;

    @GET
    @Operation(summary = "The groups: a district's own, or all for the social administration")
    public List<GroupJson> list() {
        return groups.all(me.actor()).stream().map(GroupJson::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.OFFICER)
    @Operation(summary = "Sets up a group, with the limits that P5, P6 and M6 give")
    @APIResponse(
            responseCode = "201",
            description = "The group",
            content = @Content(schema = @Schema(implementation = GroupJson.class)))
    public Response create(
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key, @RequestBody(required = true) Wanted wanted) {
        Input input = needed(wanted);
        List<String> districts = input.values(wanted.districts(), "districts", MOST_AREAS);
        List<AreaJson> areas = input.values(wanted.areas(), "areas", MOST_AREAS);
        refusals.orRefuse(input);
        NewGroup group = new NewGroup(
                wanted.slug(),
                wanted.name(),
                wanted.codePrefix(),
                districts,
                areas.stream().map(AreaJson::read).toList());
        return idempotency.once(key, wanted, () -> groups.create(me.actor(), group)
                .map(made -> done(made, "/api/groups/" + made.slug())));
    }

    private static Done done(GroupView group, String location) {
        return new Done(201, GroupJson.of(group), location, Versions.tag(group.version()));
    }

    @GET
    @Path("/{group}")
    @Operation(summary = "A group")
    @APIResponse(
            responseCode = "200",
            description = "The group; its version is the ETag",
            content = @Content(schema = @Schema(implementation = GroupJson.class)))
    public Response get(@RestPath("group") String slug) {
        GroupView group = found(slug);
        return Response.ok(GroupJson.of(group))
                .header("ETag", Versions.tag(group.version()))
                .build();
    }

    @POST
    @Path("/{group}/areas")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR, Roles.OFFICER})
    @Operation(summary = "Adds an area that the group works in (P14)")
    @APIResponse(
            responseCode = "201",
            description = "The group with the area",
            content = @Content(schema = @Schema(implementation = GroupJson.class)))
    public Response addArea(
            @RestPath("group") String slug,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) AreaJson area) {
        needed(area);
        return idempotency.once(key, area, () -> groups.addArea(me.actor(), slug, area.read())
                .map(group -> done(group, "/api/groups/" + slug)));
    }

    @POST
    @Path("/{group}/codes")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR, Roles.OFFICER})
    @Operation(summary = "Sets how codes are written from now on; those that are written already stand (P1)")
    @APIResponse(
            responseCode = "200",
            description = "The group",
            content = @Content(schema = @Schema(implementation = GroupJson.class)))
    public Response setCodes(
            @RestPath("group") String slug,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) WantedCodes wanted) {
        Input input = needed(wanted);
        GroupService.WantedPattern pattern = wanted.read(input);
        refusals.orRefuse(input);
        return idempotency.once(key, wanted, () -> groups.setPattern(me.actor(), slug, pattern)
                .map(group -> new Done(200, GroupJson.of(group), null, Versions.tag(group.version()))));
    }

    @GET
    @Path("/{group}/limits")
    @Operation(summary = "Every setting there has been, the first one first; the last one for a day holds")
    public List<LimitsRead> limits(@RestPath("group") String slug) {
        found(slug);
        return groups.limitsOf(slug).stream().map(LimitsRead::of).toList();
    }

    @POST
    @Path("/{group}/limits")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(summary = "Sets the limits from a day on; what held before stays for the days before")
    @APIResponse(
            responseCode = "201",
            description = "The limits",
            content = @Content(schema = @Schema(implementation = LimitsRead.class)))
    public Response setLimits(
            @RestPath("group") String slug,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) LimitsJson wanted) {
        Input input = needed(wanted);
        Limits limits = wanted.read(input);
        refusals.orRefuse(input);
        return idempotency.once(key, wanted, () -> groups.setLimits(me.actor(), slug, limits)
                .map(set -> new Done(201, LimitsRead.of(set), "/api/groups/" + slug + "/limits", null)));
    }

    @GET
    @Path("/{group}/guides")
    @Operation(summary = "Every guide, also those who no longer work")
    public List<GuideJson> guides(@RestPath("group") String slug) {
        found(slug);
        return groups.guides(slug).stream().map(GuideJson::of).toList();
    }

    @POST
    @Path("/{group}/guides")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(summary = "Adds a guide by a code")
    @APIResponse(
            responseCode = "201",
            description = "The guide",
            content = @Content(schema = @Schema(implementation = GuideJson.class)))
    public Response addGuide(
            @RestPath("group") String slug,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) NewGuide wanted) {
        needed(wanted);
        return idempotency.once(key, wanted, () -> groups.addGuide(me.actor(), slug, wanted.code(), wanted.from())
                .map(guide -> new Done(201, GuideJson.of(guide), "/api/groups/" + slug + "/guides", null)));
    }

    @POST
    @Path("/{group}/guides/{code}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(summary = "Ends a guide; refused while participants are left with the guide")
    @APIResponse(
            responseCode = "200",
            description = "The ended guide",
            content = @Content(schema = @Schema(implementation = GuideJson.class)))
    public Response endGuide(
            @RestPath("group") String slug,
            @RestPath String code,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) GuideEnd end) {
        needed(end);
        return idempotency.once(key, end, () -> groups.endGuide(me.actor(), slug, code, end.to())
                .map(guide -> new Done(200, GuideJson.of(guide), null, null)));
    }

    @GET
    @Path("/{group}/stops")
    @Operation(summary = "Every admission stop, the first one first (P7)")
    public List<StopJson> stops(@RestPath("group") String slug) {
        found(slug);
        return groups.stops(slug).stream().map(StopJson::of).toList();
    }

    @POST
    @Path("/{group}/stops")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(summary = "Stops admissions; the waiting list goes on (P7)")
    @APIResponse(
            responseCode = "201",
            description = "The stop",
            content = @Content(schema = @Schema(implementation = StopJson.class)))
    public Response stop(
            @RestPath("group") String slug,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) NewAdmissionStop wanted) {
        needed(wanted);
        return idempotency.once(key, wanted, () -> groups.stopAdmissions(
                        me.actor(), slug, wanted.starts(), wanted.ends(), wanted.reason())
                .map(stop -> new Done(201, StopJson.of(stop), "/api/groups/" + slug + "/stops", null)));
    }

    @POST
    @Path("/{group}/stops/{stop}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    @Operation(summary = "Sets or changes the end of an admission stop")
    @APIResponse(
            responseCode = "200",
            description = "The stop with its end",
            content = @Content(schema = @Schema(implementation = StopJson.class)))
    public Response endStop(
            @RestPath("group") String slug,
            @RestPath("stop") long id,
            @HeaderParam(ApiDocument.IDEMPOTENCY_KEY) String key,
            @RequestBody(required = true) AdmissionStopEnd end) {
        needed(end);
        return idempotency.once(key, end, () -> groups.endStop(me.actor(), slug, id, end.ends())
                .map(stop -> new Done(200, StopJson.of(stop), null, null)));
    }

    private GroupView found(String slug) {
        return refusals.given(groups.find(me.actor(), slug));
    }

    private Input needed(Object body) {
        Input input = new Input();
        input.required(body, "");
        refusals.orRefuse(input);
        return input;
    }
}
