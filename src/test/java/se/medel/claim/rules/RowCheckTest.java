package se.medel.claim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.medel.claim.rules.RowCheck.Known;
import se.medel.claim.rules.RowCheck.Registered;
import se.medel.participant.rules.CodePattern;
import se.medel.privacy.TestNumbers;
import se.medel.round.rules.Component.ClientCompensation;
import se.medel.round.rules.ModelFixture;

/** Every reason that a row can be refused for, at its column, and both sides of every limit. */
class RowCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2014, 10, 1);
    private static final LocalDate ADMITTED = LocalDate.of(2014, 3, 3);
    private static final ClientCompensation MODEL =
            ModelFixture.model2014().clientCompensation().orElseThrow();

    @Test
    void aRowWithNothingWrongCanBeClaimed() {
        assertThat(faults(row("RT-1", 1992, ADMITTED))).isEmpty();
    }

    @Test
    void theCodeIsWrittenAsTheGroupWritesItsCodes() {
        assertThat(faults(row(null, 1992, ADMITTED))).containsExactly("code P1 CODE_MISSING");
        assertThat(faults(row("1", 1992, ADMITTED))).containsExactly("code P1 CODE_MALFORMED");
        assertThat(faults(row(TestNumbers.personal(), 1992, ADMITTED))).containsExactly("code null PERSONAL_NUMBER");
    }

    @Test
    void theClientTurnsNineteenToTwentyNineDuringTheYear() {
        assertThat(faults(row("RT-1", null, ADMITTED))).containsExactly("birthYear A5 BIRTH_YEAR_MISSING");
        assertThat(faults(row("RT-1", 1996, ADMITTED))).containsExactly("birthYear M6 CLIENT_OUTSIDE_AGE_BAND");
        assertThat(faults(row("RT-1", 1995, ADMITTED))).isEmpty();
        assertThat(faults(row("RT-1", 1985, ADMITTED))).isEmpty();
        assertThat(faults(row("RT-1", 1984, ADMITTED))).containsExactly("birthYear M6 CLIENT_OUTSIDE_AGE_BAND");
    }

    @Test
    void theAdmissionIsInTheRoundsYearAndNotToCome() {
        assertThat(faults(row("RT-1", 1992, null))).containsExactly("admittedOn M3 ADMISSION_MISSING");
        assertThat(faults(row("RT-1", 1992, LocalDate.of(2013, 12, 31))))
                .containsExactly("admittedOn M3 NOT_ADMITTED_IN_YEAR");
        assertThat(faults(row("RT-1", 1992, LocalDate.of(2014, 1, 1)))).isEmpty();
        assertThat(faults(row("RT-1", 1992, TODAY))).isEmpty();
        assertThat(faults(row("RT-1", 1992, TODAY.plusDays(1)))).containsExactly("admittedOn M3 ADMISSION_IN_FUTURE");
        assertThat(faults(row("RT-1", 1992, LocalDate.of(2015, 1, 1))))
                .containsExactly("admittedOn M3 NOT_ADMITTED_IN_YEAR");
    }

    @Test
    void theDistrictAttestsThatTheClientWasNotCurrent() {
        assertThat(faults(new ClaimedClient("RT-1", 1992, ADMITTED, null, false, "Enhetschef")))
                .containsExactly("attested A6 NOT_ATTESTED");
        assertThat(faults(new ClaimedClient("RT-1", 1992, ADMITTED, null, true, " ")))
                .containsExactly("attestedBy A6 ATTESTED_BY_MISSING");
        assertThat(faults(new ClaimedClient("RT-1", 1992, ADMITTED, ADMITTED.plusDays(1), true, "Enhetschef")))
                .containsExactly("earlierContact A6 CONTACT_AFTER_ADMISSION");
    }

    @Test
    void quietMonthsAreCheckedWhereTheModelSetsThem() {
        ClientCompensation quiet =
                new ClientCompensation(MODEL.basis(), MODEL.rate(), MODEL.total(), MODEL.groups(), MODEL.ages(), 6);
        assertThat(faults(quiet, contact(LocalDate.of(2013, 9, 4)), Known.NOTHING))
                .containsExactly("earlierContact A6 CONTACT_TOO_RECENT");
        assertThat(faults(quiet, contact(LocalDate.of(2013, 9, 3)), Known.NOTHING))
                .isEmpty();
        assertThat(faults(MODEL, contact(ADMITTED), Known.NOTHING)).isEmpty();
    }

    @Test
    void aClientIsClaimedOnce() {
        assertThat(faults(MODEL, row("RT-1", 1992, ADMITTED), new Known(null, false, true, null)))
                .containsExactly("code A4 ALREADY_CLAIMED");
        assertThat(faults(MODEL, row("RT-1", 1992, ADMITTED), new Known(null, false, false, 3)))
                .containsExactly("code A4 TWICE_IN_CLAIM");
    }

    @Test
    void whereTheDistrictKeepsItsRegisterHereTheRowAgreesWithIt() {
        assertThat(faults(MODEL, row("RT-1", 1992, ADMITTED), new Known(null, true, false, null)))
                .containsExactly("code P1 NOT_IN_REGISTER");
        assertThat(registered(1992, true, ADMITTED, "bromma")).isEmpty();
        assertThat(registered(1991, true, ADMITTED, "bromma"))
                .containsExactly("birthYear A5 OTHER_BIRTH_YEAR_IN_REGISTER");
        assertThat(registered(1992, true, ADMITTED.plusDays(1), "bromma"))
                .containsExactly("admittedOn M3 OTHER_ADMISSION_IN_REGISTER");
        assertThat(registered(1992, false, ADMITTED, "bromma")).containsExactly("code P2 NO_CONSENT");
        assertThat(registered(1992, true, ADMITTED, "farsta")).containsExactly("code P14 OTHER_HOME_DISTRICT");
    }

    private static List<String> registered(int birthYear, boolean consented, LocalDate admitted, String home) {
        return faults(
                MODEL,
                row("RT-1", 1992, ADMITTED),
                new Known(new Registered(birthYear, consented, Map.of(admitted, home)), true, false, null));
    }

    private static ClaimedClient row(String code, Integer birthYear, LocalDate admitted) {
        return new ClaimedClient(code, birthYear, admitted, null, true, "Enhetschef");
    }

    private static ClaimedClient contact(LocalDate earlier) {
        return new ClaimedClient("RT-1", 1992, ADMITTED, earlier, true, "Enhetschef");
    }

    private static List<String> faults(ClaimedClient client) {
        return faults(MODEL, client, Known.NOTHING);
    }

    private static List<String> faults(ClientCompensation model, ClaimedClient client, Known known) {
        return new RowCheck(model, 2014, TODAY, "bromma", Set.of(CodePattern.DEFAULT))
                .faults(client, known).stream()
                        .map(fault -> fault.field() + " " + fault.rule() + " "
                                + fault.reason().name())
                        .toList();
    }
}
