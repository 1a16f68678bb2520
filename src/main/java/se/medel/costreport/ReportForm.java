package se.medel.costreport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.medel.application.rules.CostCategory;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.OtherIncome;
import se.medel.costreport.rules.ReportCheck;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.rules.ReportSection;
import se.medel.costreport.rules.Results;
import se.medel.money.Kronor;
import se.medel.privacy.FreeText;
import se.medel.refusal.Refusal;
import se.medel.web.Amounts;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Msg;

/**
 * One part of a report as a form. What is typed is read as far as it can be: a figure that can't be read is kept as the text it
 * is, so that the draft can be saved and shown again; a text with a personal number is not kept at all, and stands only in the
 * form that comes back. Rows that can be added and removed come after the plans' lines and are numbered anew.
 */
final class ReportForm {

    private static final Pattern ROW = Pattern.compile("(lines|otherIncome)\\[([0-9]{1,4})]\\.([A-Za-z]+)");

    /** Names the grant that a row is about; alone it makes no row. */
    private static final String GRANT = "applicationId";

    private final ReportSection section;
    private final ReportContent before;
    private final Form form;
    private final ReportWords words;
    private final Msg msg;
    private final Map<String, String> faults = new LinkedHashMap<>();
    private final Map<String, String> unreadable = new TreeMap<>();

    /** Where each added row stood before it was numbered anew. */
    private final Map<Integer, Integer> stood = new TreeMap<>();

    private boolean harmful;

    private ReportForm(ReportSection section, ReportContent before, Form form, Locale locale) {
        this.section = section;
        this.before = before;
        this.form = form;
        this.words = ReportWords.in(locale);
        this.msg = Language.msg(locale);
    }

    /**
     * What was posted.
     *
     * @param removed the number of a row to take out, counted from zero as in its fields' names; -1 for none
     */
    static ReportForm posted(ReportSection section, ReportContent before, Form posted, int removed, Locale locale) {
        ReportForm form = new ReportForm(section, before, Form.empty(), locale);
        form.renumber(posted, removed);
        return form;
    }

    /** What is stored; what couldn't be read as a figure stands as it was typed, with what is wrong with it. */
    static ReportForm stored(ReportSection section, ReportContent content, Locale locale) {
        ReportForm stored = new ReportForm(section, content, Form.empty(), locale);
        stored.fill();
        stored.read();
        return stored;
    }

    /** Whether a posted field is one that somebody writes in. */
    static boolean isWritten(String field) {
        return ROW.matcher(field).matches() && !field.endsWith("." + GRANT)
                || field.startsWith("results")
                || field.startsWith("otherIncome");
    }

    Form form() {
        return form;
    }

    /** Whether something typed may not be kept. */
    boolean isHarmful() {
        return harmful;
    }

    /** The first number that an added row can have. */
    int firstRow() {
        return section == ReportSection.COSTS ? before.planned().size() : 0;
    }

    /** The number after the last row's. */
    int endOfRows() {
        return form.names().stream()
                .map(ROW::matcher)
                .filter(row -> row.matches() && row.group(1).equals(list()))
                .mapToInt(row -> Integer.parseInt(row.group(2)) + 1)
                .max()
                .orElse(firstRow());
    }

    /** The grant that an added row is about; zero for none. */
    long grantOf(int row) {
        String grant = form.value(list() + "[" + row + "]." + GRANT);
        return grant.matches("[0-9]{1,18}") ? Long.parseLong(grant) : 0;
    }

    /** An empty row for a grant. */
    void addRow(long grant) {
        form.with(list() + "[" + Math.max(firstRow(), endOfRows()) + "]." + GRANT, grant);
    }

    private String list() {
        return section == ReportSection.COSTS ? "lines" : "otherIncome";
    }

    /** What the report holds after this form; the other parts as they were. */
    ReportContent read() {
        unreadable.clear();
        before.unreadable().forEach((field, typed) -> {
            if (ReportSection.of(field) != section) {
                unreadable.put(field, typed);
            }
        });
        boolean income = section == ReportSection.OTHER_INCOME;
        boolean results = section == ReportSection.RESULTS;
        List<CostLine> lines = section == ReportSection.COSTS ? costs() : before.lines();
        Boolean stated = income ? stated() : before.otherIncomeStated();
        List<OtherIncome> incomes = income ? incomes() : before.otherIncome();
        Map<String, Long> counts = results ? counts() : before.results();
        String text = results ? text("resultsText", before.resultsText()) : before.resultsText();
        return new ReportContent(lines, stated, incomes, counts, text, unreadable);
    }

    /** Adds what the report lacks in this part. */
    void lacks(List<Refusal> missing) {
        missing.stream()
                .filter(refusal -> refusal.field() != null && ReportSection.of(refusal.field()) == section)
                .forEach(this::fault);
    }

    /** Shows on the form what is wrong, in the order of the page. */
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
        faults.putIfAbsent(refusal.field(), words.fault(refusal, before));
    }

    private List<CostLine> costs() {
        List<CostLine> lines = new ArrayList<>();
        for (int i = 0; i < before.planned().size(); i++) {
            CostLine line = before.planned().get(i);
            String row = "lines[" + i + "].";
            lines.add(written(line, line, kronor(row + "actual", true), text(row + "deviation", line.deviation())));
        }
        for (int i = firstRow(); i < endOfRows(); i++) {
            String row = "lines[" + i + "].";
            CostLine was = was(i);
            CostLine line = new CostLine(
                    grantOf(i),
                    0,
                    constant(form.value(row + "category")),
                    text(row + "text", was == null ? null : was.text()),
                    Kronor.ZERO,
                    null,
                    null,
                    CostLine.Source.TYPED);
            lines.add(written(
                    line,
                    was,
                    kronor(row + "actual", true),
                    text(row + "deviation", was == null ? null : was.deviation())));
        }
        return lines;
    }

    /** A figure that came from a file stays so until another is typed. */
    private static CostLine written(CostLine line, CostLine was, Kronor actual, String deviation) {
        CostLine.Source source =
                was != null && Objects.equals(was.actual(), actual) ? was.source() : CostLine.Source.TYPED;
        return new CostLine(
                line.applicationId(),
                line.line(),
                line.category(),
                line.text(),
                line.planned(),
                actual,
                deviation,
                source);
    }

    /** The row as it was stored; null for a new one. */
    private CostLine was(int row) {
        int index = stood.getOrDefault(row, row);
        return index >= firstRow() && index < before.lines().size()
                ? before.lines().get(index)
                : null;
    }

    private List<OtherIncome> incomes() {
        List<OtherIncome> incomes = new ArrayList<>();
        for (int i = 0; i < endOfRows(); i++) {
            String row = "otherIncome[" + i + "].";
            int index = stood.getOrDefault(i, i);
            String was = index < before.otherIncome().size()
                    ? before.otherIncome().get(index).source()
                    : null;
            Set<Integer> lines = new TreeSet<>();
            form.values(row + "lines").stream()
                    .filter(line -> line.matches("[0-9]{1,4}"))
                    .forEach(line -> lines.add(Integer.valueOf(line)));
            incomes.add(new OtherIncome(grantOf(i), text(row + "source", was), kronor(row + "amount", false), lines));
        }
        return incomes;
    }

    private Boolean stated() {
        String stated = form.value("otherIncomeStated");
        return stated.isEmpty() ? null : stated.equals("yes");
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        for (String name : Results.NAMES) {
            String field = "results." + name;
            String typed = form.value(field);
            if (isNotTold(typed)) {
                counts.put(name, null);
                continue;
            }
            Amounts.Reading reading = Amounts.count(typed, Results.MOST);
            if (reading.accepted()) {
                counts.put(name, reading.amount().longValueExact());
            } else if (reading.refusal() != Amounts.Refusal.MISSING) {
                Form asked = Form.empty().with(field, typed);
                asked.count(field, Results.MOST, msg);
                keepAsTyped(field, asked.error(field));
            }
        }
        return counts;
    }

    /** What people write for a count under five, in either language. */
    private boolean isNotTold(String typed) {
        String plain = typed.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return Set.of("<5", "< 5", "färre än fem", "färre än 5", "fewer than five", "fewer than 5")
                        .contains(plain)
                || plain.equals(ReportWords.in(Language.SWEDISH).msg().notTold())
                || plain.equals(ReportWords.in(Language.ENGLISH).msg().notTold());
    }

    /** The text, or what stood there before where it may not be kept. */
    private String text(String field, String was) {
        String typed = form.value(field);
        return isKeepable(field, typed) ? (typed.isEmpty() ? null : typed) : was;
    }

    private boolean isKeepable(String field, String typed) {
        List<Refusal> refused = new ArrayList<>();
        boolean name = field.endsWith(".text") || field.endsWith(".source");
        FreeText.check(refused, field, typed, name ? ReportCheck.LONGEST_NAME : FreeText.LONGEST);
        refused.forEach(this::fault);
        harmful |= !refused.isEmpty();
        return refused.isEmpty();
    }

    private Kronor kronor(String field, boolean signed) {
        String typed = form.value(field);
        Amounts.Reading reading = signed ? Amounts.signedKronorAndOre(typed) : Amounts.kronorAndOre(typed);
        if (reading.accepted()) {
            return new Kronor(reading.amount());
        }
        if (reading.refusal() != Amounts.Refusal.MISSING) {
            keepAsTyped(field, Form.amountText(reading.refusal(), msg));
        }
        return null;
    }

    private void keepAsTyped(String field, String why) {
        String typed = form.value(field);
        if (isKeepable(field, typed)) {
            unreadable.put(field, typed);
            faults.putIfAbsent(field, words.label(field, before) + ": " + why);
        }
    }

    private void fill() {
        switch (section) {
            case COSTS -> {
                for (int i = 0; i < before.lines().size(); i++) {
                    CostLine line = before.lines().get(i);
                    String row = "lines[" + i + "].";
                    form.with(row + "actual", typed(line.actual())).with(row + "deviation", line.deviation());
                    if (!line.inPlan()) {
                        form.with(row + GRANT, line.applicationId())
                                .with(row + "category", line.category())
                                .with(row + "text", line.text());
                    }
                }
            }
            case OTHER_INCOME -> {
                form.with(
                        "otherIncomeStated",
                        before.otherIncomeStated() == null ? null : before.otherIncomeStated() ? "yes" : "no");
                for (int i = 0; i < before.otherIncome().size(); i++) {
                    OtherIncome income = before.otherIncome().get(i);
                    String row = "otherIncome[" + i + "].";
                    form.with(row + GRANT, income.applicationId())
                            .with(row + "source", income.source())
                            .with(row + "amount", typed(income.amount()))
                            .withAll(
                                    row + "lines",
                                    income.lines().stream().map(String::valueOf).toList());
                }
            }
            case RESULTS -> {
                fillCounts(before.results());
                form.with("resultsText", before.resultsText());
            }
        }
        before.unreadable().forEach((field, typed) -> {
            if (ReportSection.of(field) == section) {
                form.with(field, typed);
            }
        });
    }

    /** Fills counts in where nothing is written. */
    void fillCounts(Map<String, Long> counts) {
        counts.forEach((name, count) -> form.with("results." + name, words.count(count)));
    }

    /** An amount as one would type it. */
    private static String typed(Kronor amount) {
        return amount == null ? null : Formats.number(amount.amount());
    }

    /** The fields in the order of the page. */
    private List<String> fields() {
        List<String> fields = new ArrayList<>();
        switch (section) {
            case COSTS -> {
                for (int i = 0; i < endOfRows(); i++) {
                    String row = "lines[" + i + "].";
                    fields.addAll(List.of(row + "category", row + "text", row + "actual", row + "deviation"));
                }
            }
            case OTHER_INCOME -> {
                fields.addAll(List.of("otherIncomeStated", "otherIncome"));
                for (int i = 0; i < endOfRows(); i++) {
                    String row = "otherIncome[" + i + "].";
                    fields.addAll(List.of(row + "source", row + "amount", row + "lines"));
                }
            }
            case RESULTS -> {
                Results.NAMES.forEach(name -> fields.add("results." + name));
                fields.add("resultsText");
            }
        }
        return fields;
    }

    private void renumber(Form posted, int removed) {
        Map<Integer, Map<String, List<String>>> rows = new TreeMap<>();
        for (String name : posted.names()) {
            Matcher row = ROW.matcher(name);
            boolean added =
                    row.matches() && row.group(1).equals(list()) && Integer.parseInt(row.group(2)) >= firstRow();
            if (added) {
                rows.computeIfAbsent(Integer.valueOf(row.group(2)), number -> new LinkedHashMap<>())
                        .put(row.group(3), posted.values(name));
            } else {
                form.withAll(name, posted.values(name));
            }
        }
        int next = firstRow();
        for (Map.Entry<Integer, Map<String, List<String>>> row : rows.entrySet()) {
            boolean empty = row.getValue().entrySet().stream()
                    .filter(column -> !column.getKey().equals(GRANT))
                    .allMatch(column -> column.getValue().stream().allMatch(String::isBlank));
            if (empty || row.getKey() == removed) {
                continue;
            }
            String prefix = list() + "[" + next + "].";
            row.getValue().forEach((column, values) -> form.withAll(prefix + column, values));
            stood.put(next++, row.getKey());
        }
    }

    private static CostCategory constant(String name) {
        return Arrays.stream(CostCategory.values())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
