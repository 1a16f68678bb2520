package se.medel.application;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import se.medel.claim.ClaimUploads.JudgedRow;
import se.medel.claim.WrittenRow;
import se.medel.claim.file.Column;
import se.medel.claim.file.Summary;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;

/** How a district claims by a file: choose it, see every fault in it, put rows right, take the right ones in. */
@Path("/applications/{id}/clients")
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
@Produces(MediaType.TEXT_HTML)
public class ClaimFilePages {

    @CheckedTemplate(basePath = "application/claim", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Upload(ApplicationDesk.Head head, Form form, int waiting) implements TemplateInstance {}

    @CheckedTemplate(basePath = "application/claim", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Uploaded(ApplicationDesk.Head head, Form form, ClaimDesk.Listing rows, int right, boolean write)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "application/claim", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Correct(ApplicationDesk.Head head, Form form, String number) implements TemplateInstance {}

    @Inject
    ClaimUploadService uploads;

    @Inject
    ApplicationDesk desk;

    @Inject
    ClaimDesk claims;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    @Path("/upload")
    public Response choose(@RestPath long id) {
        ApplicationView claim = desk.application(id);
        return ClaimPages.isWritten(claim)
                ? Response.ok(choose(claim, Form.empty())).build()
                : claim(id);
    }

    @POST
    @Path("/upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestPath long id, @RestForm("file") FileUpload file) {
        ApplicationView claim = desk.application(id);
        Form form = Form.empty();
        if (!ClaimPages.isWritten(claim)) {
            return claims.overtaken(claim, form);
        }
        if (file == null || file.fileName() == null || file.fileName().isEmpty()) {
            form.reject("file", claims.msg().uploadMissing());
            return Answers.toBeCorrected(choose(claim, form));
        }
        Answer<Summary> kept = uploads.upload(me.actor(), id, file.uploadedFile(), file.fileName());
        if (ClaimDesk.hasGoneOn(kept.refusals())) {
            return claims.overtaken(id, kept.refusals(), form);
        }
        if (kept.isRefused()) {
            // One field can be at fault in several ways: two columns are missing.
            form.reject("file", String.join(" ", words(kept.refusals())));
            return Answers.refused(kept.refusals(), choose(claim, form));
        }
        List<String> ignored = kept.get().ignored();
        if (!ignored.isEmpty()) {
            flash.say(claims.msg().uploadedIgnored(String.join(", ", ignored)));
        }
        return rows(id);
    }

    private List<String> words(List<Refusal> refusals) {
        return refusals.stream().map(refusal -> desk.words().refusal(refusal)).toList();
    }

    private TemplateInstance choose(ApplicationView claim, Form form) {
        return new Upload(desk.head(claim), form, uploads.waiting(claim.id()));
    }

    @GET
    @Path("/uploaded")
    public Response uploaded(@RestPath long id, @RestQuery Integer page) {
        ApplicationView claim = desk.application(id);
        return mayWait(claim)
                ? Response.ok(uploaded(claim, Form.empty(), page == null ? 1 : page))
                        .build()
                : claim(id);
    }

    /** Rows can wait beside a claim that is written, and wait on when it has been submitted. */
    private boolean mayWait(ApplicationView claim) {
        return ClaimPages.isWritten(claim) || (claim.isClaim() && uploads.waiting(claim.id()) > 0);
    }

    private TemplateInstance uploaded(ApplicationView claim, Form form, int page) {
        ClaimDesk.Listing rows = claims.uploaded(claim.id(), waiting(claim.id()), page);
        return new Uploaded(desk.head(claim), form, rows, rows.all() - rows.wrong(), ClaimPages.isWritten(claim));
    }

    /** Never refused: whoever has come here sees the claim, and its rows in whatever state it is. */
    private List<JudgedRow> waiting(long id) {
        return uploads.rows(me.actor(), id).get();
    }

    @POST
    @Path("/uploaded")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(@RestPath long id, MultivaluedMap<String, String> posted) {
        ApplicationView claim = desk.application(id);
        Form form = Form.of(posted);
        if (!mayWait(claim)) {
            return claims.overtaken(claim, form);
        }
        if (form.value("do").equals("discard")) {
            uploads.discard(me.actor(), id);
            flash.say(claims.msg().discarded());
            return claim(id);
        }
        Answer<ClaimUploadService.Taken> taken = uploads.takeIn(me.actor(), id);
        if (taken.isRefused()) {
            List<Refusal> refusals = taken.refusals();
            refusals.forEach(refusal -> form.reject("", desk.words().refusal(refusal)));
            return Answers.refused(refusals, uploaded(claim, form, 1));
        }
        int clients = taken.get().clients();
        flash.say(
                clients == 0
                        ? claims.msg().takenNone()
                        : clients == 1 ? claims.msg().takenOne() : claims.msg().taken(Formats.number(clients)));
        long left = taken.get().waitingAt();
        return uploads.waiting(left) == 0 ? claim(taken.get().claim()) : rows(left);
    }

    @GET
    @Path("/uploaded/{number}")
    public Response correct(@RestPath long id, @RestPath int number) {
        ApplicationView claim = desk.application(id);
        if (!mayWait(claim)) {
            return claim(id);
        }
        Answer<JudgedRow> row = uploads.row(me.actor(), id, number);
        if (row.isRefused()) {
            throw new NotFoundException();
        }
        Form form = Form.empty();
        for (Column column : Column.values()) {
            form.with(column.field(), row.get().row().text(column));
        }
        form.with(Column.ATTESTED.field(), row.get().client().attested() ? "yes" : null);
        form.reject(row.get().faults(), language.now());
        return Response.ok(correct(claim, form, number)).build();
    }

    @POST
    @Path("/uploaded/{number}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@RestPath long id, @RestPath int number, MultivaluedMap<String, String> posted) {
        ApplicationView claim = desk.application(id);
        Form form = Form.of(posted);
        if (!mayWait(claim)) {
            return claims.overtaken(claim, form);
        }
        String row = Integer.toString(number);
        if (form.value("do").equals("drop")) {
            uploads.drop(me.actor(), id, number);
            flash.say(claims.msg().dropped(row));
            return uploads.waiting(claim.id()) == 0 ? claim(id) : rows(id);
        }
        WrittenRow written = ClaimPages.written(form, number);
        Answer<JudgedRow> corrected = uploads.correct(me.actor(), id, written);
        if (ClaimDesk.hasGoneOn(corrected.refusals())) {
            return claims.overtaken(id, corrected.refusals(), form);
        }
        if (corrected.isRefused()) {
            form.reject(corrected.refusals(), language.now());
            return Answers.refused(corrected.refusals(), correct(claim, form, number));
        }
        Integer next = nextWrong(id);
        flash.say(next == null ? claims.msg().correctedLast(row) : claims.msg().corrected(row));
        return next == null ? rows(id) : Answers.seeOther(address(id) + "/" + next);
    }

    private Integer nextWrong(long id) {
        return waiting(id).stream()
                .filter(row -> !row.isRight())
                .map(row -> row.row().number())
                .findFirst()
                .orElse(null);
    }

    private TemplateInstance correct(ApplicationView claim, Form form, int number) {
        return new Correct(desk.head(claim), form, Integer.toString(number));
    }

    private static Response rows(long id) {
        return Answers.seeOther(address(id));
    }

    private static String address(long id) {
        return "/applications/" + id + "/clients/uploaded";
    }

    private static Response claim(long id) {
        return Answers.seeOther("/applications/" + id);
    }
}
