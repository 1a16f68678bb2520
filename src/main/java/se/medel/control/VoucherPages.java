package se.medel.control;

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
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;

/** What a district is asked for when its report is controlled. Of the control itself it is told nothing. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
public class VoucherPages {

    /** A request with the name of the field it is answered in; null where it is answered or can't be. */
    record Asked(VoucherRequestView request, String field) {}

    @CheckedTemplate(basePath = "control", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Vouchers(RoundView round, Form form, List<Asked> requests) implements TemplateInstance {}

    @Inject
    ControlService controls;

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    @Path("/{round}/vouchers")
    public TemplateInstance asked(@RestPath String round) {
        return page(round, Form.empty());
    }

    @POST
    @Path("/{round}/vouchers/{request}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@RestPath String round, @RestPath long request, MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        Answer<VoucherRequestView> answer = controls.answer(me.actor(), round, request, form.value(field(request)));
        if (answer.isRefused()) {
            List<Refusal> atField = answer.refusals().stream()
                    .map(refusal -> refusal.field() == null ? refusal : refusal.at(field(request)))
                    .toList();
            form.reject(atField, language.now());
            return Answers.refused(atField, page(round, form));
        }
        flash.say(ControlPages.msg(language).vouchersSent());
        return Answers.seeOther("/rounds/" + round + "/vouchers");
    }

    private TemplateInstance page(String roundId, Form form) {
        RoundView round = rounds.round(roundId).orElseThrow(NotFoundException::new);
        List<Asked> asked = controls.requestsOfRound(me.actor(), roundId).stream()
                .map(request -> new Asked(
                        request,
                        request.isAnswered() || round.state() != RoundState.REPORTING ? null : field(request.id())))
                .toList();
        // Where nothing is asked for there is no page, so that its being there tells nothing of anybody.
        if (asked.isEmpty()) {
            throw new NotFoundException();
        }
        return new Vouchers(round, form, asked);
    }

    private static String field(long request) {
        return "answer-" + request;
    }
}
