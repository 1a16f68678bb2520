package se.medel.application.rules;

import java.util.ArrayList;
import java.util.List;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.refusal.Refusal;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.ComponentKind;

/** Tells what an application still lacks before it can be submitted: every criterion's part, and figures that add up. */
public final class Completeness {

    /** The most plan lines and sources of other funding. */
    public static final int MOST_LINES = 100;

    private static final Kronor MOST_KRONOR = Kronor.of(999_999_999_999L);

    private final ApplicationContent content;
    private final List<Refusal> missing = new ArrayList<>();

    private Completeness(ApplicationContent content) {
        this.content = content;
    }

    /** Everything that is lacking or wrong, section by section; empty when the application can be submitted. */
    public static List<Refusal> of(
            ApplicationContent content, ComponentKind component, String district, AllocationModel model) {
        Completeness check = new Completeness(content);
        check.plan();
        check.money(component, district, model);
        check.clients();
        check.texts();
        check.otherFunding();
        content.unreadable().forEach((field, typed) -> check.add(field, ruleOf(field), Fault.UNREADABLE));
        return List.copyOf(check.missing);
    }

    private void plan() {
        if (content.plan().isEmpty()) {
            add("plan", "C1a", Fault.REQUIRED);
        }
        for (int i = 0; i < content.plan().size(); i++) {
            PlanLine line = content.plan().get(i);
            String field = "plan[" + i + "]";
            if (line.category() == null) {
                add(field + ".category", "C1a", Fault.REQUIRED);
            }
            text(field + ".text", "C1a", line.text());
            positive(field + ".amount", "C1a", line.amount());
        }
    }

    private void money(ComponentKind component, String district, AllocationModel model) {
        positive("totalCost", "A3", content.totalCost());
        if (content.totalCost() != null
                && !content.plan().isEmpty()
                && !content.planSum().equals(content.totalCost())) {
            add("totalCost", "C1a", Fault.PLAN_NOT_TOTAL, content.planSum());
        }
        positive("amount", ruleOf(component, model), content.amount());
        if (content.amount() != null && !content.amount().isWhole()) {
            add("amount", "A2", Fault.NOT_WHOLE_KRONOR);
        }
        Kronor most = mostFor(component, district, model);
        if (content.amount() != null && content.amount().isMoreThan(most)) {
            add("amount", ruleOf(component, model), Fault.ABOVE_MAXIMUM, most);
        }
        boolean ownPartRequired = component == ComponentKind.CO_FINANCING
                && model.coFinancing().orElseThrow().ownPartRequired();
        if (content.ownPart() == null) {
            required("ownPart", "A3");
        } else if (content.ownPart().isNegative()) {
            add("ownPart", "A3", Fault.NEGATIVE);
        } else if (ownPartRequired && !content.ownPart().isPositive()) {
            add("ownPart", "A3", Fault.OWN_PART_REQUIRED);
        } else if (content.totalCost() != null && content.amount() != null) {
            Kronor financing = content.amount().plus(content.ownPart()).plus(content.fundedByOthers());
            if (!financing.equals(content.totalCost())) {
                add("ownPart", "A3", Fault.FINANCING_NOT_TOTAL, financing);
            }
        }
    }

    /** The most that the model's own rule lets the district ask for; what is left under shared caps is for the decision. */
    public static Kronor mostFor(ComponentKind component, String district, AllocationModel model) {
        return model.ownCaps(district).stream()
                .filter(cap -> cap.component() == component)
                .findFirst()
                .map(cap -> new Kronor(cap.limit()))
                .orElse(Kronor.ZERO);
    }

    private static String ruleOf(ComponentKind component, AllocationModel model) {
        return model.component(component).map(c -> c.basis().rule()).orElse("M5");
    }

    private void clients() {
        count("estimatedClients", content.estimatedClients());
        count("newClients", content.newClients());
        if (content.estimatedClients() != null
                && content.newClients() != null
                && content.newClients() > content.estimatedClients()) {
            add("newClients", "C1b", Fault.MORE_NEW_THAN_ALL);
        }
    }

    private void count(String field, Long clients) {
        if (clients == null) {
            required(field, "C1b");
        } else if (clients < 0) {
            add(field, "C1b", Fault.NEGATIVE);
        } else if (clients > 100_000) {
            add(field, "C1b", Fault.TOO_LARGE);
        }
    }

    private void texts() {
        text("ownFinancing", "C1c", content.ownFinancing());
        if (content.ownFinancingAmount() != null && content.ownFinancingAmount().isNegative()) {
            add("ownFinancingAmount", "C1c", Fault.NEGATIVE);
        }
        text("mapping", "C2a", content.mapping());
        text("coordination", "C2b", content.coordination());
        text("cooperation", "C2c", content.cooperation());
        if (content.partners().isEmpty()) {
            add("partners", "C2c", Fault.REQUIRED);
        }
        if (!content.takesPartInLearning()) {
            add("takesPartInLearning", "C2d", Fault.COMMITMENT_REQUIRED);
        }
        if (!content.reportsResults()) {
            add("reportsResults", "C3", Fault.COMMITMENT_REQUIRED);
        }
    }

    private void otherFunding() {
        if (content.otherFundingStated() == null && content.otherFunding().isEmpty()) {
            add("otherFundingStated", "K3", Fault.REQUIRED);
        }
        if (Boolean.TRUE.equals(content.otherFundingStated())
                && content.otherFunding().isEmpty()) {
            add("otherFunding", "K3", Fault.REQUIRED);
        }
        if (Boolean.FALSE.equals(content.otherFundingStated())
                && !content.otherFunding().isEmpty()) {
            add("otherFundingStated", "K3", Fault.OTHER_FUNDING_DENIED);
        }
        for (int i = 0; i < content.otherFunding().size(); i++) {
            OtherFunding funding = content.otherFunding().get(i);
            String field = "otherFunding[" + i + "]";
            text(field + ".source", "K3", funding.source());
            positive(field + ".amount", "K3", funding.amount());
            if (funding.status() == null) {
                add(field + ".status", "K3", Fault.REQUIRED);
            }
            if (funding.lines().stream()
                    .anyMatch(line -> line < 1 || line > content.plan().size())) {
                add(field + ".lines", "K3", Fault.NO_SUCH_PLAN_LINE);
            }
        }
    }

    private void text(String field, String rule, String text) {
        if (text == null || text.isBlank()) {
            add(field, rule, Fault.REQUIRED);
        } else if (text.length() > FreeText.LONGEST) {
            add(field, rule, Fault.TOO_LONG);
        }
    }

    private void positive(String field, String rule, Kronor amount) {
        if (amount == null) {
            required(field, rule);
        } else if (amount.isNegative()) {
            add(field, rule, Fault.NEGATIVE);
        } else if (!amount.isPositive()) {
            add(field, rule, Fault.NOT_POSITIVE);
        } else if (amount.isMoreThan(MOST_KRONOR)) {
            add(field, rule, Fault.TOO_LARGE);
        }
    }

    /** Nothing is there; unless something is that couldn't be read, which is told as that. */
    private void required(String field, String rule) {
        if (!content.unreadable().containsKey(field)) {
            add(field, rule, Fault.REQUIRED);
        }
    }

    private void add(String field, String rule, Fault fault, Object... figure) {
        List<Object> arguments = new ArrayList<>(List.of(rule));
        arguments.addAll(List.of(figure));
        missing.add(new Refusal(fault, field, rule, arguments));
    }

    /** The page on which a field stands. */
    public static Section sectionOf(String field) {
        String name = field.replaceAll("[\\[.].*", "");
        return switch (name) {
            case "plan" -> Section.PLAN;
            case "totalCost", "ownPart", "amount" -> Section.MONEY;
            case "estimatedClients", "newClients" -> Section.CLIENTS;
            case "ownFinancing", "ownFinancingAmount", "budgetLine" -> Section.OWN_FINANCING;
            case "reportsResults" -> Section.FOLLOW_UP;
            case "otherFunding", "otherFundingStated" -> Section.OTHER_FUNDING;
            default -> Section.METHOD;
        };
    }

    private static String ruleOf(String field) {
        return switch (sectionOf(field)) {
            case PLAN -> "C1a";
            case MONEY -> "A3";
            case CLIENTS -> "C1b";
            case OWN_FINANCING -> "C1c";
            case METHOD -> "C2a";
            case FOLLOW_UP -> "C3";
            case OTHER_FUNDING -> "K3";
        };
    }
}
