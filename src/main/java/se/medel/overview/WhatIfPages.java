package se.medel.overview;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.application.ApplicationService;
import se.medel.application.rules.ApplicationState;
import se.medel.round.ModelView;
import se.medel.round.RoundMsg;
import se.medel.round.RoundService;
import se.medel.round.RoundTexts;
import se.medel.round.RoundView;
import se.medel.round.rules.Ask;
import se.medel.round.rules.Commitments;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Texts;

/** Tries the three orders of A7 on what is asked for. Changes nothing. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR})
public class WhatIfPages {

    @CheckedTemplate(basePath = "overview", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record WhatIf(
            Form form,
            RoundView round,
            List<WhatIfForm.Row> rows,
            List<Option> districts,
            List<Option> components,
            List<Option> starts,
            WhatIfComparison comparison)
            implements TemplateInstance {}

    @Inject
    RoundService rounds;

    @Inject
    ApplicationService applications;

    @Inject
    Language language;

    @Inject
    Me me;

    @GET
    @Path("/{round}/what-if")
    public TemplateInstance whatIf(@RestPath String round) {
        RoundView found = rounds.round(round).orElseThrow(NotFoundException::new);
        ModelView model = rounds.modelInForce(round).orElseThrow(NotFoundException::new);
        List<Ask> pending =
                applications
                        .asksInStates(me.actor(), round, ApplicationState.SUBMITTED, ApplicationState.PREPARED)
                        .stream()
                        .filter(ask -> model.model().component(ask.component()).isPresent())
                        .toList();
        return page(found, model, WhatIfForm.filled(pending, true), pending);
    }

    @POST
    @Path("/{round}/what-if")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response whatIf(@RestPath String round, MultivaluedMap<String, String> posted) {
        RoundView found = rounds.round(round).orElseThrow(NotFoundException::new);
        ModelView model = rounds.modelInForce(round).orElseThrow(NotFoundException::new);
        Form form = WhatIfForm.posted(posted);
        Map<String, String> names = names(found);
        List<Ask> asks = WhatIfForm.read(form, model.model(), names.keySet(), language.now());
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(found, model, form, null));
        }
        return Response.ok(page(found, model, form, asks)).build();
    }

    /** @param asks null where they can't be read */
    private TemplateInstance page(RoundView round, ModelView model, Form form, List<Ask> asks) {
        Texts texts = Texts.in(language.now());
        RoundMsg msg = RoundTexts.in(language.now());
        Map<String, String> names = names(round);
        Commitments start = form.chosen("start", "empty") ? Commitments.none() : rounds.committed(round.id());
        return new WhatIf(
                form,
                round,
                WhatIfForm.rows(form),
                names.entrySet().stream()
                        .map(name -> Option.of(name.getKey(), name.getValue()))
                        .toList(),
                model.model().components().stream()
                        .map(component -> Option.of(component.kind().wireName(), texts.name(component.kind())))
                        .toList(),
                List.of(Option.of("current", msg.whatIfCurrent()), Option.of("empty", msg.whatIfEmpty())),
                asks == null || asks.isEmpty()
                        ? null
                        : WhatIfComparison.of(model.model(), start, asks, names, language.now()));
    }

    private Map<String, String> names(RoundView round) {
        Map<String, String> names = new LinkedHashMap<>();
        rounds.districtsOf(round).forEach(district -> names.put(district.slug(), district.name()));
        return names;
    }
}
