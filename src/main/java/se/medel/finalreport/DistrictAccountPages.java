package se.medel.finalreport;

import static se.medel.finalreport.FinalReportPages.given;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.document.LetterPress.Kept;
import se.medel.document.PdfAnswer;
import se.medel.finalreport.FinalReportPages.FinalDocument;
import se.medel.finalreport.FinalReportPages.Link;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.user.Roles;

/** A district's account for its own committee, for the district itself and the social administration. */
@Path("/rounds")
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
public class DistrictAccountPages {

    @Inject
    FinalReportService reports;

    @Inject
    FinalDocuments documents;

    @Inject
    RoundService rounds;

    @Inject
    Me me;

    @GET
    @Path("/{round}/settlement/{district}/account")
    public TemplateInstance account(@RestPath String round, @RestPath String district) {
        DistrictFigures figures = given(reports.ofDistrict(me.actor(), round, district));
        RoundView found = rounds.round(round).orElseThrow();
        String back = "/rounds/" + round + "/settlement/" + district;
        Link link = new Link(back, figures.districtName());
        if (!figures.settled()) {
            return new FinalDocument(found, documents.account(figures), null, back + "/account.pdf", link);
        }
        Kept kept = documents.settled(figures);
        return new FinalDocument(found, kept.letter(), kept.document(), back + "/account.pdf", link);
    }

    @GET
    @Path("/{round}/settlement/{district}/account.pdf")
    @Produces(PdfAnswer.MEDIA_TYPE)
    public Response accountPdf(@RestPath String round, @RestPath String district) {
        return documents.answer(given(reports.ofDistrict(me.actor(), round, district)));
    }
}
