package se.medel.document;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import se.medel.document.DocumentStore.Kind;
import se.medel.storage.StoredJson;
import se.medel.web.Language;

/**
 * Makes letters into documents: each when somebody first asks for it, and the same bytes from then on. They are drawn outside of
 * any transaction, so that nobody waits for one with a lock in hand. Who may see a letter is the caller's to know.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class LetterPress {

    @CheckedTemplate(basePath = "document", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record LetterDocument(Letter letter) implements TemplateInstance {}

    /** A document as it is kept, and its text for the screen. */
    public record Kept(Letter letter, DocumentView document) {}

    @Inject
    DocumentStore documents;

    @Inject
    ArchivePdf archivePdf;

    /**
     * The document of a letter whose text is settled.
     *
     * @param subject what it is about, a kind and an id, such as {@code repayment/12}
     * @param data what it rests on, for programs; attached to it
     */
    public Kept keep(String subject, Kind kind, Letter letter, Supplier<?> data) {
        DocumentView document = documents.find(subject, kind).orElseGet(() -> {
            String html = html(letter);
            documents.keep(
                    subject,
                    kind,
                    letter.fileName(),
                    html,
                    archivePdf.render(html, letter.metadata(), List.of(attachment(letter, data.get()))));
            return documents.find(subject, kind).orElseThrow();
        });
        return new Kept(letter, document);
    }

    /** The letter as it stands, on paper that nobody keeps. */
    public byte[] draw(Letter letter) {
        return archivePdf.render(html(letter), letter.metadata(), List.of());
    }

    private static String html(Letter letter) {
        return new LetterDocument(letter).setLocale(Language.SWEDISH).render();
    }

    private static Attachment attachment(Letter letter, Object data) {
        return new Attachment(
                letter.fileStem() + ".json",
                "application/json",
                StoredJson.write(data).getBytes(StandardCharsets.UTF_8),
                "Uppgifterna som dokumentet vilar på, i en form som datorer kan läsa");
    }
}
