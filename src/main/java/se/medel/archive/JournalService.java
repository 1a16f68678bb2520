package se.medel.archive;

import static se.medel.archive.ArchiveRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.rules.ComponentKind;
import se.medel.time.ClockProducer;
import se.medel.user.Actor;
import se.medel.web.Days;

/**
 * The register (diarium, OSL 5:2): what has come in, gone out and been made. It is read from what is stored, and nothing is kept
 * for it. The social administration sees all of it, a district what it has sent, been sent or is about.
 */
@ApplicationScoped
@Transactional
public class JournalService {

    private static final String CHOSEN = " from journal where (cast(:round as text) is null or round_id = :round)"
            + " and (cast(:district as text) is null or district = :district)"
            + " and (cast(:since as timestamptz) is null or at >= :since)"
            + " and (cast(:until as timestamptz) is null or at < :until)";

    /**
     * What is asked for.
     *
     * @param round null for all
     * @param from the first day, null for no such limit
     * @param to the last day, null for no such limit
     */
    public record Wanted(String round, LocalDate from, LocalDate to) {

        /** As it is typed; refused at {@code from} and {@code to}. What is blank is no limit. */
        public static Answer<Wanted> of(String round, String from, String to) {
            List<Refusal> faults = new ArrayList<>();
            LocalDate first = day(faults, "from", from);
            LocalDate last = day(faults, "to", to);
            if (first != null && last != null && last.isBefore(first)) {
                faults.add(Refusal.of(PERIOD_BACKWARDS).at("to"));
            }
            return faults.isEmpty()
                    ? Answer.of(new Wanted(isBlank(round) ? null : round.strip(), first, last))
                    : Answer.refused(faults);
        }

        private static LocalDate day(List<Refusal> faults, String field, String text) {
            if (isBlank(text)) {
                return null;
            }
            Optional<LocalDate> day = Days.parsed(text);
            if (day.isEmpty()) {
                faults.add(Refusal.of(PERIOD_MALFORMED).at(field));
            }
            return day.orElse(null);
        }

        private static boolean isBlank(String text) {
            return text == null || text.isBlank();
        }
    }

    @Inject
    Session database;

    /** How many lines there are. */
    public long count(Actor actor, Wanted wanted) {
        return chosen(database.createNativeQuery("select count(*)" + CHOSEN, Long.class), actor, wanted)
                .getSingleResult();
    }

    /**
     * The lines, the newest first.
     *
     * @param skip how many to pass over
     * @param most how many to give at most
     */
    public List<JournalEntry> read(Actor actor, Wanted wanted, int skip, int most) {
        return chosen(
                        database.createNativeQuery(
                                "select number, kind, at, round_id, district, application_id, component" + CHOSEN
                                        + " order by at desc, number desc",
                                Tuple.class),
                        actor,
                        wanted)
                .setFirstResult(skip)
                .setMaxResults(most)
                .getResultStream()
                .map(JournalService::entry)
                .toList();
    }

    private static <T> NativeQuery<T> chosen(NativeQuery<T> query, Actor actor, Wanted wanted) {
        return query.setParameter("round", wanted.round(), String.class)
                .setParameter("district", actor.role().ofDistrict() ? actor.district() : null, String.class)
                .setParameter("since", start(wanted.from()), Instant.class)
                .setParameter(
                        "until", wanted.to() == null ? null : start(wanted.to().plusDays(1)), Instant.class);
    }

    private static Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(ClockProducer.STOCKHOLM).toInstant();
    }

    private static JournalEntry entry(Tuple row) {
        String component = row.get(6, String.class);
        return new JournalEntry(
                row.get(0, String.class),
                JournalKind.valueOf(row.get(1, String.class)),
                row.get(2, Instant.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, Long.class),
                component == null ? null : ComponentKind.valueOf(component));
    }
}
