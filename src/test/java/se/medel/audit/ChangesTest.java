package se.medel.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import se.medel.audit.Changes.Change;
import se.medel.database.TestDatabase;
import se.medel.web.Language;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ChangesTest {

    private final Changes changes =
            new Changes(Language.SWEDISH, MessageBundles.get(AuditMsg.class, Localized.Literal.of("sv")));

    @Test
    void onlyWhatDiffersIsShownFieldByField() {
        assertThat(changes.between(
                        "{\"amount\":200000,\"plan\":[{\"text\":\"Lots\"},{\"text\":\"Lokal\"}],\"name\":\"a\"}",
                        "{\"amount\":150000,\"plan\":[{\"text\":\"Lots\"},{\"text\":\"Resor\"}],\"name\":\"a\"}"))
                .containsExactly(
                        new Change("Belopp", "200\u00a0000", "150\u00a0000"),
                        new Change("Plan, rad 2, Text", "Lokal", "Resor"));
    }

    @Test
    void aStepFromOneStateToTheNextIsShownAsThat() {
        assertThat(changes.between("\"DRAFT\"", "{\"id\":17,\"state\":\"SUBMITTED\"}"))
                .containsExactly(new Change("Läge", "Utkast", "Inskickad"));
        assertThat(changes.between("\"APPROVED\"", "\"OPEN\""))
                .containsExactly(new Change("Hela uppgiften", "Godkänd", "Öppen"));
    }

    @Test
    void whatIsNewHasNothingBeforeAndWhatIsGoneNothingAfter() {
        assertThat(changes.between(null, "{\"signedBy\":\"chef\",\"partners\":[\"POLICE\",\"PROBATION\"]}"))
                .containsExactly(
                        new Change("Undertecknad av", "(tomt)", "chef"),
                        new Change("Samverkansparter", "(tomt)", "Polisen, Frivården"));
        assertThat(changes.between(null, null)).isEmpty();
    }
}
