package se.medel.district;

import static se.medel.district.DistrictRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.user.Actor;
import se.medel.user.Role;

/** How long districts exist. They are never removed, because decisions refer to them. One transaction per method. */
@ApplicationScoped
@Transactional
public class DistrictService {

    @Inject
    Districts districts;

    @Inject
    AuditTrail audit;

    /**
     * How a district ends.
     *
     * @param lastDay the last day it exists, null while it does
     * @param successor the slug of the district that takes over, null if none does
     */
    @Schema(name = "DistrictEnd")
    public record End(LocalDate lastDay, String successor) {}

    /**
     * Sets a district's last day and who takes over, or takes both away again.
     *
     * @param ifVersion the version that the change was made from; a stale one is refused
     */
    public Answer<DistrictView> setEnd(Actor actor, String slug, long ifVersion, End wanted) {
        if (actor.role() != Role.ADMINISTRATOR) {
            return Answer.refused(DISTRICT_NOT_FOR_ROLE);
        }
        District district = districts.findById(slug, LockModeType.PESSIMISTIC_WRITE);
        if (district == null) {
            return Answer.refused(DISTRICT_NOT_FOUND);
        }
        if (district.version != ifVersion) {
            return Answer.refused(DISTRICT_STALE);
        }
        DistrictView before = district.view();
        List<Refusal> faults = faults(before, wanted);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        district.validTo = wanted.lastDay();
        district.successor = wanted.successor();
        districts.flush();
        audit.record(actor, "DISTRICT_END_SET", new Subject("district/" + slug, null, slug), before, district.view());
        return Answer.of(district.view());
    }

    private List<Refusal> faults(DistrictView district, End wanted) {
        List<Refusal> faults = new ArrayList<>();
        LocalDate lastDay = wanted.lastDay();
        if (lastDay != null && lastDay.isBefore(district.validFrom())) {
            faults.add(Refusal.of(DISTRICT_ENDS_BEFORE_IT_BEGINS, district.validFrom())
                    .at("lastDay"));
        }
        if (wanted.successor() != null) {
            if (lastDay == null) {
                faults.add(Refusal.of(DISTRICT_END_MISSING).at("lastDay"));
            }
            if (wanted.successor().equals(district.slug())) {
                faults.add(Refusal.of(DISTRICT_SUCCEEDS_ITSELF).at("successor"));
            } else {
                DistrictView successor = districts.bySlug(wanted.successor()).orElse(null);
                if (successor == null) {
                    faults.add(Refusal.of(DISTRICT_SUCCESSOR_UNKNOWN).at("successor"));
                } else if (lastDay != null && !successor.existsOn(lastDay.plusDays(1))) {
                    faults.add(Refusal.of(DISTRICT_SUCCESSOR_NOT_THERE, lastDay.plusDays(1))
                            .at("successor"));
                }
            }
        }
        return faults;
    }
}
