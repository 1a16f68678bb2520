package se.medel.decision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.medel.application.rules.Criterion;
import se.medel.application.rules.Judgement.Verdict;
import se.medel.document.DocumentFrame;
import se.medel.document.DocumentMetadata;
import se.medel.document.MunicipalLaw;
import se.medel.document.Office;
import se.medel.document.Organisation;
import se.medel.money.Kronor;
import se.medel.round.Explanation;
import se.medel.round.rules.Cap;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Step;
import se.medel.time.ClockProducer;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/**
 * A decision as its document says it, in Swedish. Made from the stored decision and from nothing else, so that the same
 * decision always says the same.
 *
 * @param number number and year, such as {@code 3/2014}
 * @param day the day of the decision, in Stockholm
 * @param outcome what is decided, in two or three words and the amount
 * @param ruling what is decided, in full sentences, with the criterion or rule that it rests on
 * @param amounts what was asked for, what it costs, who pays, and what is granted
 * @param clients how a claim's clients come out, in counts (P1); empty where none are counted
 * @param chain from what was asked for to what is granted (A8)
 * @param settled which rule set the amount
 * @param order the order of A7 that was used, null where the application was tried by itself
 * @param conditions what comes with the money; empty for a refusal
 */
record DecisionText(
        DecisionView decision,
        Office office,
        String number,
        LocalDate day,
        String component,
        String outcome,
        List<String> ruling,
        List<Amount> amounts,
        List<Amount> clients,
        List<Link> chain,
        String settled,
        String order,
        List<Criteria> criteria,
        List<String> conditions,
        List<CapLine> balance,
        MunicipalLaw law) {

    /** @param total whether it is the line that the others lead to */
    record Amount(String label, String value, boolean total) {}

    /** @param binding whether the rule took something away */
    record Link(String rule, String sentence, String before, String after, boolean binding) {}

    /** @param reason as the officer typed it, null where there is none */
    record Criteria(String rule, String name, boolean met, String verdict, String reason) {}

    /** @param percent how much of the cap is committed, 0 to 100, rounded down */
    record CapLine(String rule, String name, String limit, String committed, String remaining, int percent) {}

    static DecisionText of(DecisionView decision, Organisation organisation) {
        DecisionFacts facts = decision.facts();
        LocalDate day = decision.decidedAt().atZone(ClockProducer.STOCKHOLM).toLocalDate();
        Office office = Office.of(organisation);
        return new DecisionText(
                decision,
                office,
                decision.number() + "/" + facts.year(),
                day,
                Texts.swedish().name(facts.component()),
                outcome(decision),
                ruling(decision, office),
                amounts(decision),
                clients(facts.clients()),
                facts.explanation().stream().map(DecisionText::link).toList(),
                settled(decision),
                order(facts),
                facts.judgements().stream()
                        .map(judgement -> new Criteria(
                                judgement.criterion().rule(),
                                Texts.swedish().name(judgement.criterion()),
                                judgement.verdict() == Verdict.MET,
                                Texts.swedish().name(judgement.verdict()),
                                isBlank(judgement.reason()) ? null : judgement.reason()))
                        .toList(),
                conditions(decision, office),
                facts.balanceAfter().stream().map(DecisionText::capLine).toList(),
                MunicipalLaw.on(day));
    }

    public DecisionFacts facts() {
        return decision.facts();
    }

    /** What stands around the text on every sheet. */
    public DocumentFrame frame() {
        return new DocumentFrame(office, metadata().title(), facts().caseNumber(), null, title());
    }

    public boolean refused() {
        return decision.outcome() == DecisionOutcome.REFUSED;
    }

    public String title() {
        return "Delegationsbeslut nr " + number;
    }

    /** Whether it only carries out what the committee has decided, so that there is nothing to appeal. */
    public boolean execution() {
        return facts().mandate() != null && facts().mandate().execution();
    }

    /** Whether clients wait for room, so that the document says what that means. */
    public boolean hasReserve() {
        return facts().clients() != null && facts().clients().reserve() > 0;
    }

    /** Under which name the document is kept and sent. */
    public String fileName() {
        return "delegationsbeslut-" + decision.roundId() + "-" + decision.number() + ".pdf";
    }

    /** Under which name the figures travel inside the document. */
    public String dataFileName() {
        return "delegationsbeslut-" + decision.roundId() + "-" + decision.number() + ".json";
    }

    public DocumentMetadata metadata() {
        return new DocumentMetadata(
                title() + ": " + component + ", " + facts().districtCommittee(),
                office.administrationFirst() + ", " + office.city(),
                "sv",
                decision.decidedAt(),
                ruling.get(0));
    }

    private static String outcome(DecisionView decision) {
        String words = Texts.swedish().name(decision.outcome());
        return decision.outcome() == DecisionOutcome.REFUSED
                ? words
                : words + ": " + sum(decision.granted(), decision.grantedClients());
    }

    private static List<String> ruling(DecisionView decision, Office office) {
        DecisionFacts facts = decision.facts();
        String purpose = kindOfMoney(facts.component()) + " för satsningen " + facts.programme() + ", budgetåret "
                + facts.year() + ".";
        String granted = sum(decision.granted(), decision.grantedClients());
        return switch (decision.outcome()) {
            case GRANTED ->
                List.of(
                        office.administrationFirst() + " beviljar " + facts.districtCommittee() + " " + granted + " "
                                + purpose,
                        "Hela det sökta beloppet beviljas."
                                + (facts.clients() == null ? "" : " Alla sökta klienter ersätts."));
            case PARTLY_GRANTED ->
                List.of(
                        office.administrationFirst() + " beviljar " + facts.districtCommittee() + " " + granted + " "
                                + purpose,
                        "Det är en del av det sökta beloppet, " + asked(decision) + ". " + settled(decision));
            case REFUSED ->
                List.of(
                        office.administrationFirst() + " avslår ansökan från " + facts.districtCommittee() + " om "
                                + asked(decision) + " " + purpose,
                        "Avslaget grundas på " + ground(decision.refusedBy(), facts));
        };
    }

    private static String kindOfMoney(ComponentKind component) {
        return switch (component) {
            case FIXED_GRANT -> "som fast belopp";
            case CO_FINANCING -> "i medfinansiering";
            case CLIENT_COMPENSATION -> "i klientersättning";
        };
    }

    private static String ground(String rule, DecisionFacts facts) {
        Optional<Criterion> criterion = Criterion.ofRule(rule);
        if (criterion.isPresent()) {
            return "kriteriet " + rule + ": " + Texts.swedish().name(criterion.get()) + ".";
        }
        return facts.rules().stream()
                .filter(basis -> basis.rule().equals(rule))
                .findFirst()
                .map(basis -> "regeln " + rule + ": " + basis.source())
                .orElseGet(() -> "regeln " + rule + (isOfClients(rule) ? ": " + clientRule(rule) : "") + ".");
    }

    /** Whether it is a rule that a single client can fail. */
    private static boolean isOfClients(String rule) {
        return Texts.swedish().has("rowRule." + rule);
    }

    private static String clientRule(String rule) {
        return Texts.swedish().text("rowRule." + rule);
    }

    private static List<Amount> clients(DecisionFacts.Clients clients) {
        if (clients == null) {
            return List.of();
        }
        List<Amount> counts = new ArrayList<>();
        counts.add(count("Sökta klienter", clients.claimed(), false));
        clients.notEligible()
                .forEach((rule, count) -> counts.add(count(
                        "Uppfyller inte " + rule + (isOfClients(rule) ? ": " + clientRule(rule) : ""), count, false)));
        if (clients.compensated() > 0) {
            counts.add(count("I reserv", clients.reserve(), false));
        }
        counts.add(count("Ersätts", clients.compensated(), true));
        return counts;
    }

    private static Amount count(String label, long clients, boolean total) {
        return new Amount(label, clients(clients), total);
    }

    private static List<Amount> amounts(DecisionView decision) {
        DecisionFacts facts = decision.facts();
        List<Amount> amounts = new ArrayList<>();
        if (facts.totalCost() != null) {
            amounts.add(amount("Total kostnad enligt planen", facts.totalCost()));
        }
        if (facts.ownPart() != null) {
            amounts.add(amount("Stadsdelsnämndens egen del", facts.ownPart()));
        }
        // A claim has no plan that others could pay for.
        if (facts.otherFunding() != null && facts.clients() == null) {
            amounts.add(amount("Annan finansiering", facts.otherFunding()));
        }
        amounts.add(new Amount("Sökt belopp", asked(decision), false));
        amounts.add(new Amount("Beviljat belopp", sum(decision.granted(), decision.grantedClients()), true));
        return amounts;
    }

    private static Amount amount(String label, Kronor kronor) {
        return new Amount(label, Formats.kr(kronor.amount()), false);
    }

    private static Link link(Step step) {
        return new Link(
                step.rule(),
                Explanation.of(step, Language.SWEDISH),
                figure(step, step.before(), step.clientsBefore()),
                figure(step, step.after(), step.clientsAfter()),
                step.isBinding());
    }

    /** Clients all the way where they are counted: what they come to in kronor stands above and below the chain. */
    private static String figure(Step step, Kronor kronor, long clients) {
        return step.clientsBefore() > 0 ? clients(clients) : Formats.kr(kronor.amount());
    }

    /** The last rule that took something away is the one that set the amount. */
    private static String settled(DecisionView decision) {
        List<Step> chain = decision.facts().explanation();
        String left = chain.isEmpty()
                ? asked(decision)
                : sum(
                        chain.get(chain.size() - 1).after(),
                        chain.get(chain.size() - 1).clientsAfter());
        String set = chain.stream()
                .filter(Step::isBinding)
                .reduce((earlier, later) -> later)
                .map(step -> whatSet(step) + " satte beloppet till " + left + ".")
                .orElse("Ingen regel sänkte beloppet.");
        if (decision.outcome() != DecisionOutcome.REFUSED) {
            return set;
        }
        return set + " Så mycket lämnade reglerna utrymme för, men ansökan avslås och inget belopp beviljas.";
    }

    private static String whatSet(Step step) {
        if (step.reason() != Step.Reason.RECOMMENDED) {
            return "Regeln " + step.rule();
        }
        return step.rule().equals("A7")
                ? "Den valda fördelningsordningen (A7)"
                : "Förvaltningens egen bedömning (" + step.rule() + ")";
    }

    private static String order(DecisionFacts facts) {
        if (facts.order() == null) {
            return null;
        }
        return switch (facts.order()) {
            case RECEIVED -> "I den ordning de kom in. Varje ansökan får så mycket som ryms när dess tur kommer.";
            case PROPORTIONAL ->
                "I proportion. Fasta belopp går först. Övriga ansökningar sänks först till vad deras egna"
                        + " regler tillåter och sedan alla med samma faktor, tills de ryms under taket.";
            case NEED ->
                "Efter behov. Fasta belopp går först. Övriga ansökningar prövas efter antal klienter, flest först.";
        };
    }

    private static List<String> conditions(DecisionView decision, Office office) {
        if (decision.outcome() == DecisionOutcome.REFUSED) {
            return List.of();
        }
        DecisionFacts facts = decision.facts();
        if (facts.clients() != null) {
            return claimConditions(facts, office);
        }
        return List.of(
                "Medlen används under " + facts.year() + " enligt planen i ansökan " + facts.receipt() + ".",
                "När året är slut lämnar stadsdelsnämnden en redovisning med kostnadsbeskrivning till "
                        + office.administration() + " (Y1).",
                "Medel som inte har använts enligt planen betalas tillbaka (Y2).",
                "Stadsdelsnämnden följer upp arbetet och rapporterar resultaten enligt anvisningar från "
                        + office.administration() + " (C3).");
    }

    private static List<String> claimConditions(DecisionFacts facts, Office office) {
        return List.of(
                "Ersättningen gäller de klienter som står som ersatta i bilagan till stadsdelsnämnden. En klient ersätts"
                        + " en gång (A4).",
                "Medlen används under " + facts.year() + " till arbetet med klienterna i gruppen.",
                "När året är slut lämnar stadsdelsnämnden en redovisning med kostnadsbeskrivning till "
                        + office.administration() + " (Y1).",
                "För en klient som visar sig inte uppfylla villkoren betalas ersättningen tillbaka (Y2).",
                "Stadsdelsnämnden följer upp arbetet och rapporterar resultaten enligt anvisningar från "
                        + office.administration() + " (C3).");
    }

    private static CapLine capLine(DecisionFacts.Line line) {
        boolean inKronor = line.kind().unit() == Cap.Unit.KRONOR;
        int percent = line.limit().signum() == 0
                ? 100
                : line.committed()
                        .multiply(BigDecimal.valueOf(100))
                        .divide(line.limit(), 0, RoundingMode.DOWN)
                        .min(BigDecimal.valueOf(100))
                        .intValue();
        return new CapLine(
                line.rule(),
                Texts.swedish().text("Kind." + line.kind(), String.valueOf(line.name())),
                inUnit(line.limit(), inKronor),
                inUnit(line.committed(), inKronor),
                inUnit(line.remaining(), inKronor),
                percent);
    }

    private static String inUnit(BigDecimal figure, boolean inKronor) {
        return inKronor ? Formats.kr(figure) : clients(figure.longValue());
    }

    private static String sum(Kronor kronor, long clients) {
        return Formats.kr(kronor.amount()) + (clients > 0 ? " (" + clients(clients) + ")" : "");
    }

    private static String asked(DecisionView decision) {
        return sum(decision.asked(), decision.clientsAsked());
    }

    private static String clients(long count) {
        return Formats.number(count) + (count == 1 ? " klient" : " klienter");
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
