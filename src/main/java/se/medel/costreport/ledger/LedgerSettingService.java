package se.medel.costreport.ledger;

import static se.medel.costreport.ledger.LedgerRefusal.*;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.costreport.sie.ObjectPair;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.privacy.PersonalNumbers;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.storage.StoredJson;
import se.medel.user.Actor;
import se.medel.user.Role;

/** Whose ledger is expected of each district, and which projects and cost centres in it are its own. */
@ApplicationScoped
@Transactional
public class LedgerSettingService {

    /** The most objects of a district in a round. */
    static final int MOST_OBJECTS = 200;

    /** What is wanted. @param organisationNumber empty or null for the city's own */
    public record Wanted(String organisationNumber, List<String> objects) {}

    @ApplicationScoped
    static class Settings implements PanacheRepository<LedgerSetting> {
        Optional<LedgerSetting> of(String roundId, String district) {
            return find("roundId = ?1 and district = ?2", roundId, district).firstResultOptional();
        }
    }

    @Inject
    Settings settings;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    @ConfigProperty(name = "medel.organisation.number")
    Optional<String> ofCity;

    public static boolean mayEdit(Role role) {
        return role == Role.OFFICER || role == Role.CONTROLLER;
    }

    /** What is expected of every district of the round, by its name. */
    public Answer<List<LedgerSettingView>> ofRound(Actor actor, String roundId) {
        if (!mayEdit(actor.role()) && actor.role() != Role.DIRECTOR && actor.role() != Role.AUDITOR) {
            return Answer.refused(LEDGER_NOT_FOR_ROLE);
        }
        return round(roundId).map(round -> rounds.districtsOf(round).stream()
                .map(district -> of(roundId, district.slug()))
                .toList());
    }

    private Answer<RoundView> round(String roundId) {
        return rounds.round(roundId).map(Answer::of).orElse(Answer.refused(LEDGER_SETTING_NOT_FOUND));
    }

    /** What is expected of a district; who may know it is the caller's to know. */
    public LedgerSettingView of(String roundId, String district) {
        return settings.of(roundId, district)
                .map(LedgerSettingService::view)
                .orElse(new LedgerSettingView(roundId, district, null, List.of(), -1));
    }

    /** The organisation number that a district's ledger must carry, ten digits; none where any is taken. */
    Optional<String> organisationNumber(String roundId, String district) {
        return Optional.ofNullable(of(roundId, district).organisationNumber())
                .or(() -> ofCity.map(OrganisationNumber::bare).filter(OrganisationNumber::isOne));
    }

    /** The other district that an object belongs to in the round; none where it is this one's, or nobody has said. */
    Optional<String> otherOwner(String roundId, String district, ObjectPair object) {
        return settings.list("roundId", roundId).stream()
                .filter(setting -> !setting.district.equals(district))
                .filter(setting -> setting.objects().contains(object))
                .map(setting -> setting.district)
                .findFirst();
    }

    /**
     * Sets what is expected of a district. Refused at {@code organisationNumber} or {@code objects}; an object belongs to one
     * district of a round.
     */
    public Answer<LedgerSettingView> set(Actor actor, String roundId, String district, long ifVersion, Wanted wanted) {
        if (!mayEdit(actor.role())) {
            return Answer.refused(LEDGER_NOT_FOR_ROLE);
        }
        return round(roundId).then(round -> {
            if (districts.bySlug(district).isEmpty()) {
                return Answer.refused(LEDGER_SETTING_NOT_FOUND);
            }
            LedgerSettingView before = of(roundId, district);
            if (before.version() != ifVersion) {
                return Answer.refused(LEDGER_SETTING_STALE);
            }
            List<Refusal> faults = new ArrayList<>();
            String number = number(wanted.organisationNumber(), faults);
            List<ObjectPair> objects = objects(roundId, district, wanted.objects(), faults);
            if (!faults.isEmpty()) {
                return Answer.refused(faults);
            }
            LedgerSetting setting = settings.of(roundId, district).orElseGet(LedgerSetting::new);
            setting.roundId = roundId;
            setting.district = district;
            setting.organisationNumber = number;
            setting.objects = StoredJson.write(objects);
            setting.changedBy = actor.username();
            setting.changedAt = clock.instant();
            settings.persistAndFlush(setting);
            audit.record(
                    actor,
                    "LEDGER_SETTING_SET",
                    new Subject("ledger-setting/" + roundId + "/" + district, roundId, district),
                    before,
                    view(setting));
            return Answer.of(view(setting));
        });
    }

    private static String number(String text, List<Refusal> faults) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String bare = OrganisationNumber.bare(text);
        // A sole trader's number is a person's; no district has one.
        if (!OrganisationNumber.isOne(bare) || PersonalNumbers.areIn(OrganisationNumber.shown(bare))) {
            faults.add(Refusal.of(LEDGER_ORGANISATION_INVALID).at("organisationNumber"));
        }
        return bare;
    }

    private List<ObjectPair> objects(String roundId, String district, List<String> texts, List<Refusal> faults) {
        LinkedHashSet<ObjectPair> objects = new LinkedHashSet<>();
        for (String text : texts) {
            ObjectPair pair = LedgerSettingView.parsed(text).orElse(null);
            if (pair == null || PersonalNumbers.areIn(text) || objects.size() >= MOST_OBJECTS) {
                faults.add(Refusal.of(LEDGER_OBJECT_INVALID, shown(text)).at("objects"));
                continue;
            }
            objects.add(pair);
            otherOwner(roundId, district, pair)
                    .ifPresent(owner ->
                            faults.add(Refusal.of(LEDGER_OBJECT_TAKEN, LedgerSettingView.text(pair), name(owner))
                                    .at("objects")));
        }
        return List.copyOf(objects);
    }

    private String name(String district) {
        return districts.bySlug(district).map(DistrictView::name).orElse(district);
    }

    /** What somebody has sent, as it may be repeated. */
    static String shown(String text) {
        return PersonalNumbers.areIn(text) || text.length() > 60 ? "***" : text;
    }

    private static LedgerSettingView view(LedgerSetting setting) {
        return new LedgerSettingView(
                setting.roundId, setting.district, setting.organisationNumber, setting.objects(), setting.version);
    }
}
