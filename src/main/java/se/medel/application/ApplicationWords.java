package se.medel.application;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.ApplicationState;
import se.medel.application.rules.Completeness;
import se.medel.application.rules.OtherFunding;
import se.medel.application.rules.Overlap;
import se.medel.application.rules.PlanLine;
import se.medel.application.rules.Section;
import se.medel.claim.Claims;
import se.medel.claim.RowState;
import se.medel.money.Kronor;
import se.medel.refusal.Refusal;
import se.medel.web.Formats;
import se.medel.web.Option;
import se.medel.web.Texts;

/** An application in words: its fields' names, what it says section by section, and what is wrong with it. */
public final class ApplicationWords {

    /** A section of the application, as it is read. */
    public record Part(Section section, String title, List<Row> rows) {}

    /**
     * One thing that the application says.
     *
     * @param rule the criterion or rule that it answers to
     * @param given whether the district has written anything there
     */
    public record Row(String rule, String key, String value, boolean given) {}

    /** The state of an application, with the colour of its tag. */
    public record Status(String text, String colour) {}

    private static final Pattern ROW_FIELD = Pattern.compile("(plan|otherFunding)\\[([0-9]+)](\\.(.+))?");

    private final Texts texts;
    private final ApplicationMsg msg;
    private final TrialMsg trial;

    private ApplicationWords(Locale locale) {
        this.texts = Texts.in(locale);
        this.msg = MessageBundles.get(ApplicationMsg.class, Localized.Literal.of(locale.getLanguage()));
        this.trial = MessageBundles.get(TrialMsg.class, Localized.Literal.of(locale.getLanguage()));
    }

    public static ApplicationWords in(Locale locale) {
        return new ApplicationWords(locale);
    }

    public ApplicationMsg msg() {
        return msg;
    }

    /** The words around a claim's clients when they are tried. */
    public TrialMsg trial() {
        return trial;
    }

    /** What a value is called. */
    public String name(Enum<?> value) {
        return texts.name(value);
    }

    /** What a field is called on its page, such as "Rad 2, belopp". */
    public String label(String field) {
        Matcher row = ROW_FIELD.matcher(field);
        if (row.matches()) {
            String number = Integer.toString(Integer.parseInt(row.group(2)) + 1);
            String name = row.group(4) == null ? "" : columnLabel(row.group(1), row.group(4));
            return row.group(1).equals("plan") ? msg.planRowField(number, name) : msg.otherRowField(number, name);
        }
        return switch (field) {
            case "plan" -> msg.planTitle();
            case "totalCost" -> msg.moneyTotalCost();
            case "ownPart" -> msg.moneyOwnPart();
            case "amount" -> msg.moneyAmount();
            case "estimatedClients" -> msg.clientsEstimated();
            case "newClients" -> msg.clientsNew();
            case "ownFinancing" -> texts.name(Section.OWN_FINANCING);
            case "ownFinancingAmount" -> msg.ownFinancingAmount();
            case "budgetLine" -> msg.ownFinancingBudgetLine();
            case "mapping" -> msg.methodMapping();
            case "coordination" -> msg.methodCoordination();
            case "cooperation" -> msg.methodCooperation();
            case "partners" -> msg.methodPartners();
            case "takesPartInLearning" -> msg.methodLearningTitle();
            case "reportsResults" -> msg.followUpTitle();
            case "otherFunding", "otherFundingStated" -> msg.otherTitle();
            case "completionAnswer" -> msg.checkAnswer();
            default -> field;
        };
    }

    private String columnLabel(String list, String column) {
        return switch (column) {
            case "category" -> msg.planCategory().toLowerCase(Locale.ROOT);
            case "amount" -> msg.planAmount().toLowerCase(Locale.ROOT);
            case "text" -> msg.planText().toLowerCase(Locale.ROOT);
            case "source" -> msg.otherSource().toLowerCase(Locale.ROOT);
            case "status" -> msg.otherStatus().toLowerCase(Locale.ROOT);
            default -> msg.otherLines().toLowerCase(Locale.ROOT);
        };
    }

    /** Why something is refused. */
    public String refusal(Refusal refusal) {
        return texts.refusal(refusal);
    }

    /** What is wrong with a field, with the field's name first, so that it can stand away from the field. */
    public String fault(Refusal refusal) {
        String text = texts.refusal(refusal);
        return refusal.field() == null ? text : label(refusal.field()) + ": " + text;
    }

    public Status status(ApplicationState state) {
        return new Status(
                texts.name(state),
                switch (state) {
                    case DRAFT, WITHDRAWN -> "grey";
                    case SUBMITTED -> "blue";
                    case COMPLETION_REQUESTED -> "yellow";
                    case PREPARED -> "purple";
                    case GRANTED -> "green";
                    case PARTLY_GRANTED -> "turquoise";
                    case REFUSED -> "red";
                });
    }

    /** Where a claimed client stands. */
    public Status status(RowState state) {
        return new Status(
                texts.name(state),
                switch (state) {
                    case DRAFT, WITHDRAWN -> "grey";
                    case CLAIMED -> "blue";
                    case COMPENSATED -> "green";
                    case RESERVE -> "yellow";
                    case NOT_ELIGIBLE, NOT_COMPENSATED -> "red";
                });
    }

    /** The rules that a client can fail, to choose from. */
    public List<Option> rowRules() {
        return Claims.ROW_RULES.stream()
                .sorted()
                .map(rule -> Option.of(rule, rule + " " + texts.text("rowRule." + rule)))
                .toList();
    }

    /** Everything that the application says. */
    public List<Part> parts(ApplicationContent content) {
        List<Part> parts = new ArrayList<>();
        for (Section section : Section.values()) {
            parts.add(part(section, content));
        }
        return parts;
    }

    /** What one section says. */
    public Part part(Section section, ApplicationContent content) {
        Rows rows = new Rows(content);
        switch (section) {
            case PLAN -> {
                for (int i = 0; i < content.plan().size(); i++) {
                    PlanLine line = content.plan().get(i);
                    String category = line.category() == null ? msg.notFilledIn() : texts.name(line.category());
                    rows.add(
                            "C1a",
                            (i + 1) + ". " + category,
                            List.of(rows.amount("plan[" + i + "].amount", line.amount()), orEmpty(line.text())));
                }
                rows.amount("C1a", msg.planSum(), "plan", content.plan().isEmpty() ? null : content.planSum());
            }
            case MONEY -> {
                rows.amount("C1a", msg.moneyTotalCost(), "totalCost", content.totalCost());
                rows.amount("C1a", msg.moneyAmount(), "amount", content.amount());
                rows.amount("C1a", msg.moneyOwnPart(), "ownPart", content.ownPart());
                rows.amount("C1a", msg.moneyOthers(), "", content.fundedByOthers());
                if (content.amount() != null && content.ownPart() != null) {
                    rows.amount("C1a", msg.moneyTogether(), "", financing(content));
                }
            }
            case CLIENTS -> {
                rows.count("C1b", msg.clientsEstimated(), "estimatedClients", content.estimatedClients());
                rows.count("C1b", msg.clientsNew(), "newClients", content.newClients());
            }
            case OWN_FINANCING -> {
                rows.text("C1c", msg.ownFinancingText(), content.ownFinancing());
                rows.amount("C1c", msg.ownFinancingAmount(), "ownFinancingAmount", content.ownFinancingAmount());
                rows.text("C1c", msg.ownFinancingBudgetLine(), content.budgetLine());
            }
            case METHOD -> {
                rows.text("C2a", msg.methodMapping(), content.mapping());
                rows.text("C2b", msg.methodCoordination(), content.coordination());
                rows.text("C2c", msg.methodCooperation(), content.cooperation());
                rows.text(
                        "C2c",
                        msg.methodPartners(),
                        content.partners().stream().map(texts::name).collect(Collectors.joining("\n")));
                rows.text("C2d", msg.methodLearningTitle(), content.takesPartInLearning() ? msg.committed() : null);
            }
            case FOLLOW_UP -> rows.text("C3", msg.followUpTitle(), content.reportsResults() ? msg.committed() : null);
            case OTHER_FUNDING -> {
                rows.text(
                        "K3",
                        msg.otherSaid(),
                        content.otherFundingStated() == null
                                ? null
                                : content.otherFundingStated() ? msg.yes() : msg.no());
                for (int i = 0; i < content.otherFunding().size(); i++) {
                    OtherFunding funding = content.otherFunding().get(i);
                    rows.add(
                            "K3",
                            orElse(funding.source(), msg.notFilledIn()),
                            List.of(
                                    rows.amount("otherFunding[" + i + "].amount", funding.amount()),
                                    funding.status() == null ? "" : texts.name(funding.status()),
                                    lines(funding.lines())));
                }
            }
        }
        return new Part(section, texts.name(section), rows.all);
    }

    /** Each overlap with its arithmetic (K3). */
    public List<String> overlaps(ApplicationContent content) {
        return Overlap.in(content).stream()
                .map(overlap -> overlap.lines().size() == content.plan().size()
                                && overlap.cost().equals(content.planSum())
                                && overlap.funded()
                                        .equals(content.fundedByOthers().plus(askedOf(content)))
                        ? msg.overlapWhole(
                                kr(overlap.cost()),
                                kr(content.fundedByOthers()),
                                kr(askedOf(content)),
                                kr(overlap.funded().minus(overlap.cost())))
                        : msg.overlapLines(
                                numbers(overlap.lines()),
                                kr(overlap.cost()),
                                kr(overlap.funded()),
                                kr(overlap.funded().minus(overlap.cost()))))
                .toList();
    }

    /** "gäller rad 2, 3" or "gäller hela planen". */
    private String lines(Set<Integer> lines) {
        return lines.isEmpty() ? msg.otherWholePlan() : msg.otherSomeLines(numbers(lines));
    }

    private static String numbers(Set<Integer> lines) {
        return lines.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }

    static Kronor financing(ApplicationContent content) {
        return askedOf(content)
                .plus(content.ownPart() == null ? Kronor.ZERO : content.ownPart())
                .plus(content.fundedByOthers());
    }

    private static Kronor askedOf(ApplicationContent content) {
        return content.amount() == null ? Kronor.ZERO : content.amount();
    }

    private static String orElse(String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }

    private static String orEmpty(String text) {
        return orElse(text, "");
    }

    private static String kr(Kronor amount) {
        return Formats.kr(amount.amount());
    }

    /** The rows of one section, with what is missing and what couldn't be read said in its place. */
    private final class Rows {

        private final List<Row> all = new ArrayList<>();
        private final ApplicationContent content;

        Rows(ApplicationContent content) {
            this.content = content;
        }

        void add(String rule, String key, List<String> lines) {
            all.add(new Row(
                    rule, key, lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")), true));
        }

        void text(String rule, String key, String text) {
            boolean given = text != null && !text.isBlank();
            all.add(new Row(rule, key, given ? text : msg.notFilledIn(), given));
        }

        void amount(String rule, String key, String field, Kronor amount) {
            all.add(new Row(rule, key, amount(field, amount), amount != null));
        }

        void count(String rule, String key, String field, Long count) {
            String typed = content.unreadable().get(field);
            all.add(new Row(
                    rule,
                    key,
                    count != null ? Formats.number(count) : typed == null ? msg.notFilledIn() : msg.notReadable(typed),
                    count != null));
        }

        String amount(String field, Kronor amount) {
            String typed = content.unreadable().get(field);
            return amount != null ? kr(amount) : typed == null ? msg.notFilledIn() : msg.notReadable(typed);
        }
    }

    /** Whether anything is written in a section yet; a fixed grant's named sum was not written by the district. */
    static boolean isUntouched(Section section, ApplicationContent content) {
        boolean unreadable =
                content.unreadable().keySet().stream().anyMatch(field -> Completeness.sectionOf(field) == section);
        return !unreadable
                && switch (section) {
                    case PLAN -> content.plan().isEmpty();
                    case MONEY -> content.totalCost() == null && content.ownPart() == null;
                    case CLIENTS -> content.estimatedClients() == null && content.newClients() == null;
                    case OWN_FINANCING ->
                        content.ownFinancing() == null
                                && content.ownFinancingAmount() == null
                                && content.budgetLine() == null;
                    case METHOD ->
                        content.mapping() == null
                                && content.coordination() == null
                                && content.cooperation() == null
                                && content.partners().isEmpty()
                                && !content.takesPartInLearning();
                    case FOLLOW_UP -> !content.reportsResults();
                    case OTHER_FUNDING ->
                        content.otherFundingStated() == null
                                && content.otherFunding().isEmpty();
                };
    }
}
