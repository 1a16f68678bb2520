package se.medel.decision;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.application.ApplicationService;
import se.medel.delegation.DelegationWords;
import se.medel.delegation.ReportedBack;
import se.medel.document.DocumentView;
import se.medel.document.PdfAnswer;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Language;

/** A decision on the screen, and its document. */
@Path("/decisions/{id}")
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR
})
public class DecisionPages {

    /**
     * @param replacedBy the decision that holds instead, null while this one does
     * @param appendix the name of the appendix with codes; null where there is none or the reader may not read it
     * @param mayReplace whether the reader may correct it by another decision
     * @param reported where it was reported to the committee; null while it isn't
     */
    @CheckedTemplate(basePath = "decision", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DecisionPage(
            DecisionText text,
            DocumentView document,
            long kilobytes,
            String appendix,
            DecisionView replacedBy,
            boolean mayReplace,
            String reported)
            implements TemplateInstance {}

    @Inject
    DecisionService decisions;

    @Inject
    DocumentService documents;

    @Inject
    ReportedBack reported;

    @Inject
    Language language;

    @Inject
    Me me;

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@RestPath long id) {
        DecisionView decision = seen(id);
        DocumentView document = documents.of(id);
        DecisionView replacedBy = decisions.ofApplication(decision.applicationId()).stream()
                .filter(later -> later.replaces() != null && later.replaces() == id)
                .findFirst()
                .orElse(null);
        boolean mayReplace = replacedBy == null
                && me.is(Role.DIRECTOR)
                && !decision.preparedBy().equals(me.username());
        boolean readsClients = decision.facts().clients() != null && ApplicationService.readsRows(me.role());
        DecisionText text = documents.textOf(decision);
        return new DecisionPage(
                text,
                document,
                (document.pdf().length + 999) / 1000,
                readsClients ? AppendixText.of(text, List.of()).fileName() : null,
                replacedBy,
                mayReplace,
                reported.of("decision/" + id, decision.decidedAt())
                        .map(report -> DelegationWords.reported(report, language.now()))
                        .orElse(null));
    }

    @GET
    @Path("/document.pdf")
    @Produces(PdfAnswer.MEDIA_TYPE)
    public Response document(@RestPath long id, @Context Request request, RoutingContext context) {
        seen(id);
        return PdfAnswer.of(documents.of(id), request, context);
    }

    /** The clients by their codes, for the district and those who have tried them (P1). */
    @GET
    @Path("/appendix.pdf")
    @Produces(PdfAnswer.MEDIA_TYPE)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR, Roles.OFFICER, Roles.DIRECTOR, Roles.AUDITOR})
    public Response appendix(@RestPath long id) {
        if (decisions.readClients(me.actor(), id).isRefused()) {
            throw new NotFoundException();
        }
        return PdfAnswer.notKept(documents.appendixOf(id));
    }

    private DecisionView seen(long id) {
        var found = decisions.find(me.actor(), id);
        if (found.isRefused()) {
            throw new NotFoundException();
        }
        return found.get();
    }
}
