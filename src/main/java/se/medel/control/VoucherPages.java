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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import se.medel.costreport.file.ReportFileService;
import se.medel.costreport.file.ReportFileView;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
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
    record Vouchers(RoundView round, Form form, List<Asked> requests, long report, List<ReportFileView> files)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "control", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record VoucherUpload(RoundView round, VoucherRequestView request, Form form, int megabytes)
            implements TemplateInstance {}

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
        return Answers.seeOther(address(round));
    }

    @GET
    @Path("/{round}/vouchers/{request}/files/upload")
    public Response choose(@RestPath String round, @RestPath long request) {
        Answer<VoucherRequestView> open = controls.toBeAnswered(me.actor(), round, request);
        return open.isRefused()
                ? instead(round, open)
                : Response.ok(page(open.get(), Form.empty())).build();
    }

    @POST
    @Path("/{round}/vouchers/{request}/files/upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestPath String round, @RestPath long request, @RestForm("file") FileUpload file) {
        Answer<VoucherRequestView> open = controls.toBeAnswered(me.actor(), round, request);
        if (open.isRefused()) {
            return instead(round, open);
        }
        Form form = Form.empty();
        ControlMsg msg = ControlPages.msg(language);
        if (file == null || file.fileName() == null || file.fileName().isEmpty()) {
            form.reject(ReportFileService.FIELD, msg.voucherMissing());
            return Answers.toBeCorrected(page(open.get(), form));
        }
        Answer<ReportFileView> kept = controls.handIn(me.actor(), round, request, file.uploadedFile(), file.fileName());
        if (kept.isRefused()) {
            form.reject(kept.refusals(), language.now());
            return Answers.refused(kept.refusals(), page(open.get(), form));
        }
        flash.say(msg.voucherKept(kept.get().name()));
        return Answers.seeOther(address(round));
    }

    /** What can't take a file any more is shown as it is now. */
    private Response instead(String round, Answer<VoucherRequestView> closed) {
        if (closed.refusals().get(0).reason().kind() != Reason.Kind.CONFLICT) {
            ControlPages.given(closed);
        }
        Form form = Form.empty();
        form.reject(closed.refusals(), language.now());
        return Answers.refused(closed.refusals(), page(round, form));
    }

    private TemplateInstance page(VoucherRequestView request, Form form) {
        RoundView round = rounds.round(request.roundId()).orElseThrow();
        return new VoucherUpload(round, request, form, ReportFileService.MOST_MEGABYTES);
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
        // A district has one report in a round.
        long report = asked.get(0).request().reportId();
        return new Vouchers(round, form, asked, report, ControlPages.given(controls.vouchers(me.actor(), report)));
    }

    private static String address(String round) {
        return "/rounds/" + round + "/vouchers";
    }

    private static String field(long request) {
        return "answer-" + request;
    }
}
