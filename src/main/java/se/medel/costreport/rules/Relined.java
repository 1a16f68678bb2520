package se.medel.costreport.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A report's lines put together anew; what couldn't be read of a line goes with it, because it stands by its place. */
final class Relined {

    private static final Pattern OF_LINE = Pattern.compile("lines\\[(\\d+)]\\.(.+)");
    private static final String ACTUAL = "actual";

    private final ReportContent before;
    private final List<CostLine> lines = new ArrayList<>();
    private final Map<Integer, Integer> moved = new HashMap<>();
    private final List<Integer> figured = new ArrayList<>();

    Relined(ReportContent before) {
        this.before = before;
    }

    /** A line that was there at this place, as it was or with another plan. */
    void keep(int place, CostLine line) {
        moved.put(place, lines.size());
        lines.add(line);
    }

    /** A line that was there at this place and gets a figure now. */
    void figure(int place, CostLine line) {
        figured.add(place);
        keep(place, line);
    }

    void add(CostLine line) {
        lines.add(line);
    }

    ReportContent content() {
        Map<String, String> unreadable = new TreeMap<>();
        before.unreadable().forEach((field, text) -> {
            Matcher ofLine = OF_LINE.matcher(field);
            if (!ofLine.matches()) {
                unreadable.put(field, text);
                return;
            }
            int place = Integer.parseInt(ofLine.group(1));
            boolean replaced = ofLine.group(2).equals(ACTUAL) && figured.contains(place);
            if (moved.containsKey(place) && !replaced) {
                unreadable.put("lines[" + moved.get(place) + "]." + ofLine.group(2), text);
            }
        });
        return new ReportContent(
                lines,
                before.otherIncomeStated(),
                before.otherIncome(),
                before.results(),
                before.resultsText(),
                unreadable);
    }
}
