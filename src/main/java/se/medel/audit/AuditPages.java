package se.medel.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.user.Roles;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Texts;

/** The audit trail, for the auditor. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.AUDITOR)
public class AuditPages {

    private static final int ON_A_PAGE = 50;

    /**
     * One event, in words.
     *
     * @param subjectQuery the subject as it stands in an address
     * @param size how much changed, in words; null where nothing did
     */
    record Event(
            Instant at,
            String username,
            String role,
            String action,
            String subject,
            String subjectQuery,
            String size,
            List<Changes.Change> changes) {}

    /**
     * @param newest where the newest ones are, null on the first page
     * @param older where the older ones are, null on the last page
     */
    @CheckedTemplate(basePath = "audit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Trail(Form form, List<Event> events, String subject, String newest, String older)
            implements TemplateInstance {}

    @Inject
    AuditTrail trail;

    @Inject
    Language language;

    @GET
    public TemplateInstance read(@RestQuery String before, @RestQuery String subject) {
        String only = subject == null || subject.isBlank() ? null : subject.strip();
        Long beforeId = before != null && before.matches("[0-9]{1,18}") ? Long.valueOf(before) : null;
        // One more than is shown tells whether there are older ones.
        List<AuditTrail.Line> lines = trail.read(beforeId, only, ON_A_PAGE + 1);
        List<AuditTrail.Line> shown = lines.subList(0, Math.min(ON_A_PAGE, lines.size()));
        String older = lines.size() <= ON_A_PAGE
                ? null
                : "/audit?before=" + shown.get(shown.size() - 1).id() + (only == null ? "" : "&subject=" + query(only));
        return new Trail(
                Form.empty().with("subject", only),
                shown.stream().map(this::event).toList(),
                only,
                beforeId == null ? null : only == null ? "/audit" : "/audit?subject=" + query(only),
                older);
    }

    private Event event(AuditTrail.Line line) {
        Locale locale = language.now();
        Texts texts = Texts.in(locale);
        AuditMsg msg = MessageBundles.get(AuditMsg.class, Localized.Literal.of(locale.getLanguage()));
        List<Changes.Change> changes = new Changes(locale, msg).between(line.before(), line.after());
        String action = "action." + line.action();
        return new Event(
                line.at(),
                line.username(),
                line.role(),
                texts.has(action) ? texts.text(action) : line.action(),
                line.subject(),
                query(line.subject()),
                changes.isEmpty()
                        ? null
                        : changes.size() == 1 ? msg.changedOne() : msg.changed(Integer.toString(changes.size())),
                changes);
    }

    private static String query(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
