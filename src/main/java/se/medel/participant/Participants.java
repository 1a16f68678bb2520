package se.medel.participant;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import se.medel.participant.rules.State;

/** All participants. */
@ApplicationScoped
class Participants implements PanacheRepository<Participant> {

    Optional<Participant> inGroup(String group, long id) {
        return find("groupSlug = ?1 and id = ?2", group, id).firstResultOptional();
    }

    boolean isTaken(String key) {
        return count("clientKey", key) > 0;
    }

    /** A page of the group, in the order they were entered. */
    List<Participant> page(String group, State state, long afterId, int most) {
        return state == null
                ? find("groupSlug = ?1 and id > ?2 order by id", group, afterId)
                        .page(0, most)
                        .list()
                : find("groupSlug = ?1 and state = ?2 and id > ?3 order by id", group, state, afterId)
                        .page(0, most)
                        .list();
    }

    /** P4: in order of arrival. */
    List<Participant> waiting(String group, int most) {
        return find("groupSlug = ?1 and state = ?2 order by waitingSince, id", group, State.WAITING)
                .page(0, most)
                .list();
    }

    List<Participant> byKeys(Collection<String> keys) {
        return list("clientKey in ?1", keys);
    }
}
