package se.medel.application;

import static se.medel.application.rules.Section.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.medel.application.rules.ApplicationContent;
import se.medel.application.rules.Completeness;
import se.medel.application.rules.CostCategory;
import se.medel.application.rules.OtherFunding;
import se.medel.application.rules.PlanLine;
import se.medel.application.rules.Section;
import se.medel.money.Kronor;
import se.medel.participant.rules.Partner;
import se.medel.privacy.FreeText;
import se.medel.refusal.Refusal;
import se.medel.web.Amounts;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Msg;

/**
 * One section of an application as a form. What is typed is read as far as it can be: a figure that can't be read is kept as
 * the text it is, so that the draft can be saved and shown again; a text with a personal number is not kept at all, and
 * stands only in the form that comes back.
 */
final class SectionForm {

    private static final Pattern ROW = Pattern.compile("(plan|otherFunding)\\[([0-9]{1,4})]\\.([a-z]+)");
    private static final int MOST_CLIENTS = 100_000;

    private final Section section;
    private final Form form;
    private final ApplicationWords words;
    private final Msg msg;
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Map<String, String> unreadable = new TreeMap<>();
    private boolean harmful;

    private SectionForm(Section section, Form form, Locale locale) {
        this.section = section;
        this.form = form;
        this.words = ApplicationWords.in(locale);
        this.msg = Language.msg(locale);
    }

    /** What was posted, with rows that are quite empty or removed taken out and the rest numbered anew. */
    static SectionForm posted(Section section, Form posted, int removed, Locale locale) {
        return new SectionForm(section, renumbered(posted, removed), locale);
    }

    /** What is stored; what couldn't be read as a figure stands as it was typed, with what is wrong with it. */
    static SectionForm stored(Section section, ApplicationContent content, Locale locale) {
        SectionForm stored = new SectionForm(section, Form.empty(), locale);
        stored.fill(content);
        return stored;
    }

    Form form() {
        return form;
    }

    /** Whether something typed may not be kept. */
    boolean isHarmful() {
        return harmful;
    }

    int rows() {
        return rows(form, section == PLAN ? "plan" : "otherFunding");
    }

    /** What the district has written after this form; the other sections as they were. */
    ApplicationContent read(ApplicationContent before) {
        before.unreadable().forEach((field, typed) -> {
            if (Completeness.sectionOf(field) != section) {
                unreadable.put(field, typed);
            }
        });
        boolean money = section == MONEY;
        boolean ownFinancing = section == OWN_FINANCING;
        boolean method = section == METHOD;
        return new ApplicationContent(
                section == PLAN ? plan(before) : before.plan(),
                money ? kronor("totalCost") : before.totalCost(),
                money ? kronor("ownPart") : before.ownPart(),
                money ? wholeKronor("amount") : before.amount(),
                section == CLIENTS ? count("estimatedClients") : before.estimatedClients(),
                section == CLIENTS ? count("newClients") : before.newClients(),
                ownFinancing ? text("ownFinancing", before.ownFinancing()) : before.ownFinancing(),
                ownFinancing ? kronor("ownFinancingAmount") : before.ownFinancingAmount(),
                ownFinancing ? text("budgetLine", before.budgetLine()) : before.budgetLine(),
                method ? text("mapping", before.mapping()) : before.mapping(),
                method ? text("coordination", before.coordination()) : before.coordination(),
                method ? text("cooperation", before.cooperation()) : before.cooperation(),
                method ? partners() : before.partners(),
                method ? form.chosen("takesPartInLearning", "yes") : before.takesPartInLearning(),
                section == FOLLOW_UP ? form.chosen("reportsResults", "yes") : before.reportsResults(),
                section == OTHER_FUNDING ? stated() : before.otherFundingStated(),
                section == OTHER_FUNDING ? otherFunding(before) : before.otherFunding(),
                unreadable);
    }

    /** Adds what the application lacks on this page. */
    void lacks(List<Refusal> missing) {
        missing.stream()
                .filter(refusal -> Completeness.sectionOf(refusal.field()) == section)
                .forEach(refusal -> fault(refusal));
    }

    /** Shows on the form what is wrong, in the order of the page; only what is kept as typed, or all of it. */
    Form showFaults() {
        fields().forEach(field -> {
            if (faults.containsKey(field)) {
                form.reject(field, faults.remove(field));
            }
        });
        faults.forEach(form::reject);
        return form;
    }

    private void fault(Refusal refusal) {
        faults.putIfAbsent(refusal.field(), words.fault(refusal));
    }

    private List<PlanLine> plan(ApplicationContent before) {
        List<PlanLine> lines = new ArrayList<>();
        boolean sameRows = rows() == before.plan().size();
        for (int i = 0; i < rows(); i++) {
            String row = "plan[" + i + "].";
            String was = sameRows ? before.plan().get(i).text() : null;
            lines.add(new PlanLine(
                    constant(CostCategory.class, form.value(row + "category")),
                    kronor(row + "amount"),
                    text(row + "text", was)));
        }
        return lines;
    }

    private List<OtherFunding> otherFunding(ApplicationContent before) {
        List<OtherFunding> sources = new ArrayList<>();
        boolean sameRows = rows() == before.otherFunding().size();
        for (int i = 0; i < rows(); i++) {
            String row = "otherFunding[" + i + "].";
            String was = sameRows ? before.otherFunding().get(i).source() : null;
            Set<Integer> lines = new TreeSet<>();
            form.values(row + "lines").stream()
                    .filter(line -> line.matches("[0-9]{1,4}"))
                    .forEach(line -> lines.add(Integer.valueOf(line)));
            sources.add(new OtherFunding(
                    text(row + "source", was),
                    kronor(row + "amount"),
                    constant(OtherFunding.Status.class, form.value(row + "status")),
                    lines));
        }
        return sources;
    }

    private Boolean stated() {
        String stated = form.value("otherFundingStated");
        return stated.isEmpty() ? null : stated.equals("yes");
    }

    private Set<Partner> partners() {
        Set<Partner> chosen = EnumSet.noneOf(Partner.class);
        form.values("partners").forEach(value -> {
            Partner partner = constant(Partner.class, value);
            if (partner != null) {
                chosen.add(partner);
            }
        });
        return chosen;
    }

    /** The text, or what stood there before where it may not be kept. */
    private String text(String field, String before) {
        String typed = form.value(field);
        return isKeepable(field, typed) ? (typed.isEmpty() ? null : typed) : before;
    }

    private boolean isKeepable(String field, String typed) {
        List<Refusal> refused = new ArrayList<>();
        FreeText.check(refused, field, typed);
        refused.forEach(this::fault);
        harmful |= !refused.isEmpty();
        return refused.isEmpty();
    }

    private Kronor kronor(String field) {
        return amount(field, Amounts.kronorAndOre(form.value(field)));
    }

    private Kronor wholeKronor(String field) {
        return amount(field, Amounts.wholeKronor(form.value(field)));
    }

    private Kronor amount(String field, Amounts.Reading reading) {
        if (reading.accepted()) {
            return new Kronor(reading.amount());
        }
        keepAsTyped(field, reading.refusal(), Form.amountText(reading.refusal(), msg));
        return null;
    }

    private Long count(String field) {
        Amounts.Reading reading = Amounts.count(form.value(field), MOST_CLIENTS);
        if (reading.accepted()) {
            return reading.amount().longValueExact();
        }
        // Form knows the words for counts; it is asked in a form of its own, because the order of faults is decided
        // later.
        Form asked = Form.empty().with(field, form.value(field));
        asked.count(field, MOST_CLIENTS, msg);
        keepAsTyped(field, reading.refusal(), asked.error(field));
        return null;
    }

    private void keepAsTyped(String field, Amounts.Refusal refusal, String text) {
        if (refusal == Amounts.Refusal.MISSING) {
            return;
        }
        String typed = form.value(field);
        if (isKeepable(field, typed)) {
            unreadable.put(field, typed);
            faults.putIfAbsent(field, words.label(field) + ": " + text);
        }
    }

    private void fill(ApplicationContent content) {
        switch (section) {
            case PLAN -> {
                for (int i = 0; i < content.plan().size(); i++) {
                    PlanLine line = content.plan().get(i);
                    String row = "plan[" + i + "].";
                    form.with(row + "category", line.category())
                            .with(row + "text", line.text())
                            .with(row + "amount", typed(line.amount()));
                }
            }
            case MONEY ->
                form.with("totalCost", typed(content.totalCost()))
                        .with("ownPart", typed(content.ownPart()))
                        .with("amount", typed(content.amount()));
            case CLIENTS ->
                form.with("estimatedClients", content.estimatedClients()).with("newClients", content.newClients());
            case OWN_FINANCING ->
                form.with("ownFinancing", content.ownFinancing())
                        .with("ownFinancingAmount", typed(content.ownFinancingAmount()))
                        .with("budgetLine", content.budgetLine());
            case METHOD ->
                form.with("mapping", content.mapping())
                        .with("coordination", content.coordination())
                        .with("cooperation", content.cooperation())
                        .withAll(
                                "partners",
                                content.partners().stream().map(Enum::name).toList())
                        .with("takesPartInLearning", content.takesPartInLearning() ? "yes" : null);
            case FOLLOW_UP -> form.with("reportsResults", content.reportsResults() ? "yes" : null);
            case OTHER_FUNDING -> {
                form.with(
                        "otherFundingStated",
                        content.otherFundingStated() == null ? null : content.otherFundingStated() ? "yes" : "no");
                for (int i = 0; i < content.otherFunding().size(); i++) {
                    OtherFunding funding = content.otherFunding().get(i);
                    String row = "otherFunding[" + i + "].";
                    form.with(row + "source", funding.source())
                            .with(row + "amount", typed(funding.amount()))
                            .with(row + "status", funding.status())
                            .withAll(
                                    row + "lines",
                                    funding.lines().stream()
                                            .map(String::valueOf)
                                            .toList());
                }
            }
        }
        content.unreadable().forEach((field, typed) -> {
            if (Completeness.sectionOf(field) == section) {
                form.with(field, typed);
            }
        });
        // Reading it once more says what is wrong with what is kept as it was typed.
        read(content);
    }

    /** An amount as one would type it. */
    private static String typed(Kronor amount) {
        return amount == null ? null : Formats.number(amount.amount());
    }

    /** The fields in the order of the page. */
    private List<String> fields() {
        List<String> fields = new ArrayList<>();
        switch (section) {
            case PLAN -> {
                fields.add("plan");
                for (int i = 0; i < rows(); i++) {
                    String row = "plan[" + i + "].";
                    fields.addAll(List.of(row + "category", row + "text", row + "amount"));
                }
            }
            case MONEY -> fields.addAll(List.of("totalCost", "amount", "ownPart"));
            case CLIENTS -> fields.addAll(List.of("estimatedClients", "newClients"));
            case OWN_FINANCING -> fields.addAll(List.of("ownFinancing", "ownFinancingAmount", "budgetLine"));
            case METHOD ->
                fields.addAll(List.of("mapping", "coordination", "cooperation", "partners", "takesPartInLearning"));
            case FOLLOW_UP -> fields.add("reportsResults");
            case OTHER_FUNDING -> {
                fields.addAll(List.of("otherFundingStated", "otherFunding"));
                for (int i = 0; i < rows(); i++) {
                    String row = "otherFunding[" + i + "].";
                    fields.addAll(List.of(row + "source", row + "amount", row + "status", row + "lines"));
                }
            }
        }
        return fields;
    }

    private static int rows(Form form, String list) {
        return form.names().stream()
                .map(ROW::matcher)
                .filter(row -> row.matches() && row.group(1).equals(list))
                .mapToInt(row -> Integer.parseInt(row.group(2)) + 1)
                .max()
                .orElse(0);
    }

    private static Form renumbered(Form posted, int removed) {
        Map<String, Map<Integer, Map<String, List<String>>>> lists = new TreeMap<>();
        Form form = Form.empty();
        for (String name : posted.names()) {
            Matcher row = ROW.matcher(name);
            if (row.matches()) {
                lists.computeIfAbsent(row.group(1), list -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(row.group(2)), number -> new LinkedHashMap<>())
                        .put(row.group(3), posted.values(name));
            } else {
                form.withAll(name, posted.values(name));
            }
        }
        lists.forEach((list, rows) -> {
            int number = 0;
            for (Map.Entry<Integer, Map<String, List<String>>> row : rows.entrySet()) {
                boolean empty = row.getValue().values().stream()
                        .allMatch(values -> values.stream().allMatch(String::isBlank));
                if (!empty && row.getKey() != removed) {
                    String prefix = list + "[" + number++ + "].";
                    row.getValue().forEach((column, values) -> form.withAll(prefix + column, values));
                }
            }
        });
        return form;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
