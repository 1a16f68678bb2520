package se.medel.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
 * wrong ones are put right, also when the claim they wait beside has been submitted. One transaction per method; the trail gets numbers of rows, never what stands in them (P1).
 */
@ApplicationScoped
@Transactional
public class ClaimUploadService {

    @Inject
    ApplicationService applications;

    @Inject
    Applications drafts;

    @Inject
    ClaimUploads uploads;

    @Inject
    AuditTrail audit;

    /**
     * What has been taken in.
     *
     * @param clients how many
     * @param claim the claim that has them
     * @param waitingAt the claim beside which those wait that are wrong
     */
    public record Taken(int clients, long claim, long waitingAt) {}

    /** Keeps a file's rows beside a claim in draft, in place of those that wait there. */
    public Answer<Summary> upload(Actor actor, long id, Path file, String fileName) {
        return ApplicationService.claim(applications.heldEditable(actor, id, null))
                .then(application -> uploads.keep(id, file, fileName).map(summary -> {
                    record(actor, "CLAIM_FILE_READ", application, null, summary.lines());
                    return summary;
                }));
    }

    /** Tries a file for a claim in draft and keeps nothing of it. */
    public Answer<Checked> check(Actor actor, long id, Path file, String fileName) {
        return ApplicationService.claim(applications.editable(actor, id, null))
                .then(application -> uploads.check(applications.claim(application), file, fileName));
    }

    /** How many rows wait beside a claim. */
    public int waiting(long id) {
        return uploads.count(id);
    }

    /** The rows that wait beside a claim of the user's district, tried as things are now. */
    public Answer<List<JudgedRow>> rows(Actor actor, long id) {
        return own(actor, applications.seen(actor, id)).map(application -> {
            record(actor, "CLAIM_READ", application, null, null);
            return uploads.judged(judgedFor(application), id);
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
        return held(actor, id)
                .then(application -> uploads.find(id, written.number()).then(before -> {
                    JudgedRow judged = uploads.judged(judgedFor(application), id, written);
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
        return held(actor, id)
                .map(application -> recordRemoved(actor, application, uploads.remove(id, List.of(number))));
    }

    /** Throws away all rows that wait. */
    public Answer<Integer> discard(Actor actor, long id) {
        return held(actor, id).map(application -> recordRemoved(actor, application, uploads.discard(id)));
    }

    private int recordRemoved(Actor actor, Application application, int rows) {
        if (rows > 0) {
            record(actor, "CLAIM_FILE_DISCARDED", application, rows, null);
        }
        return rows;
    }

    /**
     * Takes the rows that are right as things are now into the claim; the wrong ones wait on. What waits beside a claim that
     * can't be changed any more goes into the district's draft in the same round, which is started where there is none.
     */
    public Answer<Taken> takeIn(Actor actor, long id) {
        return held(actor, id).then(application -> {
            Optional<Application> there = writable(application);
            if (there.isPresent()) {
                return applications
                        .heldEditable(actor, there.get().id, null)
                        .then(claim -> takeIn(actor, applications.claim(claim), id));
            }
            if (right(judgedFor(application), id).isEmpty()) {
                return Answer.of(new Taken(0, id, id));
            }
            return applications
                    .start(actor, application.roundId, application.component)
                    // A new claim inherits what waits, unless it is another claim's rows that have waited for it.
                    .then(started -> takeIn(
                            actor,
                            applications.claim(drafts.findById(started.id())),
                            uploads.count(id) == 0 ? started.id() : id));
        });
    }

    private Answer<Taken> takeIn(Actor actor, Claims.Claim claim, long waitingAt) {
        List<JudgedRow> right = right(claim, waitingAt);
        if (right.isEmpty()) {
            return Answer.of(new Taken(0, claim.applicationId(), waitingAt));
        }
        return applications
                .addRows(
                        actor,
                        claim.applicationId(),
                        null,
                        right.stream().map(JudgedRow::client).toList())
                .map(added -> new Taken(
                        uploads.remove(
                                waitingAt,
                                right.stream().map(row -> row.row().number()).toList()),
                        claim.applicationId(),
                        waitingAt));
    }

    private List<JudgedRow> right(Claims.Claim claim, long waitingAt) {
        return uploads.judged(claim, waitingAt).stream()
                .filter(JudgedRow::isRight)
                .toList();
    }

    /** The claim that rows beside this one are taken into, if there is one already. */
    private Optional<Application> writable(Application application) {
        return application.state.isEditable()
                ? Optional.of(application)
                : drafts.draftClaim(application.roundId, application.district);
    }

    private Claims.Claim judgedFor(Application application) {
        return applications.claim(writable(application).orElse(application));
    }

    /** A claim of the user's district, whatever its state, so that nobody else changes it meanwhile. */
    private Answer<Application> held(Actor actor, long id) {
        return own(actor, applications.held(actor, id));
    }

    private static Answer<Application> own(Actor actor, Answer<Application> found) {
        return ApplicationService.claim(found)
                .then(application -> actor.actsFor(application.district)
                        ? Answer.of(application)
                        : Answer.refused(ApplicationRefusal.APPLICATION_NOT_FOR_ROLE));
    }

    private void record(Actor actor, String action, Application application, Object before, Object after) {
        audit.record(actor, action, ApplicationService.subject(application), before, after);
    }
}
