package se.medel.finalreport;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.medel.costreport.rules.Results;
import se.medel.document.Letter;
import se.medel.document.Letter.Column;
import se.medel.document.Letter.Fact;
import se.medel.document.Letter.Part;
import se.medel.document.Letter.Row;
import se.medel.document.Letter.Table;
import se.medel.document.Office;
import se.medel.finalreport.RoundFigures.OfCap;
import se.medel.finalreport.RoundFigures.OfDistrict;
import se.medel.finalreport.rules.MoneyTable;
import se.medel.finalreport.rules.Stopped;
import se.medel.finalreport.rules.Sums;
import se.medel.money.Kronor;
import se.medel.round.rules.Cap;
import se.medel.round.rules.Step;
import se.medel.time.ClockProducer;
import se.medel.web.Formats;
import se.medel.web.Texts;

/** How the final report and a district's account are worded. Made from figures that are kept, so that they always say the same. */
final class FinalLetters {

    private static final Texts TEXTS = Texts.swedish();

    /** What a count is called that isn't told (P13). */
    private static final String PROTECTED = "anges inte";

    /** A longer text doesn't fit on the district's one page. */
    private static final int MOST_TEXT = 150;

    private static final int MOST_LIST = 100;

    private static final int MOST_RESULTS = 280;

    private FinalLetters() {}

    /**
     * What a final report is made from.
     *
     * @param number of the version, counted from 1
     * @param fixedBy null for a draft
     * @param at when it was fixed, or for a draft when it is drawn
     */
    record Matter(Office office, RoundFigures figures, int number, String conclusions, String fixedBy, Instant at) {

        boolean draft() {
            return fixedBy == null;
        }
    }

    static Letter report(Matter matter) {
        RoundFigures figures = matter.figures();
        List<Part> parts = new ArrayList<>();
        parts.add(proposal(matter).signedBy(List.of(matter.office().directorFirst(), "Handläggare")));
        parts.add(Part.of("Sammanfattning", summary(figures)));
        parts.addAll(money(figures));
        parts.addAll(clients(figures));
        parts.add(results(figures));
        parts.add(funding(figures));
        parts.add(stopped(figures));
        parts.add(Part.of(
                "Slutsatser",
                matter.conclusions().isBlank()
                        ? List.of("Inga slutsatser är skrivna än.")
                        : paragraphs(matter.conclusions())));
        return new Letter(
                matter.office(),
                "Slutrapport",
                figures.name() + ", " + figures.programme(),
                figures.caseNumber(),
                facts(matter),
                parts,
                "slutrapport-" + figures.round() + "-" + matter.number(),
                matter.at(),
                "Slutrapport för " + figures.name() + ", version " + matter.number() + ".",
                null,
                matter.draft() ? Letter.DRAFT : null);
    }

    private static List<Fact> facts(Matter matter) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Datum", Formats.day(day(matter.at()))),
                new Fact("Diarienummer", matter.figures().caseNumber()),
                new Fact("Till", matter.office().committeeFirst()),
                new Fact("Omgång", matter.figures().name()),
                new Fact(
                        "Version",
                        matter.number()
                                + (matter.draft() ? ", utkast" : ", fastställd av användaren " + matter.fixedBy()))));
        if (matter.number() > 1) {
            facts.add(new Fact("Rättelse", "Ersätter version " + (matter.number() - 1)));
        }
        return facts;
    }

    private static Part proposal(Matter matter) {
        String committee = matter.office().committeeFirst();
        return Part.points(
                "Förslag till beslut",
                List.of(),
                List.of(
                        committee + " godkänner slutrapporten för "
                                + matter.figures().name() + ".",
                        committee + " överlämnar slutrapporten till stadsdelsnämnderna för kännedom."));
    }

    // Summary

    private static List<String> summary(RoundFigures figures) {
        Sums total = figures.total();
        List<String> summary = new ArrayList<>();
        summary.add(figures.name() + " beviljade " + kr(total.granted()) + " till "
                + count(receivers(figures), "stadsdelsnämnd", "stadsdelsnämnder") + ". " + kr(total.paid())
                + " har betalats ut. Av det har " + kr(total.used()) + " använts enligt planerna, " + kr(total.repaid())
                + " betalats tillbaka och " + kr(total.writtenOff()) + " skrivits av.");
        List<String> left = new ArrayList<>();
        if (total.released().isPositive()) {
            left.add(kr(total.released()) + " av det beviljade betalas aldrig ut, eftersom det inte behövdes");
        }
        if (total.notYetPaid().isPositive()) {
            left.add(kr(total.notYetPaid()) + " är ännu inte utbetalt");
        }
        if (!total.owed().equals(Kronor.ZERO)) {
            left.add(kr(total.owed()) + " är utbetalt och ännu inte redovisat eller återbetalt");
        }
        if (!left.isEmpty()) {
            summary.add(first(enumerated(left)) + ".");
        }
        Long clients = figures.clients();
        if (clients != null && clients > 0) {
            summary.add(count(clients, "klient", "klienter") + " har gett klientersättning.");
        }
        if (figures.compensationWithheld()) {
            summary.add(
                    "Klientersättning ingår inte i rapportens belopp: den gällde färre än fem klienter, och hur många"
                            + " de var skulle kunna räknas ut (P13).");
        }
        if (figures.onlyGrantedTogether()) {
            summary.add("Därutöver beviljades " + kr(figures.together().granted())
                    + " i klientersättning. Vad som blev av den anges inte, eftersom få klienter skulle kunna räknas ut"
                    + " (P13).");
        }
        summary.add(ceiling(figures));
        return summary;
    }

    private static String ceiling(RoundFigures figures) {
        Kronor stopped = figures.stopped().by(Step.Reason.CEILING);
        String rule = rule(figures, Cap.Kind.CEILING);
        if (stopped.isPositive()) {
            return "Taket för hela summan" + rule + " stoppade " + kr(stopped) + " av det som söktes.";
        }
        return "Taket för hela summan" + rule + " stoppade inget av det som söktes"
                + left(figures, Cap.Kind.CEILING).map(FinalLetters::ofCeiling).collect(Collectors.joining()) + ".";
    }

    private static String ofCeiling(OfCap cap) {
        return ": " + Formats.kr(cap.used()) + " av " + Formats.kr(cap.limit()) + " är beviljat";
    }

    private static Stream<OfCap> left(RoundFigures figures, Cap.Kind kind) {
        return figures.caps().stream().filter(cap -> cap.kind() == kind && cap.used() != null);
    }

    private static String rule(RoundFigures figures, Cap.Kind kind) {
        return figures.caps().stream()
                .filter(cap -> cap.kind() == kind)
                .map(cap -> " (" + cap.rule() + ")")
                .findFirst()
                .orElse("");
    }

    private static long receivers(RoundFigures figures) {
        return figures.districts().stream()
                .filter(district -> district.sums().granted().isPositive() || district.apart())
                .count();
    }

    // Money

    private static List<Part> money(RoundFigures figures) {
        List<Part> parts = new ArrayList<>();
        boolean open = !figures.total().owed().equals(Kronor.ZERO);
        List<Function<Sums, Kronor>> shown =
                new ArrayList<>(List.of(Sums::granted, Sums::paid, Sums::used, Sums::repaid, Sums::writtenOff));
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("Stadsdel", false, open ? 22 : 25));
        for (String name : List.of("Beviljat", "Utbetalt", "Använt", "Återbetalt", "Avskrivet")) {
            columns.add(new Column(name, true, open ? 13 : 15));
        }
        if (open) {
            columns.add(new Column("Öppet", true, 13));
            shown.add(Sums::owed);
        }
        Table table = new Table("Stadsdel för stadsdel, i kronor", columns, List.of());
        List<Row> rows = new ArrayList<>();
        figures.districts()
                .forEach(district -> rows.add(table.row(
                        false,
                        district.nothingTold()
                                ? Stream.concat(
                                                Stream.of(name(district)),
                                                shown.stream().map(figure -> "–"))
                                        .toArray(String[]::new)
                                : cells(name(district), district.sums(), shown))));
        if (figures.together() != null) {
            rows.add(table.row(
                    false,
                    figures.onlyGrantedTogether()
                            ? onlyGranted(figures.together(), shown.size())
                            : cells(
                                    together(figures.together()),
                                    figures.together().sums(),
                                    shown)));
        }
        rows.add(table.row(
                true,
                cells(
                        figures.onlyGrantedTogether() ? "Summa utan den raden" : "Hela omgången",
                        figures.total(),
                        shown)));
        List<String> text = new ArrayList<>();
        text.add(
                "Beviljat är det utbetalda och det som inte betalas ut. Utbetalt är det som stadsdelsnämnderna har använt,"
                        + " betalat tillbaka eller fått avskrivet"
                        + (open ? ", och det som är öppet: inte redovisat eller inte återbetalt än." : "."));
        if (figures.together() != null) {
            text.add(
                    "För stadsdelar märkta med * ingår klientersättningen inte i raden utan står tillsammans på en egen rad,"
                            + " eftersom få klienter annars skulle kunna räknas ut (P13).");
        }
        parts.add(Part.table("Så fördelades pengarna", text, table.with(rows)));
        parts.add(picture(figures));
        if (!figures.cuts().isEmpty()) {
            parts.add(cuts(figures));
        }
        return parts;
    }

    private static Part picture(RoundFigures figures) {
        Table table = new Table(
                "Stapelns längd är beloppet, jämfört med det största beviljade",
                List.of(
                        new Column("Stadsdel", false, 26),
                        new Column("Beviljat", false, 25),
                        new Column("Använt", false, 25),
                        new Column("Andel använd", false, 24)),
                List.of());
        Kronor most = figures.districts().stream()
                .map(district -> district.sums().granted())
                .reduce(Kronor.ZERO, Kronor::max);
        return Part.table(
                "Beviljat och använt i bild",
                List.of(),
                table.with(figures.districts().stream()
                        .filter(district -> !district.nothingTold())
                        .map(district -> {
                            Sums sums = district.sums();
                            int share = percent(sums.used(), sums.granted());
                            return table.row(
                                            false,
                                            name(district),
                                            kr(sums.granted()),
                                            kr(sums.used()),
                                            share + "\u00a0%")
                                    .withBars(percent(sums.granted(), most), percent(sums.used(), most), share);
                        })
                        .toList()));
    }

    private static Part cuts(RoundFigures figures) {
        Table table = new Table(
                "Skälen i slutavräkningarna, av det som beviljades för kostnader",
                List.of(new Column("Regel", false, 12), new Column("Skäl", false, 63), new Column("Belopp", true, 25)),
                List.of());
        return Part.table(
                "Varför medel inte fick behållas",
                List.of(
                        "Det gäller fasta belopp och medfinansiering. Vad som sedan krävdes tillbaka har beslutats för sig (Y5)."),
                table.with(figures.cuts().stream()
                        .map(cut -> table.row(false, cut.reason().rule(), TEXTS.name(cut.reason()), kr(cut.kronor())))
                        .toList()));
    }

    private static String name(OfDistrict district) {
        return district.name() + (district.apart() ? " *" : "");
    }

    private static String together(MoneyTable.Together together) {
        return "Klientersättning till " + count(together.districts(), "stadsdel", "stadsdelar") + " *";
    }

    private static String[] onlyGranted(MoneyTable.Together together, int figures) {
        String[] cells = new String[figures + 1];
        Arrays.fill(cells, "–");
        cells[0] = together(together);
        cells[1] = Formats.number(together.granted().amount());
        return cells;
    }

    private static String[] cells(String head, Sums sums, List<Function<Sums, Kronor>> shown) {
        return Stream.concat(
                        Stream.of(head),
                        shown.stream()
                                .map(figure -> Formats.number(figure.apply(sums).amount())))
                .toArray(String[]::new);
    }

    // Clients

    private static List<Part> clients(RoundFigures figures) {
        List<Part> parts = new ArrayList<>();
        Table caps = new Table(
                "Taken och vad som är beviljat av dem",
                List.of(
                        new Column("Regel", false, 10),
                        new Column("Tak", false, 34),
                        new Column("Högst", true, 16),
                        new Column("Beviljat", true, 16),
                        new Column("Andel", false, 24)),
                List.of());
        boolean counts = figures.caps().stream().anyMatch(cap -> cap.kind().unit() == Cap.Unit.CLIENTS);
        parts.add(Part.table(
                "Klienter mot taken",
                counts ? List.of() : List.of("Omgångens modell ger ingen klientersättning."),
                caps.with(figures.caps().stream().map(cap -> cap(caps, cap)).toList())));
        List<OfDistrict> told = figures.districts().stream()
                .filter(district -> district.clients() != null)
                .toList();
        if (!told.isEmpty()) {
            parts.add(ofDistricts(figures, told));
        }
        return parts;
    }

    private static Row cap(Table caps, OfCap cap) {
        boolean kronor = cap.kind().unit() == Cap.Unit.KRONOR;
        Integer share =
                cap.used() == null || cap.limit() == 0 ? null : percent(Kronor.of(cap.used()), Kronor.of(cap.limit()));
        return caps.row(
                        false,
                        cap.rule(),
                        switch (cap.kind()) {
                            case CEILING -> "Hela summan";
                            case ALL_CLIENTS -> "Klienter i omgången";
                            case GROUP -> "Klienter, " + cap.name();
                            case NAMED_SUM, MAXIMUM_EACH -> "Per stadsdel";
                        },
                        kronor ? Formats.kr(cap.limit()) : Formats.number(cap.limit()),
                        cap.used() == null ? PROTECTED : kronor ? Formats.kr(cap.used()) : Formats.number(cap.used()),
                        share == null ? "" : share + "\u00a0%")
                .withBars(null, null, null, share);
    }

    private static Part ofDistricts(RoundFigures figures, List<OfDistrict> told) {
        Table table = new Table(
                "Klienter som har gett ersättning",
                List.of(
                        new Column("Stadsdel", false, 40),
                        new Column("Klienter", true, 20),
                        new Column("I bild", false, 40)),
                List.of());
        long most = told.stream().mapToLong(OfDistrict::clients).max().orElse(1);
        List<Row> rows = new ArrayList<>(told.stream()
                .map(district -> table.row(false, district.name(), Formats.number(district.clients()), "")
                        .withBars(null, percent(Kronor.of(district.clients()), Kronor.of(most))))
                .toList());
        if (figures.together() != null) {
            rows.add(table.row(
                    false,
                    count(figures.together().districts(), "annan stadsdel", "andra stadsdelar"),
                    Formats.number(figures.together().clients()),
                    ""));
        }
        rows.add(table.row(true, "Hela omgången", Formats.number(figures.clients()), ""));
        return Part.table("Klienter per stadsdel", List.of(), table.with(rows));
    }

    // Results, other funding

    private static Part results(RoundFigures figures) {
        if (figures.results().isEmpty()) {
            return Part.of(
                    "Resultat",
                    List.of(
                            figures.reports() == 0
                                    ? "Ingen redovisning är godkänd än."
                                    : "Stadsdelarnas redovisningar anger inga antal. Antal under fem anges aldrig (P13)."));
        }
        Table table = new Table(
                "Vad stadsdelarna har räknat (C3)",
                List.of(
                        new Column("Antal", false, 50),
                        new Column("Summa", true, 20),
                        new Column("Stadsdelar som anger det", true, 30)),
                List.of());
        return Part.table(
                "Resultat",
                List.of(
                        "Summorna gäller de stadsdelar som anger antalet. En stadsdel anger inte antal under fem, och inte heller"
                                + " antal som sådana kan räknas ut från (P13)."),
                table.with(figures.results().stream()
                        .map(result -> table.row(
                                false,
                                result(result.name()),
                                Formats.number(result.sum()),
                                result.districts() + " av " + figures.reports()))
                        .toList()));
    }

    static String result(String name) {
        return TEXTS.text(TEXTS.has(name) ? name : "result." + name);
    }

    private static Part funding(RoundFigures figures) {
        if (figures.otherFunding().isEmpty()) {
            return Part.of(
                    "Annan finansiering",
                    List.of("Ingen stadsdel har redovisat pengar från någon annan för samma arbete (K3)."));
        }
        Table table = new Table(
                "Pengar från andra som verkligen kom in för samma arbete",
                List.of(
                        new Column("Källa", false, 55),
                        new Column("Stadsdelar", true, 20),
                        new Column("Belopp", true, 25)),
                List.of());
        Kronor sum = figures.otherFunding().stream()
                .map(RoundFigures.Funding::amount)
                .reduce(Kronor.ZERO, Kronor::plus);
        List<Row> rows = new ArrayList<>(figures.otherFunding().stream()
                .map(funding ->
                        table.row(false, funding.source(), Integer.toString(funding.districts()), kr(funding.amount())))
                .toList());
        rows.add(table.row(true, "Summa", "", kr(sum)));
        return Part.table(
                "Annan finansiering",
                List.of("Det som en annan har betalat för samma kostnad minskar bidraget (K3)."),
                table.with(rows));
    }

    // What the caps stopped

    private static Part stopped(RoundFigures figures) {
        Stopped stopped = figures.stopped();
        List<String> text = new ArrayList<>();
        if (stopped.asked() != null) {
            Kronor gone = stopped.asked().minus(stopped.granted());
            text.add("Det som söktes och prövades kom till " + kr(stopped.asked()) + ". Beviljat blev "
                    + kr(stopped.granted())
                    + (gone.isPositive()
                            ? ". Skillnaden, " + kr(gone) + ", tog reglerna och besluten bort."
                            : ", allt som söktes."));
        }
        if (stopped.few()) {
            text.add(
                    "Rader som gäller färre än fem klienter är utelämnade, och därmed även summan av det som söktes (P13).");
        }
        text.add(ceiling(figures));
        if (stopped.lines().isEmpty()) {
            return Part.of("Vad taken stoppade", text);
        }
        Table table = new Table(
                "Regel för regel, över alla beslut som gäller",
                List.of(
                        new Column("Regel", false, 10),
                        new Column("Vad som stoppade", false, 40),
                        new Column("Klienter", true, 12),
                        new Column("Belopp", false, 38)),
                List.of());
        Kronor most = stopped.lines().stream().map(Stopped.Line::kronor).reduce(Kronor.ZERO, Kronor::max);
        return Part.table(
                "Vad taken stoppade",
                text,
                table.with(stopped.lines().stream()
                        .map(line -> table.row(
                                        false,
                                        line.rule() == null ? "–" : line.rule(),
                                        reason(line.reason()),
                                        line.clients() == 0 ? "–" : Formats.number(line.clients()),
                                        kr(line.kronor()))
                                .withBars(null, null, percent(line.kronor(), most)))
                        .toList()));
    }

    private static String reason(Step.Reason reason) {
        if (reason == null) {
            return "Avslag eller lägre belopp i beslutet";
        }
        return switch (reason) {
            case NAMED_SUM -> "Stadsdelens namngivna summa";
            case MAXIMUM_EACH -> "Högsta belopp per stadsdel";
            case RATE -> "Ersättning per klient";
            case NOT_ELIGIBLE -> "Klienter som inte uppfyller villkoren";
            case PART_OF_COST, OWN_PART_REQUIRED -> "Bara en del av kostnaden finansieras";
            case GROUP -> "Taket för gruppens klienter";
            case ALL_CLIENTS -> "Taket för omgångens klienter";
            case CEILING -> "Taket för hela summan";
            case RECOMMENDED -> "Lägre belopp tillstyrkt vid beredningen";
        };
    }

    // A district's account

    /** @param at when it was settled, or for a draft when it is drawn */
    static Letter account(Office office, DistrictFigures figures, Instant at) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.table(
                        "Stadsdelens pengar", outcome(figures), figures.grants().isEmpty() ? null : grants(figures))
                .inABox());
        List<String> told = new ArrayList<>(told(figures));
        told.add(otherFunding(figures));
        parts.add(Part.of("Klienter, resultat och annan finansiering", told));
        return new Letter(
                office,
                "Stadsdelens redovisning",
                figures.committee() + ", " + figures.roundName(),
                figures.caseNumber(),
                List.of(new Fact("Datum", Formats.day(day(at))), new Fact("Diarienummer", figures.caseNumber())),
                parts,
                "stadsdelsredovisning-" + figures.round() + "-" + figures.district() + "-" + figures.fingerprint(),
                at,
                "Vad " + figures.committee() + " har sökt, fått, använt och betalat tillbaka i " + figures.roundName()
                        + ".",
                null,
                figures.settled() ? null : Letter.DRAFT);
    }

    private static List<String> outcome(DistrictFigures figures) {
        if (figures.total() == null) {
            return List.of(
                    "Beloppen står i delegationsbeslutet",
                    "De gäller klientersättning och återges inte här, eftersom få klienter då skulle kunna räknas ut"
                            + " (P13).");
        }
        Sums total = figures.total();
        List<String> outcome = new ArrayList<>();
        outcome.add("Använt: " + kr(total.used()) + " av beviljade " + kr(total.granted())
                + (figures.withoutCompensation() ? " utan klientersättningen" : ""));
        outcome.add((figures.asked() == null ? "Stadsdelen" : "Stadsdelen sökte " + kr(figures.asked()) + ",")
                + " beviljades " + kr(total.granted()) + " och fick "
                + kr(total.paid()) + " utbetalt. " + kr(total.repaid()) + " har betalats tillbaka"
                + (total.writtenOff().isPositive() ? " och " + kr(total.writtenOff()) + " har skrivits av" : "")
                + ".");
        if (!figures.settled()) {
            outcome.add("Allt är inte slutreglerat än: " + kr(total.owed())
                    + " är inte redovisat eller återbetalt, och " + kr(total.notYetPaid()) + " är inte utbetalt.");
        }
        return outcome;
    }

    private static Table grants(DistrictFigures figures) {
        List<String> names = List.of("Sökt", "Beviljat", "Utbetalt", "Använt", "Återbetalt", "Avskrivet");
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("Bidrag", false, 22));
        names.forEach(name -> columns.add(new Column(name, true, 13)));
        Table table = new Table("Bidrag för bidrag, i kronor", columns, List.of());
        List<Row> rows = new ArrayList<>(figures.grants().stream()
                .map(grant -> row(table, false, TEXTS.name(grant.component()), grant.asked(), grant.sums()))
                .toList());
        if (rows.size() > 1) {
            rows.add(row(table, true, "Summa", figures.asked(), figures.total()));
        }
        int last = rows.size() - 1;
        rows.set(last, withPicture(rows.get(last), figures.asked(), figures.total()));
        return table.with(rows);
    }

    private static Row row(Table table, boolean strong, String name, Kronor asked, Sums sums) {
        Stream<Kronor> figures =
                Stream.of(asked, sums.granted(), sums.paid(), sums.used(), sums.repaid(), sums.writtenOff());
        return table.row(
                strong,
                Stream.concat(
                                Stream.of(name),
                                figures.map(figure -> figure == null ? "–" : Formats.number(figure.amount())))
                        .toArray(String[]::new));
    }

    /** The picture stands below the last row, whether it is the sum or the only grant. */
    private static Row withPicture(Row row, Kronor asked, Sums sums) {
        Kronor most = asked == null ? sums.granted() : asked.max(sums.granted());
        return row.withBars(Stream.of(asked, sums.granted(), sums.paid(), sums.used(), sums.repaid(), sums.writtenOff())
                .map(figure -> figure == null ? null : (Integer) percent(figure, most))
                .toArray(Integer[]::new));
    }

    private static List<String> told(DistrictFigures figures) {
        List<String> told = new ArrayList<>();
        if (figures.claimed()) {
            told.add(
                    figures.clients() == null
                            ? "Klientersättningen ingår inte i beloppen, och antalet klienter anges inte, eftersom få klienter"
                                    + " skulle kunna räknas ut (P13)."
                            : count(figures.clients(), "klient", "klienter")
                                    + " har gett ersättning. Hur många som söktes står i delegationsbesluten.");
        }
        String counts = Results.NAMES.stream()
                .filter(figures.results()::containsKey)
                .map(name ->
                        result(name) + " " + Formats.number(figures.results().get(name)))
                .collect(Collectors.joining(", "));
        told.add(counts.isEmpty() ? "Redovisningen anger inga antal." : shortened(counts, MOST_RESULTS, ", ") + ".");
        if (figures.resultsText() != null) {
            told.add("Med stadsdelens ord: " + shortened(figures.resultsText(), MOST_TEXT, " "));
        }
        return told;
    }

    private static String otherFunding(DistrictFigures figures) {
        return figures.otherFunding().isEmpty()
                ? "Stadsdelen har inte redovisat pengar från någon annan för samma arbete (K3)."
                : shortened(
                        figures.otherFunding().stream()
                                .map(funding -> kr(funding.amount()) + " från " + funding.source())
                                .collect(Collectors.joining(", ")),
                        MOST_LIST,
                        " ");
    }

    /**
     * On one line, and no longer than there is room for; the whole text stands in the district's cost report.
     *
     * @param between where it may be cut, so that no number is cut in two; a word without end is cut anywhere
     */
    private static String shortened(String text, int most, String between) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        String start = line.substring(0, line.offsetByCodePoints(0, most));
        int end = start.lastIndexOf(between);
        return (end > 0 ? start.substring(0, end) : start) + " … (mer i redovisningen)";
    }

    // Words

    private static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\\n\\s*\\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private static String kr(Kronor amount) {
        return Formats.kr(amount.amount());
    }

    private static String count(long count, String one, String many) {
        return Formats.number(count) + " " + (count == 1 ? one : many);
    }

    private static String enumerated(List<String> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " och " + parts.get(parts.size() - 1);
    }

    private static String first(String text) {
        return text.substring(0, 1).toUpperCase(se.medel.web.Language.SWEDISH) + text.substring(1);
    }

    static int percent(Kronor part, Kronor whole) {
        if (!whole.isPositive()) {
            return 0;
        }
        return part.orZero()
                .amount()
                .multiply(BigDecimal.valueOf(100))
                .divide(whole.amount(), 0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(100))
                .intValueExact();
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(ClockProducer.STOCKHOLM).toLocalDate();
    }
}
