package se.medel.costreport.sie;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;

/**
 * Which accounts are which costs: the longest prefix wins. Data, to be edited and kept in versions; {@link #check} says what
 * is wrong with it.
 *
 * @param lines in any order
 */
public record AccountChart(List<Line> lines) {

    /** The longest prefix, in digits. */
    public static final int LONGEST_PREFIX = 10;

    private static final Pattern PREFIX = Pattern.compile("[0-9]{1," + LONGEST_PREFIX + "}");

    /**
     * @param prefix what the accounts begin with, such as {@code 50}
     * @param category the cost they are, such as {@code STAFF}; empty where they are no cost of a fund, so that a shorter
     *     prefix doesn't take them
     */
    public record Line(String prefix, String category) {

        /** The category of accounts that are left out. */
        public static final String NO_COST = "";

        public boolean isCost() {
            return !category.equals(NO_COST);
        }
    }

    /** Why a chart can't be used. */
    public enum Fault implements Reason {
        /** Argument: the most digits. */
        CHART_PREFIX_INVALID("maximum"),
        /** Argument: the prefix. */
        CHART_PREFIX_TWICE("prefix"),
        CHART_CATEGORY_UNKNOWN;

        private final List<String> members;

        Fault(String... members) {
            this.members = List.of(members);
        }

        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public List<String> members() {
            return members;
        }
    }

    public AccountChart {
        lines = List.copyOf(lines);
    }

    /**
     * What is wrong with the chart, at {@code lines[i].prefix} or {@code lines[i].category}; nothing where it can be used.
     *
     * @param categories the costs there are
     */
    public List<Refusal> check(List<String> categories) {
        List<Refusal> faults = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String at = "lines[" + i + "].";
            if (!PREFIX.matcher(line.prefix()).matches()) {
                faults.add(
                        Refusal.of(Fault.CHART_PREFIX_INVALID, LONGEST_PREFIX).at(at + "prefix"));
            } else if (seen.putIfAbsent(line.prefix(), i) != null) {
                faults.add(Refusal.of(Fault.CHART_PREFIX_TWICE, line.prefix()).at(at + "prefix"));
            }
            if (line.isCost() && !categories.contains(line.category())) {
                faults.add(Refusal.of(Fault.CHART_CATEGORY_UNKNOWN).at(at + "category"));
            }
        }
        return faults;
    }

    /** The line with the longest prefix of the account; none where the chart doesn't know the account. */
    public Optional<Line> lineOf(String account) {
        return lines.stream()
                .filter(line -> account.startsWith(line.prefix()))
                .reduce((one, other) -> other.prefix().length() > one.prefix().length() ? other : one);
    }
}
