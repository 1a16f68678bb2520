package se.medel.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import se.medel.application.ApplicationService;
import se.medel.application.ApplicationView;
import se.medel.application.PreparationService;
import se.medel.claim.rules.ClaimedClient;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;

/** Claims with codes that no other test has. */
@ApplicationScoped
public class ClaimFixture {

    public static final LocalDate ADMITTED = LocalDate.of(2014, 2, 1);

    private static final AtomicInteger CODE = new AtomicInteger();

    @Inject
    ApplicationService applications;

    @Inject
    PreparationService preparations;

    /** A client that nothing is wrong with, for a district that keeps no register here. */
    public static ClaimedClient anyClient() {
        return client("QX-" + CODE.incrementAndGet(), ADMITTED);
    }

    public static ClaimedClient client(String code, LocalDate admitted) {
        return new ClaimedClient(code, 1992, admitted, null, true, "Enhetschef");
    }

    public static List<ClaimedClient> anyClients(int count) {
        return IntStream.range(0, count).mapToObj(i -> anyClient()).toList();
    }

    public ApplicationView draft(String round, String district, List<ClaimedClient> clients) {
        ApplicationView started = applications
                .start(RoundFixture.officerOf(district), round, ComponentKind.CLIENT_COMPENSATION)
                .get();
        return applications
                .addRows(RoundFixture.officerOf(district), started.id(), started.version(), clients)
                .get();
    }

    public ApplicationView submitted(String round, String district, List<ClaimedClient> clients) {
        ApplicationView draft = draft(round, district, clients);
        return applications
                .submit(RoundFixture.directorOf(district), draft.id(), draft.version(), null)
                .get();
    }

    /** A claim that the officer has prepared, recommending so many clients and finding nothing against any. */
    public ApplicationView prepared(String round, String district, List<ClaimedClient> clients, long recommended) {
        ApplicationView claim = submitted(round, district, clients);
        preparations
                .prepare(RoundFixture.OFFICER, claim.id(), null, recommending(recommended, List.of()))
                .get();
        return applications.find(RoundFixture.OFFICER, claim.id()).get();
    }

    public static PreparationService.Work recommending(long clients, List<Claims.Finding> findings) {
        return new PreparationService.Work(
                RoundFixture.allMet(), null, true, null, clients, null, "Klienterna uppfyller villkoren.", findings);
    }
}
