package se.medel.committee;

import java.util.ArrayList;
import java.util.List;
import se.medel.district.DistrictView;
import se.medel.document.Letter;
import se.medel.document.Letter.Column;
import se.medel.document.Letter.Fact;
import se.medel.document.Letter.Part;
import se.medel.document.Letter.Row;
import se.medel.document.Letter.Table;
import se.medel.document.Office;
import se.medel.money.Kronor;
import se.medel.round.RoundView;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Basis;
import se.medel.round.rules.Component.GroupCap;
import se.medel.time.ClockProducer;
import se.medel.web.Formats;

/**
 * The letter in which a district committee is told what the committee decided (D3), and what the model means for it. Made from
 * what never changes, so that it always says the same.
 */
final class DispatchLetter {

    private static final Table FIGURES = new Table(
            "Modellens siffror",
            List.of(new Column("Regel", false, 12), new Column("Vad", false, 60), new Column("Siffra", true, 28)),
            List.of());

    private DispatchLetter() {}

    static Letter of(
            Office office,
            RoundView round,
            DistrictView district,
            CommitteeDecisionView decision,
            AllocationModel model) {
        String decided = Formats.day(decision.date()) + ", " + decision.paragraph();
        return new Letter(
                office,
                "Beslut för kännedom",
                district.committeeName() + ", " + round.name(),
                round.caseNumber(),
                List.of(
                        new Fact(
                                "Datum",
                                Formats.day(decision.registeredAt()
                                        .atZone(ClockProducer.STOCKHOLM)
                                        .toLocalDate())),
                        new Fact("Diarienummer", round.caseNumber()),
                        new Fact("Mottagare", district.committeeName()),
                        new Fact("Omgång", round.name()),
                        new Fact("Beslut", office.committeeFirst() + " " + decided)),
                List.of(
                        Part.boxed(
                                "För kännedom",
                                List.of(
                                        office.committeeFirst() + " har godkänt modellen för " + round.name() + ".",
                                        "Beslutet fattades " + decided
                                                + ". Det överlämnas här till stadsdelsnämnden för kännedom (D3).")),
                        Part.points(
                                "Utdrag ur beslutet",
                                List.of(office.committeeFirst() + " beslutade om modellen i version "
                                        + decision.approvedVersion() + ":"),
                                points(office, decision)),
                        Part.table(
                                "Vad modellen betyder för " + district.name(),
                                List.of("Beloppen är de högsta möjliga. Vad stadsdelsnämnden får beslutas ansökan för"
                                        + " ansökan, så länge medlen räcker."),
                                FIGURES.with(figures(model, district.slug())))),
                "beslut-for-kannedom-" + round.id() + "-" + decision.approvedVersion() + "-" + district.slug(),
                decision.registeredAt(),
                office.committeeFirst() + "s beslut " + decided + " om " + round.name() + ", till "
                        + district.committeeName() + " för kännedom.",
                null);
    }

    private static List<String> points(Office office, CommitteeDecisionView decision) {
        return List.of(
                point("D1", "Modellen godkänns", decision.d1()),
                point(
                        "D2",
                        office.directorFirst() + " får i uppdrag att fördela medlen enligt modellen",
                        decision.d2()),
                point("D3", "Ärendet överlämnas till stadsdelsnämnderna för kännedom", decision.d3()));
    }

    private static String point(String rule, String what, MeetingPoint point) {
        String said = point.text() == null ? "" : " " + point.text();
        return switch (point.outcome()) {
            case AS_PROPOSED -> what + " (" + rule + ")." + said;
            case AMENDED ->
                what + ", med ändring av förslaget (" + rule + ")."
                        + (point.text() == null ? " De ändrade siffrorna står nedan." : said);
            case NOT_ADOPTED -> "Förslaget antogs inte: " + what + " (" + rule + ")." + said;
        };
    }

    private static List<Row> figures(AllocationModel model, String district) {
        List<Row> rows = new ArrayList<>();
        model.fixedGrant()
                .filter(grant -> grant.amounts().containsKey(district))
                .ifPresent(grant -> rows.add(row(grant.basis(), "Fast belopp", kr(model.namedSum(district)))));
        model.coFinancing()
                .ifPresent(component -> rows.add(
                        component.recipients().contains(district)
                                ? row(component.basis(), "Medfinansiering, högst", kr(component.maximum()))
                                : row(component.basis(), "Medfinansiering", "kan inte sökas")));
        model.clientCompensation().ifPresent(compensation -> {
            rows.add(row(compensation.basis(), "Ersättning för varje ny klient", kr(compensation.rate())));
            for (GroupCap group : compensation.groups()) {
                if (group.districts().contains(district)) {
                    rows.add(row(
                            group.basis(),
                            "Klienter från " + group.name() + ", tillsammans högst",
                            Formats.number(group.clients())));
                }
            }
            rows.add(row(
                    compensation.total().basis(),
                    "Klienter i hela omgången, högst",
                    Formats.number(compensation.total().clients())));
        });
        rows.add(FIGURES.row(
                true,
                model.ceiling().basis().rule(),
                "Alla medel i hela omgången, högst",
                kr(model.ceiling().amount())));
        return rows;
    }

    private static Row row(Basis basis, String what, String figure) {
        return FIGURES.row(false, basis.rule(), what, figure);
    }

    private static String kr(Kronor amount) {
        return Formats.kr(amount.amount());
    }
}
