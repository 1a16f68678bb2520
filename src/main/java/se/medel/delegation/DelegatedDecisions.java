package se.medel.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Every decision made on delegation, in whichever feature, for the list that is reported to the committee. */
@ApplicationScoped
public class DelegatedDecisions {

    /** The decisions of one feature: each that decides on delegation has a bean. */
    public interface Source {

        /** What was decided after one moment and up to another, in any order. */
        List<DelegatedDecision> between(Instant after, Instant until);
    }

    @Inject
    @Any
    Instance<Source> sources;

    /** What was decided after one moment and up to another, the oldest first. */
    public List<DelegatedDecision> between(Instant after, Instant until) {
        return sources.stream()
                .flatMap(source -> source.between(after, until).stream())
                .sorted(Comparator.comparing(DelegatedDecision::decidedAt).thenComparing(DelegatedDecision::subject))
                .toList();
    }
}
