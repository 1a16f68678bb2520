package se.medel.archive;

import static se.medel.archive.ArchiveRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.archive.eark.PackageLabel;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.document.Organisation;
import se.medel.refusal.Answer;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Actor;
import se.medel.user.Role;

/**
 * The whole file of a round or of one case: everything that is stored of it, its documents and what has been received, with the
 * audit trail, as one E-ARK package that is written as it is read.
 */
@ApplicationScoped
public class CaseFileService {

    /** A case file on its way out. */
    public interface CaseFile {

        /** Such as {@code medel-sig-2014.zip}. */
        String fileName();

        /**
         * Writes the whole package.
         *
         * @throws IOException also where something stored isn't what it was when it was stored; the zip breaks off then
         */
        void writeTo(OutputStream out) throws IOException;

        /** Gives its place to somebody else, where it will never be written; otherwise nothing. */
        void giveUp();
    }

    @Inject
    RoundService rounds;

    @Inject
    ApplicationService applications;

    @Inject
    CaseFilePress press;

    @Inject
    AuditTrail audit;

    @Inject
    Organisation organisation;

    @Inject
    Clock clock;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @ConfigProperty(name = "quarkus.application.version")
    String version;

    private final Semaphore room;

    @Inject
    CaseFileService(@ConfigProperty(name = "medel.case-file.at-once") int atOnce) {
        room = new Semaphore(atOnce);
    }

    /** Who takes out case files: who prepares, decides, registers and audits. */
    public static boolean takesOut(Role role) {
        return switch (role) {
            case OFFICER, DIRECTOR, SECRETARY, AUDITOR -> true;
            default -> false;
        };
    }

    /** The file of a round. That it is taken out stands in the audit trail. */
    @Transactional
    public Answer<CaseFile> ofRound(Actor actor, String roundId) {
        RoundView round = rounds.round(roundId).orElse(null);
        if (round == null) {
            return Answer.refused(CASE_NOT_FOUND);
        }
        return takenOut(actor, round, CaseScope.of(roundId), round.name());
    }

    /** The file of one application and what has come of it; one that was never submitted has none. */
    @Transactional
    public Answer<CaseFile> ofApplication(Actor actor, String roundId, long id) {
        Answer<ApplicationView> found = applications.find(actor, id);
        if (found.isRefused()
                || found.get().submittedAt() == null
                || !found.get().roundId().equals(roundId)) {
            return Answer.refused(CASE_NOT_FOUND);
        }
        ApplicationView application = found.get();
        RoundView round = rounds.round(roundId).orElseThrow();
        return takenOut(actor, round, new CaseScope(roundId, id, application.district()), round.name() + ", ANS-" + id);
    }

    private Answer<CaseFile> takenOut(Actor actor, RoundView round, CaseScope scope, String title) {
        Subject subject = new Subject(scope.subject(), round.id(), scope.district());
        if (!takesOut(actor.role())) {
            audit.recordRefusedAccess(actor, subject);
            return Answer.refused(CASE_FILE_NOT_FOR_ROLE);
        }
        // Nobody waits for a place: who waits holds a connection, too.
        if (!room.tryAcquire()) {
            return Answer.refused(CASE_FILES_BUSY);
        }
        Place place = new Place();
        transaction.registerInterposedSynchronization(place);
        CaseReader reader = CaseReader.of(actor.role());
        audit.record(actor, "CASE_FILE_TAKEN_OUT", subject, null, reader);
        Instant now = clock.instant();
        PackageLabel label = new PackageLabel(
                scope.packageName(),
                title,
                round.caseNumber(),
                organisation.city(),
                organisation.number().orElse(null),
                organisation.administration(),
                version,
                now);
        return Answer.of(new CaseFile() {
            @Override
            public String fileName() {
                return scope.packageName() + ".zip";
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                place.use();
                write(scope, reader, label, out);
            }

            @Override
            public void giveUp() {
                place.giveUp();
            }
        });
    }

    private void write(CaseScope scope, CaseReader reader, PackageLabel label, OutputStream out) throws IOException {
        try (Snapshot snapshot = press.complete(scope, reader);
                CaseFileWriter writer = new CaseFileWriter(snapshot, scope, reader, label, out)) {
            writer.write();
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            room.release();
        }
    }

    /** Room for one case file: given back when it is written, or where it never will be, also because nothing was committed. */
    private final class Place implements Synchronization {

        private final AtomicBoolean taken = new AtomicBoolean(true);

        /** From here it is given back when the writing ends. */
        void use() throws IOException {
            if (!taken.compareAndSet(true, false)) {
                throw new IOException("The case file is written or given up already");
            }
        }

        void giveUp() {
            if (taken.compareAndSet(true, false)) {
                room.release();
            }
        }

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status != Status.STATUS_COMMITTED) {
                giveUp();
            }
        }
    }
}
