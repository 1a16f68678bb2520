package se.medel.decision;

import java.util.List;
import java.util.stream.IntStream;
import se.medel.claim.Claims.Decided;
import se.medel.claim.RowState;
import se.medel.document.DocumentFrame;
import se.medel.document.DocumentMetadata;
import se.medel.web.Formats;
import se.medel.web.Texts;

/**
 * The appendix to a decision on a claim, for the district only: client by client, by their code numbers (P1). The year of
 * birth isn't needed to know whom a line is about, and so it isn't here.
 *
 * @param decision the decision's own document, with its number, names and counts
 * @param clients the earliest admitted first
 */
record AppendixText(DecisionText decision, List<Line> clients) {

    /**
     * One client.
     *
     * @param compensated whether compensation is granted
     * @param rule the rule that the client fails, null for none
     * @param reason why, as the officer typed it
     */
    record Line(
            String number,
            String code,
            String admitted,
            boolean compensated,
            String outcome,
            String rule,
            String reason) {}

    static AppendixText of(DecisionText decision, List<Decided> clients) {
        return new AppendixText(
                decision,
                IntStream.range(0, clients.size())
                        .mapToObj(i -> line(i + 1, clients.get(i)))
                        .toList());
    }

    private static Line line(int number, Decided client) {
        return new Line(
                Integer.toString(number),
                client.code(),
                Formats.day(client.admittedOn()),
                client.outcome() == RowState.COMPENSATED,
                Texts.swedish().name(client.outcome()),
                client.rule(),
                client.reason());
    }

    public String title() {
        return "Bilaga till delegationsbeslut nr " + decision.number();
    }

    /** What stands around the text on every sheet: it is seen on each that it isn't for everybody. */
    public DocumentFrame frame() {
        return new DocumentFrame(
                decision.office(),
                metadata().title(),
                decision.facts().caseNumber(),
                "Innehåller kodnummer",
                title() + ". Bara för stadsdelsnämnden");
    }

    /** Whether the claim was refused as a whole, so that nobody is compensated or waits. */
    public boolean refused() {
        return decision.refused();
    }

    /** Under which name the appendix is kept and sent; without any code. */
    public String fileName() {
        return "bilaga-" + decision.fileName();
    }

    public DocumentMetadata metadata() {
        return new DocumentMetadata(
                title() + ": " + decision.component() + ", " + decision.facts().districtCommittee(),
                decision.metadata().author(),
                "sv",
                decision.decision().decidedAt(),
                "Klienterna i beslutet med kodnummer. Bara för stadsdelsnämnden.");
    }
}
