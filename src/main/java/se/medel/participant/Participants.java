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

    /**
     * A page of the group, in the order they were entered. Its ids are found first, from an index alone: else the database goes
     * through everybody's participants for those of one group.
     */
    List<Participant> page(String group, Filter filter, LocalDate staleBefore, long afterId, int most) {
        StringBuilder where = new StringBuilder("one.groupSlug = :group and one.id > :after");
        Parameters values =
                Parameters.with("group", group).and("after", afterId).and("most", most);
        if (filter.state() != null) {
            where.append(" and one.state = :state");
            values.and("state", filter.state());
        }
        if (filter.guide() != null) {
            where.append(" and one.guide = :guide");
            values.and("guide", filter.guide());
        }
        if (filter.stalePlan()) {
            where.append(" and one.state in :enrolled and (one.activities = 0 or one.planReviewedOn is null")
                    .append(" or one.planReviewedOn < :staleBefore)");
            values.and("enrolled", ENROLLED).and("staleBefore", staleBefore);
        }
        return find(
                        "id in (select one.id from Participant one where " + where
                                + " order by one.id limit :most) order by id",
                        values)
                .list();
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

    /** P4: in order of arrival. The state stands in the query, since the index of those who wait is of no use to a parameter. */
    List<Participant> waiting(String group, int skip, int most) {
        return find("groupSlug = ?1 and state = " + State.class.getName() + ".WAITING order by waitingSince, id", group)
                .range(skip, skip + most - 1)
                .list();
    }

    /** Those of these groups with these keys. */
    List<Participant> byKeys(Collection<String> groups, Collection<String> keys) {
        return list("clientKey in ?1 and groupSlug in ?2", keys, groups);
    }
}
