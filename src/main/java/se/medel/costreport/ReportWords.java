package se.medel.costreport;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.medel.application.ApplicationWords.Status;
import se.medel.costreport.rules.CostLine;
import se.medel.costreport.rules.ReportContent;
import se.medel.costreport.rules.ReportState;
import se.medel.money.Kronor;
import se.medel.refusal.Refusal;
import se.medel.web.Formats;
import se.medel.web.Texts;

/** A cost report in words: its fields' names, its state, and what is wrong with it. */
final class ReportWords {

    private static final Pattern ROW_FIELD = Pattern.compile("(lines|otherIncome)\\[([0-9]{1,4})]\\.(.+)");

    private final Texts texts;
    private final CostReportMsg msg;

    private ReportWords(Locale locale) {
        this.texts = Texts.in(locale);
        this.msg = MessageBundles.get(CostReportMsg.class, Localized.Literal.of(locale.getLanguage()));
    }

    static ReportWords in(Locale locale) {
        return new ReportWords(locale);
    }

    CostReportMsg msg() {
        return msg;
    }

    Texts texts() {
        return texts;
    }

    Status status(ReportState state) {
        return new Status(
                texts.name(state),
                switch (state) {
                    case DUE -> "light-blue";
                    case DRAFT -> "grey";
                    case SUBMITTED -> "blue";
                    case RETURNED -> "yellow";
                    case APPROVED -> "green";
                });
    }

    /** "2. Personal" for a plan's line, the category alone for a cost that no plan has. */
    String line(CostLine line) {
        String category = line.category() == null ? msg.notFilledIn() : texts.name(line.category());
        return line.inPlan() ? line.line() + ". " + category : category;
    }

    /** What a field is called where it doesn't stand on its page, such as "2. Personal, utfall". */
    String label(String field, ReportContent content) {
        Matcher row = ROW_FIELD.matcher(field);
        if (row.matches()) {
            int index = Integer.parseInt(row.group(2));
            return row.group(1).equals("lines")
                    ? rowName(index, content) + ", " + column(row.group(3))
                    : msg.incomeRow(Integer.toString(index + 1)) + ", " + column(row.group(3));
        }
        if (field.startsWith("results.")) {
            return result(field.substring("results.".length()));
        }
        return switch (field) {
            case "otherIncome", "otherIncomeStated" -> msg.incomeTitle();
            case "resultsText" -> msg.resultsText();
            case "lines" -> msg.offPlanTitle();
            default -> field;
        };
    }

    private String rowName(int index, ReportContent content) {
        int planned = content.planned().size();
        return index < planned
                ? line(content.planned().get(index))
                : msg.offPlanRow(Integer.toString(index - planned + 1));
    }

    private String column(String column) {
        return (switch (column) {
                    case "actual" -> msg.actual();
                    case "deviation" -> msg.deviation();
                    case "category" -> msg.category();
                    case "text" -> msg.offPlanText();
                    case "source" -> msg.incomeSource();
                    case "amount" -> msg.incomeAmount();
                    case "lines" -> msg.incomeLines();
                    case "admitted" -> msg.admitted();
                    default -> msg.reason();
                })
                .toLowerCase(Locale.ROOT);
    }

    /** What a count of the year is called. */
    String result(String name) {
        return texts.text(texts.has(name) ? name : "result." + name);
    }

    /** A count as it is told. */
    String count(Long count) {
        return count == null ? msg.notTold() : Formats.number(count);
    }

    /** A count that is written, also where it can't be read. */
    String count(String name, ReportContent content) {
        String typed = content.unreadable().get("results." + name);
        return typed == null ? count(content.results().get(name)) : msg.notReadable(typed);
    }

    /** What is wrong, with the field's name first, so that it can stand away from the field. */
    String fault(Refusal refusal, ReportContent content) {
        String text = texts.refusal(refusal);
        return refusal.field() == null ? text : label(refusal.field(), content) + ": " + text;
    }

    List<String> refusals(List<Refusal> refusals) {
        return refusals.stream().map(texts::refusal).toList();
    }

    static String kr(Kronor amount) {
        return amount == null ? "" : Formats.kr(amount.amount());
    }

    /** A difference with its sign: "+1 200 kr". */
    static String difference(Kronor amount) {
        return amount == null ? "" : (amount.isPositive() ? "+" : "") + kr(amount);
    }
}
