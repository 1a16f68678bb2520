package se.medel.reminder;

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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.refusal.Answer;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;

/** The administrator's pages of mailboxes. */
@Path("/admin/mailboxes")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMINISTRATOR)
public class MailboxPages {

    /** @param address null where none is set */
    record Line(String owner, String name, String address) {}

    /** @param mail whether there is a mail server */
    @CheckedTemplate(basePath = "reminder", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MailboxList(List<Line> mailboxes, boolean mail) implements TemplateInstance {}

    @CheckedTemplate(basePath = "reminder", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MailboxEdit(Form form, String owner, String name) implements TemplateInstance {}

    @Inject
    MailboxService mailboxes;

    @Inject
    Districts districts;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @ConfigProperty(name = "medel.reminder.mail")
    boolean mail;

    @GET
    public TemplateInstance list() {
        return new MailboxList(
                mailboxes.all().stream()
                        .map(mailbox -> new Line(mailbox.owner(), name(mailbox.owner()), mailbox.address()))
                        .toList(),
                mail);
    }

    @GET
    @Path("/{owner}")
    public TemplateInstance edit(@RestPath String owner) {
        MailboxView mailbox = found(owner);
        return page(Form.empty().with("address", mailbox.address()).with("version", mailbox.version()), owner);
    }

    @POST
    @Path("/{owner}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response edit(@RestPath String owner, MultivaluedMap<String, String> posted) {
        found(owner);
        Form form = Form.of(posted);
        Answer<MailboxView> answer = mailboxes.set(me.actor(), owner, version(form), form.value("address"));
        if (answer.isRefused()) {
            form.reject(answer.refusals(), language.now());
            if (answer.refusals().get(0).reason() == MailboxRefusal.MAILBOX_STALE) {
                // Saving once more is then a choice that was made with open eyes.
                form.with("version", found(owner).version());
            }
            return Answers.refused(answer.refusals(), page(form, owner));
        }
        flash.say(ReminderWords.in(language.now()).msg().mailboxSaved(name(owner)));
        return Answers.seeOther("/admin/mailboxes");
    }

    private MailboxView found(String owner) {
        return mailboxes.of(owner).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(Form form, String owner) {
        return new MailboxEdit(form, owner, name(owner));
    }

    private String name(String owner) {
        return districts.bySlug(owner).map(DistrictView::name).orElseGet(() -> ReminderWords.in(language.now())
                .msg()
                .mailboxAdministration());
    }

    /** A version that isn't a number is as stale as one can be. */
    private static long version(Form form) {
        return form.value("version").matches("[0-9]{1,18}") ? Long.parseLong(form.value("version")) : -1;
    }
}
