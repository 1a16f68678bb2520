package se.medel.application;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.medel.application.rules.ApplicationState;
import se.medel.round.rules.ComponentKind;

/** All applications. */
@ApplicationScoped
class Applications implements PanacheRepository<Application> {

    /** In the order they came; what hasn't come yet stands last. */
    private static final String IN_ORDER = " order by submittedAt nulls last, id";

    List<ApplicationLine> ofRound(String roundId) {
        return find("roundId = ?1" + IN_ORDER, roundId)
                .project(ApplicationLine.class)
                .list();
    }

    List<ApplicationLine> ofDistrict(String district) {
        return find("district = ?1" + IN_ORDER, district)
                .project(ApplicationLine.class)
                .list();
    }

    List<ApplicationLine> inStates(List<ApplicationState> states) {
        return find("state in ?1" + IN_ORDER, states)
                .project(ApplicationLine.class)
                .list();
    }

    /** The decided claims that an officer has prepared again, in the order they came. */
    List<ApplicationLine> preparedAnew() {
        return find("id in (select applicationId from Preparation where foundAnew is not null)" + IN_ORDER)
                .project(ApplicationLine.class)
                .list();
    }

    /** The ids of those among a round's that an officer has prepared again. */
    Set<Long> preparedAnew(String roundId) {
        return find(
                        "select id from Application where roundId = ?1 and id in"
                                + " (select applicationId from Preparation where foundAnew is not null)",
                        roundId)
                .project(Long.class)
                .stream()
                .collect(Collectors.toSet());
    }

    /** With all they hold, in the order they came. */
    List<Application> ofRound(String roundId, List<ApplicationState> states) {
        return list("roundId = ?1 and state in ?2" + IN_ORDER, roundId, states);
    }

    /** What has ever been submitted in these rounds and isn't taken back, with all it holds; of one district, or of all for null. */
    List<Application> submitted(Collection<String> roundIds, String district) {
        return list(
                "roundId in ?1 and (?2 is null or district = ?2) and submittedAt is not null and state <> ?3"
                        + " order by district, roundId, component, id",
                roundIds,
                district,
                ApplicationState.WITHDRAWN);
    }

    /** The claim that the district started last in the round and hasn't submitted. */
    Optional<Application> draftClaim(String roundId, String district) {
        return find(
                        "roundId = ?1 and district = ?2 and component = ?3 and state = ?4 order by id desc",
                        roundId,
                        district,
                        ComponentKind.CLIENT_COMPENSATION,
                        ApplicationState.DRAFT)
                .firstResultOptional();
    }

    /** The application that stands in the way of another one; a district applies once under a component. */
    Optional<Application> live(String roundId, String district, ComponentKind component) {
        return find(
                        "roundId = ?1 and district = ?2 and component = ?3 and state not in ?4",
                        roundId,
                        district,
                        component,
                        List.of(ApplicationState.WITHDRAWN, ApplicationState.REFUSED))
                .firstResultOptional();
    }
}
