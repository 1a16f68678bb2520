package se.medel.matrix;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import se.medel.matrix.rules.Doubled;
import se.medel.matrix.rules.Source;
import se.medel.money.Kronor;

/**
 * What a district's plans of a year are paid by.
 *
 * @param across what is paid for in several of its plans
 */
public record DistrictFunding(String district, List<GrantFunding> grants, List<Doubled> across) {

    public Kronor planned() {
        return sum(grant -> grant.plan().planned());
    }

    public Kronor granted() {
        return sum(GrantFunding::granted);
    }

    public Kronor ownPart() {
        return sum(GrantFunding::ownPart);
    }

    /** What others pay by the applications, refused money left out. */
    public Kronor stated() {
        return sources()
                .filter(source -> source.status() != se.medel.application.rules.OtherFunding.Status.REFUSED)
                .map(Source::stated)
                .filter(amount -> amount != null)
                .reduce(Kronor.ZERO, Kronor::plus);
    }

    /** What came from others by the reports that are in. */
    public Kronor received() {
        return sources().map(Source::received).filter(amount -> amount != null).reduce(Kronor.ZERO, Kronor::plus);
    }

    /** Everything that is paid for more than once. */
    public List<Doubled> doubled() {
        return Stream.concat(grants.stream().flatMap(grant -> grant.doubled().stream()), across.stream())
                .toList();
    }

    Stream<Source> sources() {
        return grants.stream().flatMap(grant -> grant.plan().sources().stream());
    }

    private Kronor sum(Function<GrantFunding, Kronor> figure) {
        return grants.stream().map(figure).reduce(Kronor.ZERO, Kronor::plus);
    }
}
