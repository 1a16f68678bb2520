package se.medel.settlement;

import static se.medel.settlement.SettlementTexts.kr;
import static se.medel.settlement.SettlementTexts.size;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.medel.costreport.CostReportView;
import se.medel.decision.DecisionView;
import se.medel.delegation.Mandate;
import se.medel.district.DistrictView;
import se.medel.document.Letter;
import se.medel.document.Letter.Column;
import se.medel.document.Letter.Fact;
import se.medel.document.Letter.Part;
import se.medel.document.Letter.Row;
import se.medel.document.Letter.Table;
import se.medel.document.MunicipalLaw;
import se.medel.document.Office;
import se.medel.ledger.Account;
import se.medel.money.Kronor;
import se.medel.round.RoundView;
import se.medel.settlement.rules.RepaymentReason;
import se.medel.time.ClockProducer;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/** How the documents of the year's end are worded. Made from what is stored and never changes, so that they always say the same. */
final class Letters {

    private static final Texts TEXTS = Texts.swedish();

    private Letters() {}

    /** Whom and what a document is about. */
    record Matter(Office office, RoundView round, DistrictView district) {

        private String recipient() {
            return district.committeeName();
        }

        private String file(String kind, Object id) {
            return kind + "-" + round.id() + "-" + id;
        }
    }

    /**
     * What a repayment rests on.
     *
     * @param paid when it was settled, in whole kronor
     * @param granted the decision that the money was granted by
     */
    record Basis(RepaymentView repayment, SettlementView settlement, Kronor paid, DecisionView granted) {

        private SettlementChain chain() {
            return SettlementChain.of(settlement, paid, Language.SWEDISH);
        }

        private String component() {
            return TEXTS.name(granted.facts().component());
        }

        private boolean refund() {
            return repayment.flagged().isNegative();
        }
    }

    /** The letter in which the district is asked for its answer (Y5). */
    static Letter hearing(Matter matter, Basis basis) {
        RepaymentView repayment = basis.repayment();
        LocalDate day = day(repayment.hearingAt());
        String amount = size(repayment.flagged());
        List<Part> parts = new ArrayList<>();
        parts.add(Part.boxed(
                "Förslag",
                List.of(
                        (basis.refund() ? "Till stadsdelsnämnden: " : "Återbetalning: ") + amount,
                        matter.office().administrationFirst()
                                + (basis.refund()
                                        ? " överväger en rättelse som ger " + matter.recipient() + " " + amount + "."
                                        : " överväger att kräva tillbaka " + amount + " av " + matter.recipient()
                                                + "."),
                        "Det är ett förslag. Innan " + matter.office().director()
                                + " beslutar får stadsdelsnämnden yttra sig (Y5).")));
        parts.add(why(basis));
        parts.add(chain(basis));
        parts.add(Part.points(
                "Så lämnas svaret",
                List.of("Svaret ska vara skriftligt och ha kommit in senast " + Formats.day(repayment.replyDue())
                        + ". Ärendet kan avgöras även om inget svar har kommit då."),
                List.of(
                        "Logga in i Medel och öppna återbetalningen under "
                                + matter.round().name() + ".",
                        "Skriv om beloppet och skälen stämmer, och vad som annars bör vägas in.",
                        "Skriv inga personuppgifter i svaret.")));
        return new Letter(
                matter.office(),
                basis.refund() ? "Tillfälle att yttra sig om rättelse" : "Tillfälle att yttra sig om återbetalning",
                basis.component() + " till " + matter.recipient(),
                matter.round().caseNumber(),
                facts(
                        matter,
                        basis,
                        day,
                        new Fact("Svar senast", Formats.day(repayment.replyDue())),
                        new Fact("Handlagt av", "Användaren " + repayment.hearingBy())),
                parts,
                matter.file("yttrande", repayment.id()),
                repayment.hearingAt(),
                (basis.refund() ? "Förslag om rättelse på " : "Förslag om återbetalning av ") + amount
                        + ", svar senast " + Formats.day(repayment.replyDue()) + ".",
                null);
    }

    /** The director's decision on a repayment (Y5). */
    static Letter decision(Matter matter, Basis basis) {
        RepaymentView repayment = basis.repayment();
        LocalDate day = day(repayment.decidedAt());
        MunicipalLaw law = MunicipalLaw.on(day);
        Mandate mandate = repayment.mandate();
        boolean execution = mandate != null && mandate.execution();
        String number = repayment.number() + "/" + matter.round().year();
        List<String> ruling = ruling(matter, basis);
        List<Part> parts = new ArrayList<>();
        parts.add(Part.boxed("Beslut", ruling));
        parts.add(Part.typed("Skäl för beslutet", List.of(), repayment.reasons()));
        parts.add(why(basis));
        parts.add(chain(basis));
        if (repayment.hearingAt() != null) {
            parts.add(answer(repayment));
        }
        parts.add(Part.of(
                "Beredning och beslut",
                List.of(
                        "Beredd av användaren " + repayment.preparedBy() + ". Beslutad av användaren "
                                + repayment.decidedBy() + " " + Formats.moment(repayment.decidedAt())
                                + (mandate == null ? "" : " " + mandate.words()) + ".",
                        matter.office().directorFirst()
                                + (execution ? " har verkställt det som " : " har beslutat på delegation från ")
                                + matter.office().committee()
                                + (execution ? " har beslutat" : "")
                                + ". Den som har beslutat är inte den som har berett ärendet"
                                + (mandate == null ? "" : " och har förklarat sig inte vara jävig") + ".",
                        "Beslutet anmäls till " + matter.office().committee()
                                + " i den ordning som nämnden har bestämt (" + law.report() + " " + law.act() + ").")));
        List<Fact> more = new ArrayList<>();
        if (repayment.payBy() != null) {
            more.add(new Fact("Betalas senast", Formats.day(repayment.payBy())));
        }
        return new Letter(
                matter.office(),
                "Delegationsbeslut nr " + number,
                (basis.refund() ? "Rättelse av återbetalning, " : "Återbetalning, ") + matter.recipient(),
                matter.round().caseNumber(),
                facts(matter, basis, day, more.toArray(Fact[]::new)),
                parts,
                matter.file("delegationsbeslut", repayment.number()),
                repayment.decidedAt(),
                ruling.get(1),
                execution ? null : law);
    }

    private static List<String> ruling(Matter matter, Basis basis) {
        RepaymentView repayment = basis.repayment();
        Kronor decided = repayment.decided();
        String amount = size(decided);
        List<String> ruling = new ArrayList<>();
        if (decided.equals(Kronor.ZERO)) {
            ruling.add(basis.refund() ? "Ingen rättelse" : "Ingen återbetalning");
            ruling.add(matter.office().administrationFirst() + " beslutar att " + matter.recipient()
                    + (basis.refund() ? " inte får tillbaka något." : " inte ska betala tillbaka något."));
        } else if (decided.isNegative()) {
            ruling.add("Till stadsdelsnämnden: " + amount);
            ruling.add(matter.office().administrationFirst() + " beslutar att " + matter.recipient() + " ska få "
                    + amount + ". Beloppet kvittas först mot det som stadsdelsnämnden har kvar att betala.");
        } else {
            ruling.add("Återbetalning: " + amount);
            ruling.add(matter.office().administrationFirst() + " beslutar att " + matter.recipient()
                    + " ska betala tillbaka " + amount + " senast " + Formats.day(repayment.payBy()) + ".");
        }
        if (!decided.equals(repayment.flagged())) {
            ruling.add("Det är mindre än de " + size(repayment.flagged()) + " som slutavräkningen gav.");
        }
        return ruling;
    }

    private static Part answer(RepaymentView repayment) {
        return repayment.reply() == null
                ? Part.of(
                        "Stadsdelsnämndens svar",
                        List.of("Stadsdelsnämnden fick " + Formats.day(day(repayment.hearingAt()))
                                + " tillfälle att yttra sig senast " + Formats.day(repayment.replyDue())
                                + ". Inget svar har kommit in."))
                : Part.typed(
                        "Stadsdelsnämndens svar",
                        List.of("Stadsdelsnämnden svarade " + Formats.moment(repayment.repliedAt()) + ":"),
                        repayment.reply());
    }

    private static List<Fact> facts(Matter matter, Basis basis, LocalDate day, Fact... more) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Datum", Formats.day(day)),
                new Fact("Diarienummer", matter.round().caseNumber()),
                new Fact("Mottagare", matter.recipient()),
                new Fact("Omgång", matter.round().name()),
                new Fact(
                        "Beviljat genom",
                        "Delegationsbeslut nr " + basis.granted().number() + "/"
                                + matter.round().year()),
                new Fact(
                        "Slutavräkning",
                        basis.settlement().number() + ", "
                                + Formats.day(day(basis.settlement().madeAt())))));
        facts.addAll(List.of(more));
        return facts;
    }

    /** The parts of the amount, reason by reason (Y4). */
    private static Part why(Basis basis) {
        Table table = new Table(
                "Beloppets delar",
                List.of(new Column("Regel", false, 15), new Column("Skäl", false, 60), new Column("Belopp", true, 25)),
                List.of());
        List<Row> rows = new ArrayList<>();
        for (RepaymentReason reason : RepaymentReason.values()) {
            Kronor part = basis.repayment().parts().get(reason.name());
            if (part != null) {
                rows.add(table.row(false, reason.rule(), TEXTS.name(reason), kr(part)));
            }
        }
        Kronor earlier = basis.repayment().parts().get(RepaymentView.EARLIER);
        if (earlier != null) {
            rows.add(table.row(false, "Y4", SettlementTexts.in(Language.SWEDISH).earlierPart(), kr(earlier)));
        }
        rows.add(table.row(true, "Summa", "", kr(basis.repayment().flagged())));
        return Part.table("Varför", List.of(), table.with(rows));
    }

    private static Part chain(Basis basis) {
        return chain("Så räknades beloppet fram", basis.chain());
    }

    /** From granted to what may be kept, rule by rule (A8). */
    private static Part chain(String heading, SettlementChain chain) {
        Table table = new Table(
                "Regel för regel, från beviljat belopp till vad stadsdelsnämnden får behålla",
                List.of(
                        new Column("Regel", false, 10),
                        new Column("Vad regeln säger här", false, 54),
                        new Column("Före", true, 18),
                        new Column("Efter", true, 18)),
                List.of());
        List<Row> rows = chain.links().stream()
                .map(link -> table.row(link.binding(), link.rule(), link.text(), link.before(), link.after()))
                .toList();
        return Part.table(heading, List.of(chain.line() + "."), table.with(rows));
    }

    /**
     * One settled grant as it was when the settlement was made.
     *
     * @param flagged what the settlement flagged, zero for nothing
     */
    record Settled(DecisionView granted, SettlementView settlement, Kronor paid, Kronor flagged) {}

    /**
     * All that is settled for one district.
     *
     * @param number how many settlements have been made of the district's grants so far
     */
    static Letter settlement(Matter matter, List<Settled> grants, int number) {
        Table sums = new Table(
                "Bidrag för bidrag, i kronor",
                List.of(
                        new Column("Bidrag", false, 25),
                        new Column("Beviljat", true, 15),
                        new Column("Utbetalt", true, 15),
                        new Column("Får behålla", true, 15),
                        new Column("Tillbaka", true, 15),
                        new Column("Slutbetalas", true, 15)),
                List.of());
        List<Row> rows = new ArrayList<>();
        List<Part> chains = new ArrayList<>();
        Kronor[] total = {Kronor.ZERO, Kronor.ZERO, Kronor.ZERO, Kronor.ZERO, Kronor.ZERO};
        for (Settled grant : grants) {
            var result = grant.settlement().result();
            Kronor[] figures = {
                grant.settlement().input().granted(),
                grant.paid(),
                result.entitled(),
                result.repay(grant.paid()),
                result.stillToPay(grant.paid())
            };
            for (int i = 0; i < total.length; i++) {
                total[i] = total[i].plus(figures[i]);
            }
            String component = TEXTS.name(grant.granted().facts().component());
            rows.add(sums.row(false, cells(component, figures)));
            chains.add(chain(component, SettlementChain.of(grant.settlement(), grant.paid(), Language.SWEDISH)));
        }
        rows.add(sums.row(true, cells("Summa", total)));
        List<Part> parts = new ArrayList<>();
        List<String> outcome = new ArrayList<>();
        outcome.add("Får behålla: " + kr(total[2]));
        if (total[4].isPositive()) {
            outcome.add("Slutbetalning till stadsdelsnämnden: " + kr(total[4]) + ".");
        }
        if (total[3].isPositive()) {
            outcome.add("Föreslås betalas tillbaka: " + kr(total[3])
                    + ". Stadsdelsnämnden får yttra sig innan något beslutas (Y5).");
        }
        if (!total[3].isPositive() && !total[4].isPositive()) {
            outcome.add("Inget ska betalas åt något håll.");
        }
        parts.add(Part.boxed("Resultat", outcome));
        parts.add(Part.table("Sammanställning", List.of(), sums.with(rows)));
        parts.addAll(chains);
        SettlementView last = grants.stream()
                .map(Settled::settlement)
                .reduce((a, b) -> a.id() > b.id() ? a : b)
                .orElseThrow();
        LocalDate day = day(last.madeAt());
        return new Letter(
                matter.office(),
                "Slutavräkning",
                matter.recipient() + ", " + matter.round().name(),
                matter.round().caseNumber(),
                List.of(
                        new Fact("Datum", Formats.day(day)),
                        new Fact("Diarienummer", matter.round().caseNumber()),
                        new Fact("Mottagare", matter.recipient()),
                        new Fact("Omgång", matter.round().name()),
                        new Fact("Gjord av", "Användaren " + last.madeBy())),
                parts,
                matter.file("slutavrakning", matter.district().slug() + "-" + number),
                last.madeAt(),
                "Slutavräkning av " + matter.round().name() + " för " + matter.recipient() + ".",
                null);
    }

    private static String[] cells(String head, Kronor... figures) {
        String[] cells = new String[figures.length + 1];
        cells[0] = head;
        for (int i = 0; i < figures.length; i++) {
            cells[i + 1] = Formats.number(figures[i].amount());
        }
        return cells;
    }

    /** The call for the year's account (Y1). */
    static Letter call(Matter matter, CostReportView report, List<Account> granted) {
        String due = Formats.day(report.dueOn());
        Table table = new Table(
                "Bidrag att redovisa",
                List.of(new Column("Bidrag", false, 60), new Column("Beviljat", true, 40)),
                List.of());
        List<Row> rows = granted.stream()
                .map(account -> table.row(false, TEXTS.name(account.component()), kr(account.granted())))
                .toList();
        return new Letter(
                matter.office(),
                "Kallelse till redovisning",
                matter.recipient() + ", " + matter.round().name(),
                matter.round().caseNumber(),
                List.of(
                        new Fact("Datum", Formats.day(day(report.openedAt()))),
                        new Fact("Diarienummer", matter.round().caseNumber()),
                        new Fact("Mottagare", matter.recipient()),
                        new Fact("Omgång", matter.round().name()),
                        new Fact("Senast", due)),
                List.of(
                        Part.boxed(
                                "Vad som ska göras",
                                List.of(
                                        "Redovisningen ska vara inne senast " + due + ".",
                                        matter.recipient() + " ska lämna en redovisning med kostnadsbeskrivning av "
                                                + matter.round().year() + " års medel till "
                                                + matter.office().administration() + " (Y1).")),
                        Part.table("Vad redovisningen gäller", List.of(), table.with(rows)),
                        Part.points(
                                "Vad som ska redovisas",
                                List.of(),
                                List.of(
                                        "Verklig kostnad för varje rad i planen, med ekonomisystemets siffror som grund (Y3).",
                                        "Kostnader som inte finns i planen, var för sig. De godkänns bara inom modellens tolerans (Y4).",
                                        "Varför en kostnad avviker från planen.",
                                        "Pengar som andra har betalat för samma arbete: källa, belopp och vilka rader de gäller (K3).",
                                        "Resultaten av arbetet enligt anvisningarna (C3), utan personuppgifter.")),
                        Part.points(
                                "Hur den lämnas",
                                List.of(),
                                List.of(
                                        "Logga in i Medel. Redovisningen är redan öppnad, med planens rader ifyllda.",
                                        "Läs in kostnaderna från en SIE 4-fil eller en tabell, eller skriv dem.",
                                        "Stadsdelens förvaltningschef undertecknar och skickar in.")),
                        Part.of(
                                "Om redovisningen inte kommer i tid",
                                List.of("Kommer ingen redovisning i tid flaggas hela beloppet för återbetalning (Y4)."
                                        + " Medel som inte har använts enligt planen betalas tillbaka (Y2)."))),
                matter.file("kallelse", matter.district().slug()),
                report.openedAt(),
                "Redovisning av " + matter.round().name() + " senast " + due + ".",
                null);
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ClockProducer.STOCKHOLM).toLocalDate();
    }
}
