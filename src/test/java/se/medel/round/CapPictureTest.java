package se.medel.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.medel.database.TestDatabase;
import se.medel.demo.Model2014;
import se.medel.money.Kronor;
import se.medel.round.rules.Cell;
import se.medel.round.rules.Commitments;
import se.medel.round.rules.ComponentKind;
import se.medel.web.Language;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class CapPictureTest {

    private static final Set<String> DISTRICTS = Set.of("spanga-tensta", "bromma");

    @Test
    void theCeilingShowsWhatIsLeftAndThatNotEveryoneCanGetEverything() {
        CapPicture ceiling = CapPicture.of(Model2014.model(), clients("bromma", 40), Language.SWEDISH)
                .get(0);
        assertThat(plain(ceiling.left())).isEqualTo("4 400 000 kr kvar");
        assertThat(plain(ceiling.used())).isEqualTo("600 000 kr av 5 000 000 kr är beviljat");
        assertThat(plain(ceiling.partsText()))
                .isEqualTo("Delarna kan tillsammans bli 5 400 000 kr, 400 000 kr mer än taket."
                        + " Alla kan alltså inte få allt.");
        assertThat(ceiling.limitAt()).isEqualTo("92.59%");
        assertThat(ceiling.bar()).extracting(CapPicture.Segment::width).containsExactly("11.11%", "81.48%");
        assertThat(ceiling.parts()).extracting(CapPicture.Segment::x).containsExactly("0.00%", "22.22%", "66.67%");
    }

    @Test
    void anOutcomeIsShownOnTopOfWhatWasThere() {
        Commitments before = clients("bromma", 30);
        CapPicture clients = CapPicture.after(
                        Model2014.model(),
                        before,
                        before.plus(cell("bromma"), Kronor.of(450_000), 30),
                        Language.SWEDISH)
                .get(1);
        assertThat(clients.left()).isEqualTo("60 klienter kvar");
        assertThat(clients.bar()).extracting(CapPicture.Segment::width).containsExactly("25.00%", "25.00%", "50.00%");
    }

    @Test
    void outsidersCannotWorkOutASmallNumberFromAnything() {
        List<CapPicture> none =
                CapPicture.forOutsiders(Model2014.model(), Commitments.none(), DISTRICTS, Language.SWEDISH);
        List<CapPicture> four =
                CapPicture.forOutsiders(Model2014.model(), clients("bromma", 4), DISTRICTS, Language.SWEDISH);
        assertThat(four).isEqualTo(none);
        assertThat(plain(four.get(0).used())).isEqualTo("0 kr av 5 000 000 kr är beviljat, klientersättning oräknad");
        assertThat(four.get(1).used()).isEqualTo("färre än 5 av 120 klienter är beviljade");
    }

    @Test
    void outsidersSeeATotalButNotTheGroupThatWouldTellASmallRest() {
        List<CapPicture> caps = CapPicture.forOutsiders(
                Model2014.model(),
                clients("bromma", 3).plus(cell("spanga-tensta"), Kronor.of(105_000), 7),
                DISTRICTS,
                Language.SWEDISH);
        assertThat(caps.get(1).used()).isEqualTo("10 av 120 klienter är beviljade");
        assertThat(caps.get(2).left()).isEqualTo("Visas inte");
        assertThat(caps.stream().map(CapPicture::description).collect(Collectors.joining()))
                .doesNotContain("7", "58");
    }

    private static Commitments clients(String district, long clients) {
        return Commitments.none().plus(cell(district), Kronor.of(15_000).times(clients), clients);
    }

    private static Cell cell(String district) {
        return new Cell(district, ComponentKind.CLIENT_COMPENSATION);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
