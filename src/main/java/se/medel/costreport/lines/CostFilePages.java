package se.medel.costreport.lines;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import se.medel.costreport.CostReportView;
import se.medel.costreport.file.ReportHead;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Texts;

/** A report's costs as a list: the template to take home, and the filled-in list back. */
@Path("/cost-reports/{id}/costs-file")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
public class CostFilePages {

    @CheckedTemplate(basePath = "costreport/lines", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CostFile(ReportHead.Head head, Form form, List<String> faults) implements TemplateInstance {}

    @Inject
    CostFileService costs;

    @Inject
    ReportHead heads;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    @Path("/upload")
    public TemplateInstance choose(@RestPath long id) {
        return page(heads.report(id), Form.empty(), List.of());
    }

    private TemplateInstance page(CostReportView report, Form form, List<String> faults) {
        return new CostFile(heads.of(report), form, faults);
    }

    @POST
    @Path("/upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestPath long id, @RestForm("file") FileUpload file) {
        CostReportView report = heads.report(id);
        Form form = Form.empty();
        if (file == null || file.fileName() == null || file.fileName().isEmpty()) {
            return Answers.toBeCorrected(page(report, form.reject("file", msg().fileMissing()), List.of()));
        }
        Answer<CostReportView> read = costs.read(me.actor(), id, file.uploadedFile(), file.fileName());
        if (read.isRefused()) {
            List<String> faults = read.refusals().stream().map(this::words).toList();
            form.reject("file", faults.size() == 1 ? faults.get(0) : msg().faults(Integer.toString(faults.size())));
            return Answers.refused(read.refusals(), page(report, form, faults));
        }
        flash.say(msg().read());
        return Answers.seeOther("/cost-reports/" + id);
    }

    private String words(Refusal refusal) {
        return Texts.in(language.now()).refusal(refusal);
    }

    @GET
    @Path("/template.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response csv(@RestPath long id) {
        String rows = Stream.concat(Stream.of(headers()), template(id).stream())
                .map(cells -> cells.stream().map(CostFilePages::quoted).collect(Collectors.joining(";")) + "\r\n")
                .collect(Collectors.joining());
        return file(("\uFEFF" + rows).getBytes(StandardCharsets.UTF_8), "text/csv;charset=UTF-8", "kostnader.csv");
    }

    @GET
    @Path("/template.xlsx")
    @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    public Response workbook(@RestPath long id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Medel", null)) {
            Worksheet sheet = workbook.newWorksheet("Kostnader");
            List<List<String>> rows =
                    Stream.concat(Stream.of(headers()), template(id).stream()).toList();
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(
                bytes.toByteArray(),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "kostnader.xlsx");
    }

    private List<List<String>> template(long id) {
        Answer<List<List<String>>> rows = costs.template(me.actor(), id);
        if (rows.isRefused()) {
            throw new NotFoundException();
        }
        return rows.get();
    }

    private static List<String> headers() {
        return Stream.of(CostColumn.values()).map(CostColumn::header).toList();
    }

    /** A text that begins as a formula would be one in a spreadsheet. */
    private static String quoted(String text) {
        String safe = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static Response file(byte[] bytes, String type, String name) {
        return Response.ok(bytes)
                .type(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private CostFileMsg msg() {
        return MessageBundles.get(
                CostFileMsg.class, Localized.Literal.of(language.now().getLanguage()));
    }
}
