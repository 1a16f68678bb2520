package se.medel.payment;

import static se.medel.payment.PaymentRefusal.*;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.district.DistrictView;
import se.medel.ledger.Account;
import se.medel.ledger.Accounts;
import se.medel.ledger.Ledger;
import se.medel.privacy.FreeText;
import se.medel.privacy.PersonalNumbers;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.storage.StoredJson;
import se.medel.user.Actor;
import se.medel.user.Role;

/** How a round's payments are booked: read by those who follow the payments, set by the controller. */
@ApplicationScoped
@Transactional
public class BookingService implements PanacheRepositoryBase<BookingRow, String> {

    private static final Charset OF_SIE = Charset.forName("IBM437");

    private static final int LONGEST_NAME = 100;
    private static final Pattern SERIES = Pattern.compile("[A-Za-z0-9]{1,10}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{4,6}");
    private static final Pattern OBJECT = Pattern.compile("[A-Za-zÅÄÖåäö0-9][A-Za-zÅÄÖåäö0-9._-]{0,19}");

    /** Employees, customers and suppliers in every SIE file: persons, who have no place here. */
    private static final Set<Integer> PERSONS = Set.of(7, 8, 9);

    @Inject
    RoundService rounds;

    @Inject
    Accounts accounts;

    @Inject
    Ledger ledger;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** @param version 0 until they are set; then the settings are null */
    public record Kept(BookingSettings settings, long version) {}

    /** The round's settings; also before they are set. */
    public Answer<Kept> find(Actor actor, String roundId) {
        Optional<RoundView> round = rounds.round(roundId);
        if (round.isEmpty()) {
            return Answer.refused(PAYMENT_ROUND_NOT_FOUND);
        }
        return PaymentService.readsOrders(actor) ? Answer.of(kept(roundId)) : Answer.refused(PAYMENT_NOT_FOR_ROLE);
    }

    /**
     * Sets how the round's payments are booked from now on; orders that are exported stay as they were sent.
     *
     * @param ifVersion the version that was read, 0 where there was none; null to skip
     */
    public Answer<Kept> save(Actor actor, String roundId, Long ifVersion, BookingSettings wanted) {
        if (rounds.round(roundId).isEmpty()) {
            return Answer.refused(PAYMENT_ROUND_NOT_FOUND);
        }
        if (actor.role() != Role.CONTROLLER) {
            return Answer.refused(PAYMENT_NOT_FOR_ROLE);
        }
        Set<String> districts = districts(roundId);
        List<Refusal> faults = new ArrayList<>();
        BookingSettings read = new Check(faults).of(wanted, districts);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        ledger.lock(roundId);
        if (rounds.stateNow(roundId) == RoundState.CLOSED) {
            return Answer.refused(PAYMENTS_NOT_NOW, RoundState.CLOSED);
        }
        BookingRow row = findById(roundId, LockModeType.PESSIMISTIC_WRITE);
        if (ifVersion != null && ifVersion != (row == null ? 0 : row.version)) {
            return Answer.refused(BOOKING_SETTINGS_STALE);
        }
        BookingSettings before = row == null ? null : StoredJson.read(row.settings, BookingSettings.class);
        if (row == null) {
            row = new BookingRow();
            row.roundId = roundId;
        }
        row.version++;
        row.settings = StoredJson.write(read);
        row.changedBy = actor.username();
        row.changedAt = clock.instant();
        persistAndFlush(row);
        audit.record(actor, "BOOKING_SETTINGS_SET", new Subject("round/" + roundId, roundId, null), before, read);
        return Answer.of(kept(roundId));
    }

    Optional<BookingSettings> inForce(String roundId) {
        return Optional.ofNullable(kept(roundId).settings());
    }

    private Kept kept(String roundId) {
        return findByIdOptional(roundId)
                .map(row -> new Kept(StoredJson.read(row.settings, BookingSettings.class), row.version))
                .orElse(new Kept(null, 0));
    }

    /** Those of the round's year, and those that have a grant though they are gone since. */
    Set<String> districts(String roundId) {
        Set<String> districts = rounds.districtsOf(rounds.round(roundId).orElseThrow()).stream()
                .map(DistrictView::slug)
                .collect(Collectors.toSet());
        accounts.ofRound(roundId).stream().map(Account::district).forEach(districts::add);
        return districts;
    }

    /** Reads each field and notes what is wrong with it, at the field. */
    private record Check(List<Refusal> faults) {

        BookingSettings of(BookingSettings wanted, Set<String> districts) {
            BookingSettings read = new BookingSettings(
                    name(wanted.companyName()),
                    organisationNumber(wanted.organisationNumber()),
                    shaped("series", wanted.series(), SERIES, VOUCHER_SERIES_MALFORMED),
                    shaped("account", wanted.account(), ACCOUNT, LEDGER_ACCOUNT_MALFORMED),
                    shaped("counterpartAccount", wanted.counterpartAccount(), ACCOUNT, LEDGER_ACCOUNT_MALFORMED),
                    dimension("projectDimension", wanted.projectDimension()),
                    object("project", wanted.project()),
                    dimension("counterpartDimension", wanted.counterpartDimension()),
                    counterparts(wanted.counterparts(), districts));
            if (read.account() != null && read.account().equals(read.counterpartAccount())) {
                fault("counterpartAccount", LEDGER_ACCOUNTS_ALIKE);
            }
            if (read.projectDimension() != null && read.projectDimension().equals(read.counterpartDimension())) {
                fault("counterpartDimension", DIMENSIONS_ALIKE);
            }
            return read;
        }

        private void fault(String field, PaymentRefusal reason) {
            faults.add(Refusal.of(reason).at(field));
        }

        /** The text without blanks around it; null, with a fault, where there is none. */
        private String given(String field, String text) {
            if (text == null || text.isBlank()) {
                fault(field, BOOKING_VALUE_MISSING);
                return null;
            }
            return text.strip();
        }

        private String name(String text) {
            String name = given("companyName", text);
            if (name == null) {
                return null;
            }
            FreeText.check(faults, "companyName", name, LONGEST_NAME);
            if (!OF_SIE.newEncoder().canEncode(name) || name.chars().anyMatch(Character::isISOControl)) {
                fault("companyName", COMPANY_NAME_UNREADABLE);
            }
            return name;
        }

        private String organisationNumber(String text) {
            String number = given("organisationNumber", text);
            Optional<String> read = number == null ? Optional.empty() : OrganisationNumber.read(number);
            if (number != null && read.isEmpty()) {
                fault("organisationNumber", ORGANISATION_NUMBER_WRONG);
            }
            return read.orElse(null);
        }

        private String shaped(String field, String text, Pattern shape, PaymentRefusal reason) {
            String given = given(field, text);
            if (given != null && !shape.matcher(given).matches()) {
                fault(field, reason);
            }
            return given;
        }

        private Integer dimension(String field, Integer number) {
            if (number == null) {
                fault(field, BOOKING_VALUE_MISSING);
            } else if (number < 1 || number > 999 || PERSONS.contains(number)) {
                fault(field, DIMENSION_WRONG);
            }
            return number;
        }

        private String object(String field, String text) {
            String object = shaped(field, text, OBJECT, OBJECT_MALFORMED);
            if (PersonalNumbers.areIn(object)) {
                faults.add(Refusal.of(FreeText.Fault.PERSONAL_NUMBER).at(field));
            }
            return object;
        }

        /** A district without an object can be left out; it is asked for when something is paid to it. */
        private Map<String, String> counterparts(Map<String, String> wanted, Set<String> districts) {
            Map<String, String> read = new TreeMap<>();
            wanted.forEach((district, text) -> {
                String field = "counterparts." + district;
                if (!districts.contains(district)) {
                    fault("counterparts", COUNTERPART_UNKNOWN);
                } else if (!text.isBlank()) {
                    read.put(district, object(field, text));
                }
            });
            return read;
        }
    }
}
