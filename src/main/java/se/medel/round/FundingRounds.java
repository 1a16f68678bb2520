package se.medel.round;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All rounds. */
@ApplicationScoped
class FundingRounds implements PanacheRepositoryBase<FundingRound, String> {

    List<FundingRound> newestFirst() {
        return list("order by year desc, id");
    }
}
