package se.medel.claim.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.medel.participant.rules.CodePattern;
import se.medel.privacy.FreeText;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.round.rules.Component.ClientCompensation;

/**
 * Tells what is wrong with one row of a claim, column by column.
 *
 * @param model the round's compensation
 * @param year the round's year
 * @param today the day it is
 * @param district the district that claims
 * @param patterns how the district's groups write their codes; the usual pattern where it keeps no register here
 */
public record RowCheck(
        ClientCompensation model, int year, LocalDate today, String district, Set<CodePattern> patterns) {

    /**
     * What is known of a code besides what the district states.
     *
     * @param registered what the district's register has, null where it isn't there
     * @param registerKept whether the district keeps its register here, so that a code must stand in it
     * @param claimed whether the client is claimed or compensated already, anywhere (A4)
     * @param sameAsRow the row above with the same code, {@link #IN_CLAIM} where the claim has it already, null where there is
     *     none (A4)
     */
    public record Known(Registered registered, boolean registerKept, boolean claimed, Integer sameAsRow) {
        /** Stands for a row of the claim itself: it has no number that the district would know from its list. */
        public static final int IN_CLAIM = 0;

        public static final Known NOTHING = new Known(null, false, false, null);
    }

    /**
     * @param consented whether a written consent holds now (P2): nobody is admitted without one, but it can be withdrawn
     * @param admissions every day of admission, with the district where the participant lived then (P14)
     */
    public record Registered(int birthYear, boolean consented, Map<LocalDate, String> admissions) {}

    /** Every fault, each at its column; empty where the client can be claimed. */
    public List<Refusal> faults(ClaimedClient client, Known known) {
        List<Refusal> faults = new ArrayList<>();
        code(client, known, faults);
        birthYear(client, known, faults);
        admission(client, known, faults);
        attestation(client, faults);
        return faults;
    }

    private void code(ClaimedClient client, Known known, List<Refusal> faults) {
        if (isBlank(client.code())) {
            faults.add(of(RowFault.CODE_MISSING, "code", "P1"));
            return;
        }
        FreeText.check(faults, "code", client.code());
        if (!faults.isEmpty()) {
            return;
        }
        if (patterns.stream().noneMatch(pattern -> pattern.matches(client.code()))) {
            faults.add(of(RowFault.CODE_MALFORMED, "code", "P1"));
        } else if (known.sameAsRow() != null && known.sameAsRow() == Known.IN_CLAIM) {
            faults.add(of(RowFault.IN_CLAIM_ALREADY, "code", "A4"));
        } else if (known.sameAsRow() != null) {
            faults.add(of(RowFault.TWICE_IN_CLAIM, "code", "A4", known.sameAsRow()));
        } else if (known.claimed()) {
            faults.add(of(RowFault.ALREADY_CLAIMED, "code", "A4"));
        } else if (known.registerKept() && known.registered() == null) {
            faults.add(of(RowFault.NOT_IN_REGISTER, "code", "P1"));
        }
    }

    private void birthYear(ClaimedClient client, Known known, List<Refusal> faults) {
        if (client.birthYear() == null) {
            faults.add(of(RowFault.BIRTH_YEAR_MISSING, "birthYear", "A5"));
            return;
        }
        int age = year - client.birthYear();
        if (age < model.ages().youngest() || age > model.ages().oldest()) {
            faults.add(of(
                    RowFault.CLIENT_OUTSIDE_AGE_BAND,
                    "birthYear",
                    model.ages().basis().rule(),
                    model.ages().youngest(),
                    model.ages().oldest()));
        } else if (known.registered() != null && known.registered().birthYear() != client.birthYear()) {
            faults.add(of(RowFault.OTHER_BIRTH_YEAR_IN_REGISTER, "birthYear", "A5"));
        }
    }

    private void admission(ClaimedClient client, Known known, List<Refusal> faults) {
        LocalDate admitted = client.admittedOn();
        String rule = model.basis().rule();
        if (admitted == null) {
            faults.add(of(RowFault.ADMISSION_MISSING, "admittedOn", rule));
        } else if (admitted.getYear() != year) {
            faults.add(of(RowFault.NOT_ADMITTED_IN_YEAR, "admittedOn", rule, Integer.toString(year)));
        } else if (admitted.isAfter(today)) {
            faults.add(of(RowFault.ADMISSION_IN_FUTURE, "admittedOn", rule));
        } else if (known.registered() != null) {
            register(admitted, known.registered(), rule, faults);
        }
    }

    private void register(LocalDate admitted, Registered registered, String rule, List<Refusal> faults) {
        String home = registered.admissions().get(admitted);
        if (home == null) {
            faults.add(of(RowFault.OTHER_ADMISSION_IN_REGISTER, "admittedOn", rule));
        } else if (!home.equals(district)) {
            faults.add(of(RowFault.OTHER_HOME_DISTRICT, "code", "P14"));
        }
        if (!registered.consented()) {
            faults.add(of(RowFault.NO_CONSENT, "code", "P2"));
        }
    }

    private void attestation(ClaimedClient client, List<Refusal> faults) {
        if (!client.attested()) {
            faults.add(of(RowFault.NOT_ATTESTED, "attested", "A6"));
        }
        if (isBlank(client.attestedBy())) {
            faults.add(of(RowFault.ATTESTED_BY_MISSING, "attestedBy", "A6"));
        } else {
            FreeText.check(faults, "attestedBy", client.attestedBy());
        }
        LocalDate contact = client.earlierContact();
        LocalDate admitted = client.admittedOn();
        if (contact == null || admitted == null) {
            return;
        }
        if (contact.isAfter(admitted)) {
            faults.add(of(RowFault.CONTACT_AFTER_ADMISSION, "earlierContact", "A6"));
        } else if (model.quietMonths() != null
                && contact.plusMonths(model.quietMonths()).isAfter(admitted)) {
            faults.add(of(RowFault.CONTACT_TOO_RECENT, "earlierContact", "A6", model.quietMonths()));
        }
    }

    private static Refusal of(Reason reason, String column, String rule, Object... arguments) {
        return Refusal.of(reason, arguments).at(column).by(rule);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
