package se.medel.costreport.ledger;

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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import se.medel.costreport.CostReportView;
import se.medel.costreport.file.FileKind;
import se.medel.costreport.file.ReportFileService;
import se.medel.costreport.file.ReportHead;
import se.medel.costreport.ledger.LedgerImportService.LedgerFile;
import se.medel.costreport.sie.ObjectPair;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.storage.LongWork;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;

/** How a district takes its costs from the ledger: file, choice, look, confirm; and how others see what was taken. */
@Path("/cost-reports/{id}/ledger")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.DISTRICT_OFFICER, Roles.DISTRICT_DIRECTOR})
public class LedgerImportPages {

    @CheckedTemplate(basePath = "costreport/ledger", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LedgerOverview(ReportHead.Head head, List<LedgerWords.FileLine> files, List<LedgerWords.ImportLine> imports)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "costreport/ledger", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LedgerUpload(ReportHead.Head head, Form form) implements TemplateInstance {}

    @CheckedTemplate(basePath = "costreport/ledger", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LedgerFilePage(
            ReportHead.Head head, Form form, LedgerWords.FileFacts file, LedgerWords.Choices choices, boolean downloads)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "costreport/ledger", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LedgerImportPage(ReportHead.Head head, Form form, LedgerWords.Preview preview, long version)
            implements TemplateInstance {}

    @Inject
    LedgerImportService imports;

    @Inject
    ReportFileService files;

    @Inject
    ReportHead heads;

    @Inject
    LedgerWords words;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.AUDITOR
    })
    public TemplateInstance overview(@RestPath long id) {
        CostReportView report = heads.report(id);
        return new LedgerOverview(
                heads.of(report),
                files.of(me.actor(), id).get().stream()
                        .filter(file -> file.kind() == FileKind.LEDGER)
                        .map(words::line)
                        .toList(),
                imports.ofReport(me.actor(), id).get().stream().map(words::line).toList());
    }

    @GET
    @Path("/upload")
    public Response choose(@RestPath long id) {
        CostReportView report = heads.report(id);
        return heads.of(report).writes()
                ? Response.ok(upload(report, Form.empty())).build()
                : Answers.seeOther(address(id));
    }

    @POST
    @Path("/upload")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestPath long id, @RestForm("file") FileUpload file) {
        CostReportView report = heads.report(id);
        Form form = Form.empty();
        if (file == null || file.fileName() == null || file.fileName().isEmpty()) {
            form.reject(ReportFileService.FIELD, words.msg().fileMissing());
            return Answers.toBeCorrected(upload(report, form));
        }
        Answer<LedgerFile> kept =
                LongWork.call(() -> imports.upload(me.actor(), id, file.uploadedFile(), file.fileName()));
        if (kept.isRefused()) {
            form.reject(kept.refusals(), language.now());
            return Answers.refused(kept.refusals(), upload(report, form));
        }
        return Answers.seeOther(address(id) + "/files/" + kept.get().file().id());
    }

    private TemplateInstance upload(CostReportView report, Form form) {
        return new LedgerUpload(heads.of(report), form);
    }

    @GET
    @Path("/files/{file: [0-9]+}")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.AUDITOR
    })
    public TemplateInstance file(@RestPath long id, @RestPath long file) {
        CostReportView report = heads.report(id);
        int year = heads.of(report).year();
        return file(
                report,
                found(id, file),
                Form.empty()
                        .with("from", LocalDate.of(year, 1, 1))
                        .with("to", LocalDate.of(year, 12, 31))
                        .with("application", words.onlyGrant(report)));
    }

    private LedgerFile found(long id, long file) {
        Answer<LedgerFile> found = imports.file(me.actor(), id, file);
        if (found.isRefused()) {
            throw new NotFoundException();
        }
        return found.get();
    }

    private TemplateInstance file(CostReportView report, LedgerFile file, Form form) {
        return new LedgerFilePage(
                heads.of(report),
                form,
                words.facts(file),
                words.choices(report, file.facts()),
                ReportFileService.downloads(me.actor(), report, FileKind.LEDGER));
    }

    @POST
    @Path("/files/{file: [0-9]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response preview(@RestPath long id, @RestPath long file, MultivaluedMap<String, String> posted) {
        CostReportView report = heads.report(id);
        LedgerFile found = found(id, file);
        Form form = Form.of(posted);
        LocalDate from = day(form, "from");
        LocalDate to = day(form, "to");
        Long application = number(form.value("application"));
        if (application == null) {
            form.reject("application", words.msg().grantMissing());
        }
        List<ObjectPair> objects = form.values("objects").stream()
                .map(LedgerSettingView::parsed)
                .flatMap(Optional::stream)
                .toList();
        if (form.hasErrors()) {
            return Answers.toBeCorrected(file(report, found, form));
        }
        LedgerChoice choice = new LedgerChoice(application, from, to, objects);
        Answer<LedgerImportView> made = LongWork.call(() -> imports.preview(me.actor(), id, file, choice));
        if (made.isRefused()) {
            form.reject(made.refusals(), language.now());
            return Answers.refused(made.refusals(), file(report, found, form));
        }
        return Answers.seeOther(address(id) + "/imports/" + made.get().id());
    }

    private LocalDate day(Form form, String name) {
        LocalDate day = Days.read(form, name, words.msg().dayMalformed());
        if (day == null && form.error(name) == null) {
            form.reject(name, words.msg().dayMalformed());
        }
        return day;
    }

    private static Long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    @GET
    @Path("/imports/{made: [0-9]+}")
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.AUDITOR
    })
    public TemplateInstance tried(@RestPath long id, @RestPath long made) {
        CostReportView report = heads.report(id);
        LedgerImportView found = tried(report, made);
        Form form = Form.empty();
        imports.plan(report, found)
                .division()
                .forEach((line, kronor) -> form.with("division." + line, words.amount(kronor)));
        return page(report, found, form);
    }

    private LedgerImportView tried(CostReportView report, long made) {
        Answer<LedgerImportView> found = imports.find(me.actor(), report.id(), made);
        if (found.isRefused()) {
            throw new NotFoundException();
        }
        return found.get();
    }

    private TemplateInstance page(CostReportView report, LedgerImportView made, Form form) {
        return new LedgerImportPage(
                heads.of(report), form, words.preview(report, made, imports.plan(report, made)), report.version());
    }

    @POST
    @Path("/imports/{made: [0-9]+}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@RestPath long id, @RestPath long made, MultivaluedMap<String, String> posted) {
        CostReportView report = heads.report(id);
        LedgerImportView found = tried(report, made);
        Form form = Form.of(posted);
        Map<Integer, Kronor> division = division(form, imports.plan(report, found));
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(report, found, form));
        }
        Boolean replace =
                form.value("typed").isEmpty() ? null : form.value("typed").equals("replace");
        Long version = Objects.requireNonNullElse(number(form.value("version")), -1L);
        Answer<CostReportView> written = imports.confirm(me.actor(), id, made, version, division, replace);
        if (written.isRefused()) {
            List<Refusal> refusals = written.refusals();
            form.reject(refusals, language.now());
            return Answers.refused(refusals, page(heads.report(id), tried(report, made), form));
        }
        flash.say(words.msg().confirmed());
        return Answers.seeOther(address(id));
    }

    private Map<Integer, Kronor> division(Form form, LedgerImportService.Plan plan) {
        Map<Integer, Kronor> division = new TreeMap<>();
        for (Integer line : new ArrayList<>(plan.division().keySet())) {
            BigDecimal amount = form.signedKronorAndOre("division." + line, language.msg());
            if (amount != null) {
                division.put(line, new Kronor(amount));
            }
        }
        return division;
    }

    private static String address(long id) {
        return "/cost-reports/" + id + "/ledger";
    }
}
