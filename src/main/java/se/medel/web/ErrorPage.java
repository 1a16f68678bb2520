package se.medel.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** The page for what no feature expects. Needs neither user nor database, because they may be what failed. */
@ApplicationScoped
public class ErrorPage {

    @CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Error(String title, String text, String reference) implements TemplateInstance {}

    /**
     * The page as HTML.
     *
     * @param reference by which the log knows what happened, null where nothing is logged
     */
    public String render(Locale locale, String title, String text, String reference) {
        return new Error(title, text, reference).setLocale(locale).render();
    }
}
