package se.medel.decision;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import se.medel.claim.Claims;
import se.medel.claim.Claims.Decided;
import se.medel.document.ArchivePdf;
import se.medel.document.Attachment;
import se.medel.document.DocumentStore;
import se.medel.document.DocumentStore.Kind;
import se.medel.document.DocumentView;
import se.medel.document.Organisation;
import se.medel.storage.StoredJson;
import se.medel.web.Language;

/** The decisions' documents: made when somebody first asks for one, and the same bytes from then on. */
@ApplicationScoped
public class DocumentService {

    @CheckedTemplate(basePath = "decision", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DecisionDocument(DecisionText text) implements TemplateInstance {}

    @CheckedTemplate(basePath = "decision", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClientAppendix(AppendixText text) implements TemplateInstance {}

    @Inject
    Decisions decisions;

    @Inject
    Claims claims;

    @Inject
    DocumentStore documents;

    @Inject
    ArchivePdf archivePdf;

    @Inject
    Organisation organisation;

    /**
     * The document of a decision.
     *
     * <p>It is drawn outside of any transaction, so that nobody waits for it with a lock in hand, and of two that are drawn at
     * the same time the first one stored is everybody's.
     *
     * @param decisionId a decision that is committed; who may see it is the caller's to know
     */
    @Transactional(Transactional.TxType.NEVER)
    public DocumentView of(long decisionId) {
        return kept(decisionId, Kind.DELEGATION_DECISION);
    }

    /**
     * The appendix to a decision on a claim, in which the clients stand by their codes; made and kept as the document itself.
     *
     * @param decisionId a decision that is committed; who may read its clients is the caller's to know
     */
    @Transactional(Transactional.TxType.NEVER)
    public DocumentView appendixOf(long decisionId) {
        return kept(decisionId, Kind.CLIENT_APPENDIX);
    }

    DecisionText textOf(DecisionView decision) {
        return DecisionText.of(decision, organisation);
    }

    /** A document that is drawn but not stored. */
    record Drawn(String fileName, String html, byte[] pdf) {}

    Drawn draw(DecisionView decision) {
        DecisionText text = textOf(decision);
        String html = new DecisionDocument(text).setLocale(Language.SWEDISH).render();
        Attachment figures = new Attachment(
                text.dataFileName(),
                "application/json",
                StoredJson.write(DecisionData.of(decision)).getBytes(StandardCharsets.UTF_8),
                "Beslutet och det som det vilar på, i en form som datorer kan läsa");
        return new Drawn(text.fileName(), html, archivePdf.render(html, text.metadata(), List.of(figures)));
    }

    Drawn drawAppendix(DecisionView decision, List<Decided> clients) {
        AppendixText text = AppendixText.of(textOf(decision), clients);
        String html = new ClientAppendix(text).setLocale(Language.SWEDISH).render();
        return new Drawn(text.fileName(), html, archivePdf.render(html, text.metadata(), List.of()));
    }

    private DocumentView kept(long decisionId, Kind kind) {
        return documents.find(decisionId, kind).orElseGet(() -> {
            DecisionView decision = QuarkusTransaction.requiringNew()
                    .call(() -> decisions.findById(decisionId).view());
            Drawn drawn =
                    switch (kind) {
                        case DELEGATION_DECISION -> draw(decision);
                        case CLIENT_APPENDIX -> drawAppendix(decision, claims.decided(decisionId));
                        default -> throw new IllegalArgumentException(kind + " isn't about a decision");
                    };
            documents.keep(decisionId, kind, drawn.fileName(), drawn.html(), drawn.pdf());
            return documents.find(decisionId, kind).orElseThrow();
        });
    }
}
