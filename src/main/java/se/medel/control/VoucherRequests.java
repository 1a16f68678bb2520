package se.medel.control;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** All requests for vouchers. */
@ApplicationScoped
class VoucherRequests implements PanacheRepository<VoucherRequest> {

    List<VoucherRequest> ofReport(long reportId) {
        return list("reportId = ?1 order by id", reportId);
    }

    List<VoucherRequest> ofRound(String roundId) {
        return list("roundId = ?1 order by district, id", roundId);
    }

    List<VoucherRequest> openOf(String district) {
        return list("district = ?1 and answeredAt is null order by dueOn, id", district);
    }
}
