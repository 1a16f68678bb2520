package se.medel.participant;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import se.medel.participant.RegisterService.Filter;
import se.medel.participant.rules.State;

/** All participants. */
@ApplicationScoped
class Participants implements PanacheRepository<Participant> {

    private static final List<State> ENROLLED =
            Arrays.stream(State.values()).filter(State::isEnrolled).toList();

    /** The entries that lead to a state are called as it. */
    private static final List<String> KINDS_OF_STATE =
            Arrays.stream(State.values()).map(State::name).toList();

    Optional<Participant> inGroup(String group, long id) {
        return find("groupSlug = ?1 and id = ?2", group, id).firstResultOptional();
    }

    boolean isTaken(String key) {
        return count("clientKey", key) > 0;
    }

    /** A page of the group, in the order they were entered. */
    List<Participant> page(String group, Filter filter, LocalDate staleBefore, long afterId, int most) {
        StringBuilder where = new StringBuilder("groupSlug = :group and id > :after");
        Parameters values = Parameters.with("group", group).and("after", afterId);
        if (filter.state() != null) {
            where.append(" and state = :state");
            values.and("state", filter.state());
        }
        if (filter.guide() != null) {
            where.append(" and guide = :guide");
            values.and("guide", filter.guide());
        }
        if (filter.stalePlan()) {
            where.append(" and state in :enrolled and (activities = 0 or planReviewedOn is null")
                    .append(" or planReviewedOn < :staleBefore)");
            values.and("enrolled", ENROLLED).and("staleBefore", staleBefore);
        }
        return find(where + " order by id", values).page(0, most).list();
    }

    /** A page of those who had come by a day. */
    List<Participant> cameBy(String group, LocalDate day, long afterId, int most) {
        return find("groupSlug = ?1 and id > ?2 and cameOn <= ?3 order by id", group, afterId, day)
                .page(0, most)
                .list();
    }

    /** A page of those whose latest change of state up to a day led to this one. */
    List<Participant> inStateOn(String group, LocalDate day, State state, long afterId, int most) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select p.* from participant p where p.group_slug = :group and p.id > :after and p.came_on <= :day"
                                + " and (select e.kind from entry_that_counts e where e.participant_id = p.id and e.day <= :day"
                                + " and e.kind in :states order by e.day desc, e.id desc limit 1) = :state order by p.id",
                        Participant.class)
                .setParameter("group", group)
                .setParameter("after", afterId)
                .setParameter("day", day)
                .setParameterList("states", KINDS_OF_STATE)
                .setParameter("state", state.name())
                .setMaxResults(most)
                .list();
    }

    /** P4: in order of arrival. */
    List<Participant> waiting(String group, int skip, int most) {
        return find("groupSlug = ?1 and state = ?2 order by waitingSince, id", group, State.WAITING)
                .range(skip, skip + most - 1)
                .list();
    }

    List<Participant> byKeys(Collection<String> keys) {
        return list("clientKey in ?1", keys);
    }
}
