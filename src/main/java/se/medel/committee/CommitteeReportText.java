package se.medel.committee;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import se.medel.application.rules.Criterion;
import se.medel.committee.rules.Chapter;
import se.medel.committee.rules.Squeeze;
import se.medel.document.Letter;
import se.medel.document.Letter.Column;
import se.medel.document.Letter.Fact;
import se.medel.document.Letter.Part;
import se.medel.document.Letter.Row;
import se.medel.document.Letter.Table;
import se.medel.document.MarkedText;
import se.medel.document.Office;
import se.medel.money.Kronor;
import se.medel.round.RoundView;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Basis;
import se.medel.round.rules.Component;
import se.medel.round.rules.Reach;
import se.medel.time.ClockProducer;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/**
 * How a committee report is worded: the officer's texts with the model's figures in them, and what the model says by itself. The
 * same report and model always give the same text.
 *
 * @param districtNames a district's name by its slug
 */
record CommitteeReportText(
        CommitteeReportView report,
        RoundView round,
        AllocationModel model,
        Map<String, String> districtNames,
        Office office,
        Instant day) {

    private static final Texts TEXTS = Texts.swedish();

    private static final List<String> ORDINALS = List.of(
            "första",
            "andra",
            "tredje",
            "fjärde",
            "femte",
            "sjätte",
            "sjunde",
            "åttonde",
            "nionde",
            "tionde",
            "elfte",
            "tolfte",
            "trettonde",
            "fjortonde",
            "femtonde",
            "sextonde",
            "sjuttonde",
            "artonde",
            "nittonde",
            "tjugonde");

    /** What the report is called on its pages and sheets. */
    static String title(RoundView round) {
        return "Fördelning av medel: " + round.name();
    }

    Letter letter() {
        List<Part> parts = new ArrayList<>();
        for (Chapter chapter : report.outline().chapters()) {
            parts.addAll(parts(chapter));
        }
        return new Letter(
                office,
                title(round),
                "Tjänsteutlåtande till " + office.committee() + " om " + programme(),
                round.caseNumber(),
                facts(),
                parts,
                "tjansteutlatande-" + round.id() + "-" + report.number(),
                day,
                "Förslag till fördelningsmodell för " + round.name() + ".",
                null,
                report.isDraft() ? Letter.DRAFT : null);
    }

    /** As it stands within a sentence. */
    private String programme() {
        String name = round.programme();
        return name.substring(0, 1).toLowerCase(Language.SWEDISH) + name.substring(1);
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Dokument", "Tjänsteutlåtande" + (report.isDraft() ? ", utkast" : "")));
        facts.add(new Fact("Diarienummer", round.caseNumber()));
        facts.add(new Fact("Datum", Formats.day(LocalDate.ofInstant(day, ClockProducer.STOCKHOLM))));
        facts.add(new Fact("Till", office.committeeFirst()));
        facts.add(new Fact(
                "Version",
                report.number() == 1 ? "1" : report.number() + ", ersätter version " + (report.number() - 1)));
        return facts;
    }

    private List<Part> parts(Chapter chapter) {
        MarkedText written = MarkedText.read(report.text(chapter), ReportFigures.of(round, model)::named);
        String heading = TEXTS.name(chapter);
        return switch (chapter) {
            case PROPOSAL -> List.of(Part.points(heading, List.of(), points()), Part.marked(null, List.of(), written));
            case SIGNATURES ->
                List.of(Part.of(null, List.of()).signedBy(List.of(office.directorFirst(), "Avdelningschefen")));
            case PROPOSAL_AGAIN -> List.of(Part.of(heading, points()));
            case MATTER -> matter(heading, written);
            case CRITERIA -> criteria(heading, written);
            case YEAR_END ->
                List.of(Part.marked(
                        heading,
                        List.of("En redovisning och kostnadsbeskrivning begärs in från stadsdelarna när " + round.year()
                                + " är slut. Pengar som inte har använts enligt plan betalas tillbaka."),
                        written));
            default -> written.isEmpty() ? List.of() : List.of(Part.marked(heading, List.of(), written));
        };
    }

    /** D1 to D3: what the committee is asked to decide. */
    private List<String> points() {
        String committee = office.committeeFirst();
        return List.of(
                committee + " godkänner modellen för att fördela medel till " + programme() + " under " + round.year()
                        + ".",
                committee + " ger " + office.director() + " i uppdrag att fördela medlen enligt modellen.",
                committee + " överlämnar ärendet till stadsdelsnämnderna för kännedom.");
    }

    private List<Part> criteria(String heading, MarkedText written) {
        List<String> criteria = Arrays.stream(Criterion.values())
                .map(criterion -> TEXTS.name(criterion) + " (" + criterion.rule() + ").")
                .toList();
        return List.of(
                Part.points(heading, List.of("För att få del av medlen krävs att stadsdelen gör följande."), criteria),
                Part.marked(null, List.of(), written));
    }

    private List<Part> matter(String heading, MarkedText written) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.marked(heading, List.of(), written));
        parts.add(Part.table("Modellen i siffror", List.of(), figures()).below());
        parts.add(Part.table("Delarna och taket", ceiling(), sums()).below());
        return parts;
    }

    private Table figures() {
        Table table = new Table(
                "Varje regel i modellen",
                List.of(
                        new Column("Regel", false, 10),
                        new Column("Vad den säger", false, 65),
                        new Column("Siffra", true, 25)),
                List.of());
        List<Row> rows = new ArrayList<>();
        for (Component component : model.components()) {
            if (component instanceof Component.FixedGrant grant) {
                grant.amounts()
                        .forEach((district, amount) -> rows.add(
                                row(table, grant.basis(), "Fast belopp till " + name(district) + ".", kr(amount))));
            } else if (component instanceof Component.CoFinancing part) {
                rows.add(row(table, part.basis(), part.basis().source(), kr(part.maximum())));
                rows.add(row(
                        table,
                        part.partFinancing(),
                        part.partFinancing().source(),
                        part.ownPartRequired() ? "egen del krävs" : "ingen egen del"));
            } else if (component instanceof Component.ClientCompensation clients) {
                rows.add(row(table, clients.basis(), clients.basis().source(), kr(clients.rate())));
                rows.add(row(
                        table,
                        clients.total().basis(),
                        clients.total().basis().source(),
                        people(clients.total().clients())));
                clients.groups()
                        .forEach(group ->
                                rows.add(row(table, group.basis(), group.basis().source(), people(group.clients()))));
                rows.add(row(
                        table,
                        clients.ages().basis(),
                        clients.ages().basis().source(),
                        clients.ages().youngest() + "–" + clients.ages().oldest() + " år"));
            }
        }
        Basis ceiling = model.ceiling().basis();
        rows.add(row(table, ceiling, ceiling.source(), kr(model.ceiling().amount())));
        return table.with(rows);
    }

    private static Row row(Table table, Basis basis, String says, String figure) {
        return table.row(false, basis.rule(), says, figure);
    }

    /** What the parts come to together, and where the ceiling binds. */
    private List<String> ceiling() {
        Squeeze squeeze = Squeeze.of(model);
        String rule = model.ceiling().basis().rule();
        if (!squeeze.over().isPositive()) {
            return List.of("Om varje del används fullt ut blir det " + kr(squeeze.parts())
                    + ". Det ryms under taket på " + kr(squeeze.ceiling()) + " (" + rule + ").");
        }
        List<String> texts = new ArrayList<>();
        texts.add("Om varje del används fullt ut blir det " + kr(squeeze.parts()) + ". Taket är "
                + kr(squeeze.ceiling()) + " (" + rule + "). Delarna går alltså " + kr(squeeze.over())
                + " över taket, och alla kan inte få det mesta.");
        if (squeeze.firstOut() != null) {
            texts.add(
                    squeeze.districts() == 0
                            ? "Används de andra delarna fullt ut räcker taket inte till högsta medfinansiering åt någon stadsdel."
                            : "Används de andra delarna fullt ut räcker taket till " + stadsdelar(squeeze.districts())
                                    + " med högsta medfinansiering. Den " + ordinal(squeeze.districts() + 1) + ", "
                                    + name(squeeze.firstOut())
                                    + " om de beviljas i modellens ordning, får inte hela beloppet.");
        }
        if (squeeze.clients() != null) {
            texts.add("Används de andra delarna fullt ut räcker taket "
                    + (squeeze.clients() == 0 ? "inte till någon klient." : "till " + people(squeeze.clients()) + "."));
        }
        texts.add("Varje beslut prövas därför mot taket när det fattas, och den som söker får veta vilken regel som"
                + " bestämde beloppet.");
        return texts;
    }

    private Table sums() {
        Table table = new Table(
                "Vad delarna kan uppgå till",
                List.of(
                        new Column("Del", false, 40),
                        new Column("Räknas så", false, 38),
                        new Column("Högst", true, 22)),
                List.of());
        List<Row> rows = new ArrayList<>();
        for (Reach reach : Reach.of(model)) {
            rows.add(table.row(
                    false,
                    TEXTS.name(reach.component()),
                    counted(model.component(reach.component()).orElseThrow()),
                    kr(reach.most())));
        }
        Squeeze squeeze = Squeeze.of(model);
        rows.add(table.row(true, "Delarna tillsammans", "", kr(squeeze.parts())));
        rows.add(table.row(true, "Taket", model.ceiling().basis().rule(), kr(squeeze.ceiling())));
        if (squeeze.over().isPositive()) {
            rows.add(table.row(true, "Över taket", "", kr(squeeze.over())));
        }
        return table.with(rows);
    }

    private String counted(Component component) {
        if (component instanceof Component.FixedGrant grant) {
            List<Kronor> sums = grant.amounts().values().stream().distinct().toList();
            return sums.size() == 1
                    ? grant.amounts().size() + " × " + kr(sums.get(0))
                    : grant.amounts().size() + " namngivna belopp";
        }
        if (component instanceof Component.CoFinancing part) {
            return part.recipients().size() + " × " + kr(part.maximum());
        }
        Component.ClientCompensation clients = (Component.ClientCompensation) component;
        return clients.total().clients() + " × " + kr(clients.rate());
    }

    private static String stadsdelar(int number) {
        return number == 1 ? "en stadsdel" : number + " stadsdelar";
    }

    private static String ordinal(int number) {
        return number <= ORDINALS.size() ? ORDINALS.get(number - 1) : number + ":e";
    }

    private static String people(long clients) {
        return Formats.number(clients) + (clients == 1 ? " klient" : " klienter");
    }

    private static String kr(Kronor amount) {
        return Formats.kr(amount.amount());
    }

    private String name(String district) {
        return districtNames.getOrDefault(district, district);
    }
}
