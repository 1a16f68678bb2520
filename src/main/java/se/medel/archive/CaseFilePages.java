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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.application.ApplicationService;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Language;
import se.medel.web.Paged;
import se.medel.web.Texts;

/** Where case files are taken out: the whole round's, and each case's. The files themselves come from the API. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.SECRETARY, Roles.AUDITOR})
public class CaseFilePages {

    private static final int CASES = 50;

    /** A case to take out. */
    record Case(String href, String number, String district, String component, String state) {}

    /** @param leftOut what this reader's packages don't hold, in words */
    @CheckedTemplate(basePath = "archive", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CaseFilePage(String roundId, String round, String href, List<String> leftOut, Paged<Case> cases)
            implements TemplateInstance {}

    @Inject
    RoundService rounds;

    @Inject
    ApplicationService applications;

    @Inject
    Districts districts;

    @Inject
    Language language;

    @Inject
    Me me;

    @GET
    @Path("/{round}/case-file")
    public TemplateInstance page(@RestPath String round, @RestQuery String page) {
        RoundView found = rounds.round(round).orElseThrow(NotFoundException::new);
        Texts texts = Texts.in(language.now());
        Map<String, String> names =
                districts.everyone().stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
        List<Case> cases = applications.ofRound(me.actor(), round).stream()
                .map(line -> new Case(
                        "/api/rounds/" + round + "/applications/" + line.id() + "/case-file",
                        "ANS-" + line.id(),
                        names.getOrDefault(line.district(), line.district()),
                        texts.name(line.component()),
                        texts.name(line.state())))
                .toList();
        CaseReader reader = CaseReader.of(me.role());
        return new CaseFilePage(
                round,
                found.name(),
                "/api/rounds/" + round + "/case-file",
                List.of(LeftOut.values()).stream()
                        .filter(rule -> reader.leavesOut(rule) != null)
                        .map(texts::name)
                        .toList(),
                Paged.of(
                        cases,
                        Paged.number(page),
                        CASES,
                        "/rounds/" + round + "/case-file",
                        Language.msg(language.now())));
    }
}
