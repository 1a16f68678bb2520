package se.medel.archive;

import static se.medel.archive.ArchiveRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.hibernate.Session;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.user.Actor;
import se.medel.user.Role;

/** How long documents are kept, by class. It tells what is decided; nothing is ever removed by it. */
@ApplicationScoped
@Transactional
public class RetentionService {

    public static final int MOST_YEARS = 200;

    static final int LONGEST_GROUND = 500;

    /** A rule as it is asked for. @param years null for ever */
    public record Wanted(String recordClass, Integer years, String ground, LocalDate validFrom) {}

    @Inject
    Session database;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    public static boolean sets(Role role) {
        return role == Role.SECRETARY || role == Role.ADMINISTRATOR;
    }

    /** Every rule there is and has been, by class and the newest first. */
    public List<RetentionRule> rules() {
        return database.createNativeQuery(
                        "select record_class, years, ground, valid_from, cast(lead(valid_from) over (partition by"
                                + " record_class order by valid_from) - 1 as date) as valid_to from retention_rule",
                        Tuple.class)
                .addScalar("record_class", String.class)
                .addScalar("years", Integer.class)
                .addScalar("ground", String.class)
                .addScalar("valid_from", LocalDate.class)
                .addScalar("valid_to", LocalDate.class)
                .getResultStream()
                .map(row -> new RetentionRule(
                        RecordClass.valueOf(row.get(0, String.class)),
                        row.get(1, Integer.class),
                        row.get(2, String.class),
                        row.get(3, LocalDate.class),
                        row.get(4, LocalDate.class)))
                .sorted(Comparator.comparing(RetentionRule::recordClass)
                        .thenComparing(RetentionRule::validFrom, Comparator.reverseOrder()))
                .toList();
    }

    /** The rules of one class. None is ever taken away, so their number is their version. */
    public RetentionRules rules(RecordClass recordClass) {
        List<RetentionRule> rules = rules().stream()
                .filter(rule -> rule.recordClass() == recordClass)
                .toList();
        return new RetentionRules(recordClass, rules, rules.size());
    }

    /**
     * Sets what holds from a day on; what held before stays to be read. Refused at the field at fault.
     *
     * @param ifVersion the version of the class's rules that were read; null to skip
     */
    public Answer<RetentionRule> set(Actor actor, Long ifVersion, Wanted wanted) {
        if (!sets(actor.role())) {
            return Answer.refused(RETENTION_NOT_FOR_ROLE);
        }
        List<Refusal> faults = faults(wanted);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        database.createNativeMutationQuery("lock table retention_rule in share row exclusive mode")
                .executeUpdate();
        RecordClass recordClass = RecordClass.valueOf(wanted.recordClass());
        if (ifVersion != null && ifVersion != rules(recordClass).version()) {
            return Answer.refused(RETENTION_STALE);
        }
        int made = database.createNativeMutationQuery(
                        "insert into retention_rule (record_class, years, ground, valid_from, set_by, set_at) values"
                                + " (:class, cast(:years as integer), :ground, :from, :by, :at) on conflict do nothing")
                .setParameter("class", wanted.recordClass())
                .setParameter("years", wanted.years(), Integer.class)
                .setParameter("ground", wanted.ground().strip())
                .setParameter("from", wanted.validFrom())
                .setParameter("by", actor.username())
                .setParameter("at", clock.instant())
                .executeUpdate();
        if (made == 0) {
            return Answer.refused(Refusal.of(RETENTION_DAY_TAKEN).at("validFrom"));
        }
        audit.record(
                actor, "RETENTION_SET", new Subject("retention/" + wanted.recordClass(), null, null), null, wanted);
        return Answer.of(rules(recordClass).rules().stream()
                .filter(rule -> rule.validFrom().equals(wanted.validFrom()))
                .findFirst()
                .orElseThrow());
    }

    private static List<Refusal> faults(Wanted wanted) {
        List<Refusal> faults = new ArrayList<>();
        if (Arrays.stream(RecordClass.values()).noneMatch(known -> known.name().equals(wanted.recordClass()))) {
            faults.add(Refusal.of(RETENTION_CLASS_UNKNOWN).at("recordClass"));
        }
        if (wanted.years() != null && (wanted.years() < 1 || wanted.years() > MOST_YEARS)) {
            faults.add(Refusal.of(RETENTION_YEARS, MOST_YEARS).at("years"));
        }
        if (wanted.ground() == null || wanted.ground().isBlank()) {
            faults.add(Refusal.of(RETENTION_GROUND_MISSING).at("ground"));
        } else {
            FreeText.check(faults, "ground", wanted.ground(), LONGEST_GROUND);
        }
        if (wanted.validFrom() == null) {
            faults.add(Refusal.of(RETENTION_DAY_MISSING).at("validFrom"));
        }
        return faults;
    }
}
