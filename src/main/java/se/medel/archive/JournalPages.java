package se.medel.archive;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.archive.JournalService.Wanted;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.document.Office;
import se.medel.document.Organisation;
import se.medel.refusal.Answer;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.time.ClockProducer;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Csv;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Paged;

/** The register, for people and as a file. */
@Path("/journal")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR
})
public class JournalPages {

    private static final int ON_A_PAGE = 50;

    /** More lines than a spreadsheet is of use for. */
    private static final int IN_A_FILE = 100_000;

    /** A line in words. @param from, to null for what was made here */
    record Line(String day, String number, String caseNumber, String way, String from, String to, String what) {}

    /** @param rows null where the period is refused */
    @CheckedTemplate(basePath = "archive", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record JournalPage(Form form, List<Option> rounds, boolean own, Paged<Line> rows, String csv)
            implements TemplateInstance {}

    @Inject
    JournalService journal;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    Organisation organisation;

    @Inject
    Language language;

    @Inject
    Me me;

    @GET
    public Response page(
            @RestQuery String round, @RestQuery String from, @RestQuery String to, @RestQuery String page) {
        Form form = Form.empty().with("round", round).with("from", from).with("to", to);
        Answer<Wanted> asked = Wanted.of(round, from, to);
        if (asked.isRefused()) {
            form.reject(asked.refusals(), language.now());
            return Answers.refused(asked.refusals(), page(form, null, null));
        }
        Wanted wanted = asked.get();
        int all = Math.toIntExact(journal.count(me.actor(), wanted));
        int shown = Paged.nearest(Paged.number(page), ON_A_PAGE, all);
        return Response.ok(page(
                        form,
                        Paged.part(
                                lines(wanted, (shown - 1) * ON_A_PAGE, ON_A_PAGE),
                                all,
                                shown,
                                ON_A_PAGE,
                                address("/journal", wanted),
                                Language.msg(language.now())),
                        address("/journal/file.csv", wanted)))
                .build();
    }

    @GET
    @Path("/file.csv")
    @Produces({Csv.TYPE, MediaType.TEXT_HTML})
    public Response file(@RestQuery String round, @RestQuery String from, @RestQuery String to) {
        Answer<Wanted> asked = Wanted.of(round, from, to);
        if (asked.isRefused()) {
            // The page doesn't link to a period that can't be shown.
            throw new NotFoundException();
        }
        ArchiveMsg msg = ArchiveWords.msg(language.now());
        Csv csv = new Csv();
        csv.row(msg.day(), msg.number(), msg.caseNumber(), msg.way(), msg.from(), msg.to(), msg.what());
        lines(asked.get(), 0, IN_A_FILE)
                .forEach(line -> csv.row(
                        line.day(), line.number(), line.caseNumber(), line.way(), line.from(), line.to(), line.what()));
        return Response.ok(csv.bytes(), Csv.TYPE)
                .header("Content-Disposition", "attachment; filename=\"diarium.csv\"")
                .build();
    }

    private TemplateInstance page(Form form, Paged<Line> rows, String csv) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", ArchiveWords.msg(language.now()).allRounds()));
        rounds.all().forEach(round -> options.add(Option.of(round.id(), round.name())));
        return new JournalPage(form, options, me.role().ofDistrict(), rows, csv);
    }

    private List<Line> lines(Wanted wanted, int skip, int most) {
        Map<String, String> cases =
                rounds.all().stream().collect(Collectors.toMap(RoundView::id, RoundView::caseNumber));
        Map<String, String> committees = new HashMap<>();
        for (DistrictView district : districts.everyone()) {
            committees.put(district.slug(), district.committeeName());
        }
        ArchiveWords words = new ArchiveWords(language.now(), Office.of(organisation), committees);
        return journal.read(me.actor(), wanted, skip, most).stream()
                .map(entry -> new Line(
                        Formats.day(entry.at().atZone(ClockProducer.STOCKHOLM).toLocalDate()),
                        entry.number(),
                        cases.get(entry.roundId()),
                        words.way(entry),
                        words.from(entry),
                        words.to(entry),
                        words.what(entry)))
                .toList();
    }

    private static String address(String path, Wanted wanted) {
        UriBuilder address = UriBuilder.fromPath(path);
        query(address, "round", wanted.round());
        query(address, "from", wanted.from());
        query(address, "to", wanted.to());
        return address.build().toString();
    }

    private static void query(UriBuilder address, String name, Object value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
        }
    }
}
