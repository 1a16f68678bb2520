package se.medel.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.medel.delegation.DelegatedDecision;
import se.medel.delegation.rules.Nature;
import se.medel.document.Letter;
import se.medel.document.Letter.Column;
import se.medel.document.Letter.Fact;
import se.medel.document.Letter.Part;
import se.medel.document.Letter.Row;
import se.medel.document.Letter.Table;
import se.medel.document.Office;
import se.medel.time.ClockProducer;
import se.medel.web.Formats;
import se.medel.web.Texts;

/** What a list of decisions made on delegation says to the committee. Made from what is kept with a closed list alone. */
final class DelegationListLetter {

    private static final List<Column> COLUMNS = List.of(
            new Column("Rad", false, 6),
            new Column("Nummer", false, 11),
            new Column("Datum", false, 16),
            new Column("Vad", false, 22),
            new Column("Beslutad av", false, 16),
            new Column("Ärende", false, 16),
            new Column("Belopp", true, 13));

    private DelegationListLetter() {}

    /** @param now up to when an open list is told; not asked for by a closed one */
    static Letter of(Office office, DelegationListContent content, Instant now) {
        DelegationListView list = content.list();
        boolean open = list.state() == DelegationListState.OPEN;
        Instant until = open ? now : list.closedAt();
        List<DelegationListLine> decisions =
                content.lines().stream().filter(line -> !isExecution(line)).toList();
        List<DelegationListLine> executions = content.lines().stream()
                .filter(DelegationListLetter::isExecution)
                .toList();
        String title = "Anmälan av delegationsbeslut";
        String name = "lista nr " + list.number();
        return new Letter(
                office,
                title,
                office.committeeFirst() + ", " + name,
                null,
                List.of(
                        new Fact("Datum", Formats.day(day(until))),
                        new Fact("Mottagare", office.committeeFirst()),
                        new Fact("Lista", "Nr " + list.number()),
                        new Fact("Period", period(list.since(), until)),
                        new Fact("Beslut", Formats.number(decisions.size())),
                        new Fact("Verkställighet", Formats.number(executions.size()))),
                parts(decisions, executions),
                "anmalan-av-delegationsbeslut-" + list.number(),
                until,
                title + ", " + name + ": beslut fattade på delegation från " + office.committee() + ".",
                null,
                "Lista nr " + list.number() + (open ? ". " + Letter.DRAFT : ""));
    }

    private static List<Part> parts(List<DelegationListLine> decisions, List<DelegationListLine> executions) {
        List<Part> parts = new ArrayList<>();
        parts.add(
                decisions.isEmpty()
                        ? Part.of("Beslut", List.of("Inga beslut."))
                        : Part.table("Beslut", List.of(), table("Beslut fattade på delegation", 1, decisions)));
        if (!executions.isEmpty()) {
            parts.add(Part.table(
                    "Verkställighet",
                    List.of("Det här följer av vad nämnden redan har beslutat och kan inte överklagas."),
                    table("Verkställighet av nämndens beslut", decisions.size() + 1, executions)));
        }
        return parts;
    }

    private static Table table(String caption, int first, List<DelegationListLine> lines) {
        Table table = new Table(caption, COLUMNS, List.of());
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            rows.add(row(table, first + i, lines.get(i)));
        }
        return table.with(rows);
    }

    private static Row row(Table table, int number, DelegationListLine line) {
        DelegatedDecision decision = line.decision();
        return table.row(
                false,
                Integer.toString(number),
                decision.number() == null ? "–" : decision.number(),
                Formats.day(decision.day()),
                decision.kind() == null
                        ? decision.text()
                        : Texts.swedish().name(decision.kind()) + ": " + decision.text(),
                line.decider()
                        + (decision.insteadOf() == null ? "" : " i stället för " + decision.insteadOf())
                        + (decision.point() == null ? "" : ", punkt " + decision.point()),
                decision.caseNumber() + ", " + line.districtName(),
                decision.amount() == null ? "–" : Formats.kr(decision.amount().amount()));
    }

    private static boolean isExecution(DelegationListLine line) {
        return line.decision().nature() == Nature.EXECUTION;
    }

    private static String period(Instant since, Instant until) {
        String last = Formats.moment(until);
        return since == null ? "Till och med " + last : "Från " + Formats.moment(since) + " till och med " + last;
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ClockProducer.STOCKHOLM).toLocalDate();
    }
}
