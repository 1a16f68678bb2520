package se.medel.costreport.ledger;

import static se.medel.costreport.ledger.LedgerRefusal.*;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.medel.application.rules.CostCategory;
import se.medel.audit.AuditTrail;
import se.medel.audit.AuditTrail.Subject;
import se.medel.costreport.sie.AccountChart;
import se.medel.costreport.sie.KommunBas;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.storage.StoredJson;
import se.medel.user.Actor;
import se.medel.user.Role;

/** The chart of accounts, in versions; what has been imported says which one it used, and never changes. */
@ApplicationScoped
@Transactional
public class ChartService {

    /** The most lines of a chart. */
    public static final int MOST_LINES = 1_000;

    /** Who made the version that there is before anybody has changed anything. */
    private static final String NOBODY = "medel";

    @ApplicationScoped
    static class Versions implements PanacheRepositoryBase<ChartVersion, Integer> {}

    @Inject
    Versions versions;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** Whether the role may make a new version. */
    public static boolean mayEdit(Role role) {
        return role == Role.OFFICER || role == Role.CONTROLLER;
    }

    /** The chart that counts. The first version is what {@link KommunBas} says. */
    public ChartView current() {
        return newest().orElseGet(() -> {
            versions.getEntityManager()
                    .createNativeQuery("insert into account_chart (version, lines, made_by, made_at)"
                            + " values (1, ?1, ?2, ?3) on conflict do nothing")
                    .setParameter(1, StoredJson.write(sorted(KommunBas.chart())))
                    .setParameter(2, NOBODY)
                    .setParameter(3, clock.instant())
                    .executeUpdate();
            return newest().orElseThrow();
        });
    }

    private Optional<ChartView> newest() {
        return versions.find("order by version desc").firstResultOptional().map(ChartVersion::view);
    }

    /** All versions, the newest first. */
    public List<ChartView> all() {
        current();
        return versions.find("order by version desc").stream()
                .map(ChartVersion::view)
                .toList();
    }

    public Answer<ChartView> version(int number) {
        current();
        return versions.findByIdOptional(number)
                .map(ChartVersion::view)
                .map(Answer::of)
                .orElse(Answer.refused(CHART_NOT_FOUND));
    }

    /**
     * Makes a new version. Refused at {@code lines[i].prefix} or {@code lines[i].category}, see {@link AccountChart#check}.
     *
     * @param from the version that was changed; refused where there is a newer one
     */
    public Answer<ChartView> change(Actor actor, int from, AccountChart wanted) {
        if (!mayEdit(actor.role())) {
            return Answer.refused(LEDGER_NOT_FOR_ROLE);
        }
        ChartView before = current();
        if (before.version() != from) {
            return Answer.refused(CHART_STALE);
        }
        if (wanted.lines().isEmpty()) {
            return Answer.refused(Refusal.of(CHART_EMPTY).at("lines[0].prefix"));
        }
        List<Refusal> faults =
                wanted.check(Stream.of(CostCategory.values()).map(Enum::name).toList());
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        ChartVersion made = new ChartVersion();
        made.version = from + 1;
        made.lines = StoredJson.write(sorted(wanted));
        made.madeBy = actor.username();
        made.madeAt = clock.instant();
        versions.persistAndFlush(made);
        audit.record(
                actor,
                "CHART_CHANGED",
                new Subject("account-chart", null, null),
                before.chart(),
                made.view().chart());
        return Answer.of(made.view());
    }

    /** As one reads a chart: 4, 40, 45, 5. */
    private static AccountChart sorted(AccountChart chart) {
        return new AccountChart(chart.lines().stream()
                .sorted(Comparator.comparing(AccountChart.Line::prefix))
                .toList());
    }
}
