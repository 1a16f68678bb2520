package se.medel.costreport.file;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import se.medel.costreport.CostReportView;
import se.medel.refusal.Answer;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Texts;

/** The files of a report: to look through, to take home, and for the district to add attachments. */
@Path("/cost-reports/{id}/files")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.AUDITOR
})
public class ReportFilePages {

    /**
     * @param kind in words
     * @param downloads whether this user may have the original
     */
    record Line(ReportFileView file, String kind, boolean downloads) {}

    @CheckedTemplate(basePath = "costreport/file", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FileList(ReportHead.Head head, List<Line> files) implements TemplateInstance {}

    @CheckedTemplate(basePath = "costreport/file", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FileUploadPage(ReportHead.Head head, Form form, int megabytes) implements TemplateInstance {}

    @Inject
    ReportFileService files;

    @Inject
    ReportHead heads;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    public TemplateInstance list(@RestPath long id) {
        CostReportView report = heads.report(id);
        Texts words = Texts.in(language.now());
        return new FileList(
                heads.of(report),
                files.of(me.actor(), id).get().stream()
                        .map(file -> new Line(
                                file,
                                words.name(file.kind()),
                                ReportFileService.downloads(me.actor(), report, file.kind())))
                        .toList());
    }

    @GET
    @Path("/{file: [0-9]+}")
    @Produces(MediaType.WILDCARD)
    public Response download(@RestPath long id, @RestPath long file) {
        Answer<ReportFileView> found = files.find(me.actor(), id, file);
        if (found.isRefused()) {
            throw new NotFoundException();
        }
        Answer<InputStream> bytes = files.download(me.actor(), id, file);
        if (bytes.isRefused()) {
            throw new ForbiddenException();
        }
        return FileNamed.answer(found.get(), bytes.get());
    }

    @GET
    @Path("/upload")
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    public Response choose(@RestPath long id) {
        CostReportView report = heads.report(id);
        return heads.of(report).writes()
                ? Response.ok(page(report, Form.empty())).build()
                : Answers.seeOther(address(id));
    }

    @POST
    @Path("/upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
    public Response upload(@RestPath long id, @RestForm("file") FileUpload file) {
        CostReportView report = heads.report(id);
        Form form = Form.empty();
        if (file == null || file.fileName() == null || file.fileName().isEmpty()) {
            form.reject(ReportFileService.FIELD, msg().fileMissing());
            return Answers.toBeCorrected(page(report, form));
        }
        Answer<ReportFileView> kept = files.attach(me.actor(), id, file.uploadedFile(), file.fileName());
        if (kept.isRefused()) {
            form.reject(kept.refusals(), language.now());
            return Answers.refused(kept.refusals(), page(report, form));
        }
        flash.say(msg().kept(kept.get().name()));
        return Answers.seeOther(address(id));
    }

    private TemplateInstance page(CostReportView report, Form form) {
        return new FileUploadPage(heads.of(report), form, ReportFileService.MOST_MEGABYTES);
    }

    private ReportFileMsg msg() {
        return MessageBundles.get(
                ReportFileMsg.class, Localized.Literal.of(language.now().getLanguage()));
    }

    private static String address(long id) {
        return "/cost-reports/" + id + "/files";
    }
}
