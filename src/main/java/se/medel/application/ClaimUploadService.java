package se.medel.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.List;
import se.medel.audit.AuditTrail;
import se.medel.claim.ClaimRefusal;
import se.medel.claim.ClaimUploads;
import se.medel.claim.ClaimUploads.Checked;
import se.medel.claim.ClaimUploads.JudgedRow;
import se.medel.claim.Claims;
import se.medel.claim.WrittenRow;
import se.medel.claim.file.Summary;
import se.medel.refusal.Answer;
import se.medel.user.Actor;

/**
 * The files that a district claims by: all rows are judged before any is part of the claim, right ones can be taken in while
 * wrong ones are put right. One transaction per method; the trail gets numbers of rows, never what stands in them (P1).
 */
@ApplicationScoped
@Transactional
public class ClaimUploadService {

    @Inject
    ApplicationService applications;

    @Inject
    Claims claims;

    @Inject
    ClaimUploads uploads;

    @Inject
    AuditTrail audit;

    /** Keeps a file's rows beside a claim in draft, in place of those that wait there. */
    public Answer<Summary> upload(Actor actor, long id, Path file, String fileName) {
        return claim(actor, id)
                .then(application -> uploads.keep(id, file, fileName).map(summary -> {
                    record(actor, "CLAIM_FILE_READ", application, null, summary.lines());
                    return summary;
                }));
    }

    /** Tries a file for a claim in draft and keeps nothing of it. */
    public Answer<Checked> check(Actor actor, long id, Path file, String fileName) {
        return claim(actor, id).then(application -> uploads.check(applications.claim(application), file, fileName));
    }

    /** How many rows wait beside a claim. */
    public int waiting(ApplicationView application) {
        return uploads.count(application.id());
    }

    /** The rows that wait beside a claim in draft, tried as things are now. */
    public Answer<List<JudgedRow>> rows(Actor actor, long id) {
        return claim(actor, id).map(application -> {
            record(actor, "CLAIM_READ", application, null, null);
            return uploads.judged(applications.claim(application));
        });
    }

    /** One of the rows that wait. */
    public Answer<JudgedRow> row(Actor actor, long id, int number) {
        return rows(actor, id).then(rows -> rows.stream()
                .filter(row -> row.row().number() == number)
                .findFirst()
                .map(Answer::of)
                .orElse(Answer.refused(ClaimRefusal.CLAIM_ROW_NOT_FOUND)));
    }

    /** Keeps a row that has been put right; refused, each fault at its column, while it isn't. */
    public Answer<JudgedRow> correct(Actor actor, long id, WrittenRow written) {
        return claim(actor, id)
                .then(application -> uploads.find(id, written.number()).then(before -> {
                    JudgedRow judged = uploads.judged(applications.claim(application), written);
                    if (!judged.isRight()) {
                        return Answer.refused(judged.faults());
                    }
                    uploads.replace(id, written);
                    record(actor, "CLAIM_FILE_CORRECTED", application, null, 1);
                    return Answer.of(judged);
                }));
    }

    /** Throws away one of the rows that wait. */
    public Answer<Integer> drop(Actor actor, long id, int number) {
        return claim(actor, id)
                .map(application -> recordRemoved(actor, application, uploads.remove(id, List.of(number))));
    }

    /** Throws away all rows that wait. */
    public Answer<Integer> discard(Actor actor, long id) {
        return claim(actor, id).map(application -> recordRemoved(actor, application, uploads.discard(id)));
    }

    private int recordRemoved(Actor actor, Application application, int rows) {
        if (rows > 0) {
            record(actor, "CLAIM_FILE_DISCARDED", application, rows, null);
        }
        return rows;
    }

    /** Takes the rows that are right as things are now into the claim; the wrong ones wait on. Gives how many it took. */
    public Answer<Integer> takeIn(Actor actor, long id) {
        return claim(actor, id).then(application -> {
            Claims.Claim claim = applications.claim(application);
            List<JudgedRow> right =
                    uploads.judged(claim).stream().filter(JudgedRow::isRight).toList();
            if (right.isEmpty()) {
                return Answer.of(0);
            }
            return applications
                    .addRows(
                            actor,
                            id,
                            null,
                            right.stream().map(JudgedRow::client).toList())
                    .map(added -> uploads.remove(
                            id, right.stream().map(row -> row.row().number()).toList()));
        });
    }

    private Answer<Application> claim(Actor actor, long id) {
        return ApplicationService.claim(applications.editable(actor, id, null));
    }

    private void record(Actor actor, String action, Application application, Object before, Object after) {
        audit.record(actor, action, ApplicationService.subject(application), before, after);
    }
}
