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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.participant.GroupService.Guide;
import se.medel.participant.GroupService.Stop;
import se.medel.participant.GroupView.Area;
import se.medel.participant.RegisterDesk.Control;
import se.medel.participant.RegisterDesk.Link;
import se.medel.participant.RegisterDesk.Sheet;
import se.medel.participant.rules.CodePattern;
import se.medel.participant.rules.Limits;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Form;
import se.medel.web.Language;

/** How a group is built and what its register keeps to. Its own districts change it; the social administration reads it. */
@Path("/register/{group}/settings")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
public class SettingsPages {

    @TemplateData
    public record AreaLine(String name, String district, LocalDate from) {}

    /** @param holds whether it holds today, or only later; null for what no longer does */
    @TemplateData
    public record LimitsLine(
            LocalDate from, String places, String support, String ages, String review, String holds, String colour) {}

    /** @param href where the guide is ended; null where that can't be done */
    @TemplateData
    public record GuideLine(String code, LocalDate from, LocalDate to, String href) {}

    /** @param last the last day it holds, null while it goes on */
    @TemplateData
    public record StopLine(LocalDate starts, LocalDate last, String reason, String href) {}

    @CheckedTemplate(basePath = "participant", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Settings(
            String name,
            String runBy,
            String address,
            List<Link> crumbs,
            boolean keeps,
            boolean builds,
            String codes,
            List<AreaLine> areas,
            List<LimitsLine> limits,
            List<GuideLine> guides,
            List<StopLine> stops)
            implements TemplateInstance {}

    @Inject
    GroupService groups;

    @Inject
    RegisterDesk desk;

    @Inject
    Language language;

    @Inject
    Me me;

    @GET
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR, Roles.OFFICER, Roles.DIRECTOR, Roles.AUDITOR})
    public TemplateInstance settings(@RestPath("group") String slug) {
        GroupView group = desk.group(slug);
        ParticipantMsg msg = desk.msg();
        Map<String, String> names = desk.districtNames();
        List<Link> crumbs = desk.crumbs(group);
        return new Settings(
                group.name(),
                msg.registerRunBy(desk.runBy(group)),
                address(group),
                desk.keeps() ? crumbs : crumbs.subList(0, 1),
                desk.keeps(),
                desk.builds(),
                codes(group.pattern()),
                group.areas().stream()
                        .map(area -> new AreaLine(area.name(), names.get(area.district()), area.from()))
                        .toList(),
                limits(group),
                groups.guides(slug).stream()
                        .map(guide -> new GuideLine(
                                guide.code(),
                                guide.from(),
                                guide.to(),
                                desk.keeps() && guide.to() == null ? address(group, guide) : null))
                        .toList(),
                groups.stops(slug).stream()
                        .map(stop -> new StopLine(
                                stop.starts(),
                                stop.ends() == null ? null : stop.ends().minusDays(1),
                                stop.reason(),
                                desk.keeps()
                                                && (stop.ends() == null
                                                        || stop.ends().isAfter(desk.today()))
                                        ? address(group, stop)
                                        : null))
                        .toList());
    }

    private String codes(CodePattern pattern) {
        ParticipantMsg msg = desk.msg();
        String digits = span(1, pattern.mostDigits());
        return pattern.prefix() == null
                ? msg.setCodesAny(span(pattern.fewestLetters(), pattern.mostLetters()), digits)
                : msg.setCodesPrefix(pattern.prefix(), digits);
    }

    private static String span(int least, int most) {
        return least == most ? "" + most : least + "–" + most;
    }

    /** The history, what holds last first. */
    private List<LimitsLine> limits(GroupView group) {
        ParticipantMsg msg = desk.msg();
        Limits now = groups.limits(group.slug(), desk.today());
        List<LimitsLine> lines = new ArrayList<>();
        for (Limits limits : groups.limitsOf(group.slug())) {
            boolean later = limits.from().isAfter(desk.today());
            lines.add(new LimitsLine(
                    limits.from(),
                    Integer.toString(limits.placesPerGuide()),
                    Integer.toString(limits.mostWithSupport()),
                    limits.youngest() + "–" + limits.oldest(),
                    msg.limitsReviewEvery(Integer.toString(limits.reviewDays())),
                    later ? msg.setLimitsLater() : limits.equals(now) ? msg.setLimitsNow() : null,
                    later ? "blue" : "green"));
        }
        Collections.reverse(lines);
        return lines;
    }

    private static String address(GroupView group) {
        return RegisterDesk.address(group) + "/settings";
    }

    private static String address(GroupView group, Guide guide) {
        return address(group) + "/guides/" + URLEncoder.encode(guide.code(), StandardCharsets.UTF_8);
    }

    private static String address(GroupView group, Stop stop) {
        return address(group) + "/stops/" + stop.id();
    }

    private Sheet sheet(
            GroupView group, String title, String intro, String address, List<Control> controls, String button) {
        return new Sheet(
                title,
                group.name(),
                intro,
                null,
                desk.keeps()
                        ? desk.crumbs(group, new Link(address(group), desk.msg().settingsTitle()))
                        : desk.crumbs(group),
                address,
                controls,
                button);
    }

    // Areas

    @GET
    @Path("/areas")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR, Roles.OFFICER})
    public TemplateInstance area(@RestPath("group") String slug) {
        return desk.page(areas(desk.group(slug)), Form.empty().with("from", desk.today()));
    }

    @POST
    @Path("/areas")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR, Roles.OFFICER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response area(@RestPath("group") String slug, MultivaluedMap<String, String> posted) {
        GroupView group = desk.group(slug);
        Form form = Form.of(posted);
        LocalDate from = desk.day(form, "from");
        if (form.hasErrors()) {
            return desk.toBeCorrected(areas(group), form);
        }
        Area area = new Area(form.value("name"), RegisterDesk.orNull(form.value("district")), from);
        return desk.answer(
                areas(group),
                form,
                groups.addArea(me.actor(), slug, area),
                desk.msg().areaAdded(),
                address(group));
    }

    private Sheet areas(GroupView group) {
        ParticipantMsg msg = desk.msg();
        return sheet(
                group,
                msg.areaAdd(),
                null,
                address(group) + "/areas",
                List.of(
                        Control.text("name", msg.areaName(), null, 20),
                        Control.radios(
                                "district", msg.areaDistrict(), desk.districtOptions(district -> group.districts()
                                        .contains(district.slug()))),
                        Control.day("from", msg.areaFrom(), msg.onHint())),
                msg.areaAdd());
    }

    // Codes

    @GET
    @Path("/codes")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR, Roles.OFFICER})
    public TemplateInstance codes(@RestPath("group") String slug) {
        GroupView group = desk.group(slug);
        CodePattern now = group.pattern();
        return desk.page(
                codesSheet(group),
                Form.empty()
                        .with("codePrefix", now.prefix() == null ? "" : now.prefix())
                        .with("fewestLetters", now.fewestLetters())
                        .with("mostLetters", now.mostLetters())
                        .with("mostDigits", now.mostDigits()));
    }

    @POST
    @Path("/codes")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR, Roles.OFFICER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response codes(@RestPath("group") String slug, MultivaluedMap<String, String> posted) {
        GroupView group = desk.group(slug);
        Form form = Form.of(posted);
        Integer fewest = count(form, "fewestLetters");
        Integer most = count(form, "mostLetters");
        Integer digits = count(form, "mostDigits");
        if (form.hasErrors()) {
            return desk.toBeCorrected(codesSheet(group), form);
        }
        return desk.answer(
                codesSheet(group),
                form,
                groups.setPattern(
                        me.actor(),
                        slug,
                        new GroupService.WantedPattern(form.value("codePrefix"), fewest, most, digits)),
                desk.msg().setCodesSaved(),
                address(group));
    }

    private Sheet codesSheet(GroupView group) {
        ParticipantMsg msg = desk.msg();
        return sheet(
                group,
                msg.setCodesChange(),
                msg.setCodesIntro(),
                address(group) + "/codes",
                List.of(
                        Control.text("codePrefix", msg.newPrefix() + " (P1)", msg.setCodesPrefixHint(), 10),
                        Control.number("fewestLetters", msg.setCodesFewest(), msg.setCodesLettersHint()),
                        Control.number("mostLetters", msg.setCodesMost(), msg.setCodesLettersHint()),
                        Control.number("mostDigits", msg.setCodesDigits(), null)),
                msg.formSave());
    }

    // Limits

    @GET
    @Path("/limits")
    public TemplateInstance limits(@RestPath("group") String slug) {
        GroupView group = desk.group(slug);
        Limits now = groups.limits(slug, desk.today());
        return desk.page(
                limitsSheet(group),
                Form.empty()
                        .with("from", desk.today())
                        .with("placesPerGuide", now.placesPerGuide())
                        .with("mostWithSupport", now.mostWithSupport())
                        .with("youngest", now.youngest())
                        .with("oldest", now.oldest())
                        .with("reviewDays", now.reviewDays()));
    }

    @POST
    @Path("/limits")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response limits(@RestPath("group") String slug, MultivaluedMap<String, String> posted) {
        GroupView group = desk.group(slug);
        Form form = Form.of(posted);
        LocalDate from = desk.day(form, "from");
        Integer places = count(form, "placesPerGuide");
        Integer support = count(form, "mostWithSupport");
        Integer youngest = count(form, "youngest");
        Integer oldest = count(form, "oldest");
        Integer review = count(form, "reviewDays");
        if (form.hasErrors()) {
            return desk.toBeCorrected(limitsSheet(group), form);
        }
        return desk.answer(
                limitsSheet(group),
                form,
                groups.setLimits(me.actor(), slug, new Limits(from, places, support, youngest, oldest, review)),
                desk.msg().setLimitsSaved(),
                address(group));
    }

    private Integer count(Form form, String name) {
        return form.count(name, 1_000_000, language.msg());
    }

    private Sheet limitsSheet(GroupView group) {
        ParticipantMsg msg = desk.msg();
        return sheet(
                group,
                msg.setLimitsChange(),
                msg.setLimitsIntro(),
                address(group) + "/limits",
                List.of(
                        Control.day("from", msg.limitsFrom(), msg.onHint()),
                        Control.number("placesPerGuide", msg.limitsPlaces() + " (P5)", null),
                        Control.number("mostWithSupport", msg.limitsSupport() + " (P6)", null),
                        Control.number("youngest", msg.limitsYoungest() + " (M6)", msg.limitsAgesHint()),
                        Control.number("oldest", msg.limitsOldest() + " (M6)", msg.limitsAgesHint()),
                        Control.number("reviewDays", msg.limitsReview() + " (P11)", null)),
                msg.formSave());
    }

    // Guides

    @GET
    @Path("/guides")
    public TemplateInstance guide(@RestPath("group") String slug) {
        return desk.page(guideSheet(desk.group(slug)), Form.empty().with("from", desk.today()));
    }

    @POST
    @Path("/guides")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response guide(@RestPath("group") String slug, MultivaluedMap<String, String> posted) {
        GroupView group = desk.group(slug);
        Form form = Form.of(posted);
        LocalDate from = desk.day(form, "from");
        if (form.hasErrors()) {
            return desk.toBeCorrected(guideSheet(group), form);
        }
        return desk.answer(
                guideSheet(group),
                form,
                groups.addGuide(me.actor(), slug, form.value("code"), from),
                desk.msg().guideAdded(),
                address(group));
    }

    private Sheet guideSheet(GroupView group) {
        ParticipantMsg msg = desk.msg();
        return sheet(
                group,
                msg.guideAdd(),
                null,
                address(group) + "/guides",
                List.of(
                        Control.text("code", msg.guideCode(), msg.guideCodeHint(), 10),
                        Control.day("from", msg.guideFrom(), msg.onHint())),
                msg.guideAdd());
    }

    @GET
    @Path("/guides/{code}")
    public TemplateInstance endGuide(@RestPath("group") String slug, @RestPath String code) {
        GroupView group = desk.group(slug);
        return desk.page(endSheet(group, guide(group, code)), Form.empty().with("to", desk.today()));
    }

    @POST
    @Path("/guides/{code}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response endGuide(
            @RestPath("group") String slug, @RestPath String code, MultivaluedMap<String, String> posted) {
        GroupView group = desk.group(slug);
        Sheet sheet = endSheet(group, guide(group, code));
        Form form = Form.of(posted);
        LocalDate to = desk.day(form, "to");
        if (form.hasErrors()) {
            return desk.toBeCorrected(sheet, form);
        }
        return desk.answer(
                sheet,
                form,
                groups.endGuide(me.actor(), slug, code, to),
                desk.msg().guideEnded(),
                address(group));
    }

    private Guide guide(GroupView group, String code) {
        return groups.guides(group.slug()).stream()
                .filter(guide -> guide.code().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Sheet endSheet(GroupView group, Guide guide) {
        ParticipantMsg msg = desk.msg();
        return sheet(
                group,
                msg.guideEndTitle(guide.code()),
                null,
                address(group, guide),
                List.of(Control.day("to", msg.guideEndDay(), msg.onHint())),
                msg.guideEnd());
    }

    // Admission stops (P7)

    @GET
    @Path("/stops")
    public TemplateInstance stop(@RestPath("group") String slug) {
        return desk.page(stopSheet(desk.group(slug)), Form.empty().with("starts", desk.today()));
    }

    @POST
    @Path("/stops")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response stop(@RestPath("group") String slug, MultivaluedMap<String, String> posted) {
        GroupView group = desk.group(slug);
        Form form = Form.of(posted);
        LocalDate starts = desk.day(form, "starts");
        LocalDate ends = desk.day(form, "ends");
        if (form.hasErrors()) {
            return desk.toBeCorrected(stopSheet(group), form);
        }
        return desk.answer(
                stopSheet(group),
                form,
                groups.stopAdmissions(me.actor(), slug, starts, ends, form.value("reason")),
                desk.msg().stopAdded(),
                address(group));
    }

    private Sheet stopSheet(GroupView group) {
        ParticipantMsg msg = desk.msg();
        return sheet(
                group,
                msg.stopAdd(),
                null,
                address(group) + "/stops",
                List.of(
                        Control.day("starts", msg.stopStarts(), msg.onHint()),
                        Control.day("ends", msg.stopEnds(), msg.stopEndsHint()),
                        Control.several("reason", msg.stopReason(), msg.stopReasonHint())),
                msg.stopAdd());
    }

    @GET
    @Path("/stops/{id}")
    public TemplateInstance endStop(@RestPath("group") String slug, @RestPath long id) {
        GroupView group = desk.group(slug);
        return desk.page(endSheet(group, stop(group, id)), Form.empty().with("ends", desk.today()));
    }

    @POST
    @Path("/stops/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response endStop(@RestPath("group") String slug, @RestPath long id, MultivaluedMap<String, String> posted) {
        GroupView group = desk.group(slug);
        Sheet sheet = endSheet(group, stop(group, id));
        Form form = Form.of(posted);
        LocalDate ends = desk.day(form, "ends");
        if (form.hasErrors()) {
            return desk.toBeCorrected(sheet, form);
        }
        return desk.answer(
                sheet,
                form,
                groups.endStop(me.actor(), slug, id, ends),
                desk.msg().stopEnded(),
                address(group));
    }

    private Stop stop(GroupView group, long id) {
        return groups.stops(group.slug()).stream()
                .filter(stop -> stop.id() == id)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Sheet endSheet(GroupView group, Stop stop) {
        ParticipantMsg msg = desk.msg();
        return sheet(
                group,
                msg.stopEndTitle(),
                stop.reason(),
                address(group, stop),
                List.of(Control.day("ends", msg.stopEnds(), msg.onHint())),
                msg.formSave());
    }
}
