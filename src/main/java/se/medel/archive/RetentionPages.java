package se.medel.archive;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import se.medel.archive.RetentionService.Wanted;
import se.medel.refusal.Answer;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Texts;

/** How long things are kept: for those who work with cases to read, and for the secretary and the administrator to set. */
@Path("/retention")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.SECRETARY, Roles.AUDITOR, Roles.ADMINISTRATOR})
public class RetentionPages {

    /** A rule in words. */
    record Line(String name, String kept, String ground, String from, String to) {}

    @CheckedTemplate(basePath = "archive", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RetentionPage(Form form, List<Line> lines, boolean sets, List<Option> classes) implements TemplateInstance {}

    @Inject
    RetentionService retention;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    public TemplateInstance page() {
        return page(Form.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.SECRETARY, Roles.ADMINISTRATOR})
    public Response set(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        ArchiveMsg msg = ArchiveWords.msg(language.now());
        Integer years = !form.value("years").isEmpty()
                ? form.count("years", RetentionService.MOST_YEARS, Language.msg(language.now()))
                : null;
        LocalDate validFrom =
                !form.value("validFrom").isEmpty() ? Days.read(form, "validFrom", msg.dayMalformed()) : null;
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(form));
        }
        Answer<RetentionRule> answer = retention.set(
                me.actor(), null, new Wanted(form.value("recordClass"), years, form.value("ground"), validFrom));
        if (answer.isRefused()) {
            form.reject(answer.refusals(), language.now());
            return Answers.refused(answer.refusals(), page(form));
        }
        flash.say(msg.retentionSet());
        return Answers.seeOther("/retention");
    }

    private TemplateInstance page(Form form) {
        Texts texts = Texts.in(language.now());
        ArchiveMsg msg = ArchiveWords.msg(language.now());
        return new RetentionPage(
                form,
                retention.rules().stream()
                        .map(rule -> new Line(
                                texts.name(rule.recordClass()),
                                rule.years() == null
                                        ? msg.keptForEver()
                                        : msg.keptYears(rule.years().toString()),
                                rule.ground(),
                                Formats.day(rule.validFrom()),
                                rule.validTo() == null ? null : Formats.day(rule.validTo())))
                        .toList(),
                RetentionService.sets(me.role()),
                Arrays.stream(RecordClass.values())
                        .map(one -> Option.of(one.name(), texts.name(one)))
                        .toList());
    }
}
