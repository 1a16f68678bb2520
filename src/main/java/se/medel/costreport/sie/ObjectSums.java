package se.medel.costreport.sie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.medel.money.Kronor;

/**
 * What each object of a ledger would give a cost report, so that somebody can choose: the costs within the period, on accounts
 * that the chart takes, in vouchers that are balanced. A line that is about several objects counts at each of them.
 */
public final class ObjectSums implements SieListener {

    /** More objects than this aren't added up; nobody could choose among them. */
    public static final int MOST_OBJECTS = 20_000;

    private final AccountChart chart;
    private final LocalDate from;
    private final LocalDate to;
    private final Map<String, Boolean> costs = new HashMap<>();
    private final Map<ObjectPair, Running> sums = new HashMap<>();
    private final List<Running> touched = new ArrayList<>();

    /** @param lines how many lines are in the sum */
    public record ObjectSum(Kronor amount, long lines) {}

    private static final class Running {
        private final Ore ore = new Ore();
        private final Ore pending = new Ore();
        private long lines;
        private long pendingLines;
    }

    /** @param to the last day */
    public ObjectSums(AccountChart chart, LocalDate from, LocalDate to) {
        this.chart = chart;
        this.from = from;
        this.to = to;
    }

    @Override
    public void line(Line line) {
        LocalDate date = line.date();
        if (date == null || date.isBefore(from) || date.isAfter(to) || !isCost(line.account())) {
            return;
        }
        for (ObjectPair object : line.objects()) {
            Running sum = sums.get(object);
            if (sum == null && sums.size() < MOST_OBJECTS) {
                sum = new Running();
                sums.put(object, sum);
            }
            if (sum != null) {
                if (sum.pendingLines == 0) {
                    touched.add(sum);
                }
                sum.pending.add(line.ore());
                sum.pendingLines++;
            }
        }
    }

    private boolean isCost(String account) {
        if (costs.size() >= CostSums.MOST_ACCOUNTS && !costs.containsKey(account)) {
            return chart.lineOf(account).filter(AccountChart.Line::isCost).isPresent();
        }
        return costs.computeIfAbsent(
                account,
                number -> chart.lineOf(number).filter(AccountChart.Line::isCost).isPresent());
    }

    @Override
    public void voucherEnded(Voucher voucher, Kronor difference) {
        boolean balanced = difference.equals(Kronor.ZERO);
        for (Running sum : touched) {
            if (balanced) {
                sum.ore.add(sum.pending);
                sum.lines += sum.pendingLines;
            }
            sum.pending.clear();
            sum.pendingLines = 0;
        }
        touched.clear();
    }

    /** The objects that any line is about that would be taken. */
    public Map<ObjectPair, ObjectSum> sums() {
        Map<ObjectPair, ObjectSum> found = new HashMap<>();
        sums.forEach((object, sum) -> {
            if (sum.lines > 0) {
                found.put(object, new ObjectSum(sum.ore.kronor(), sum.lines));
            }
        });
        return found;
    }
}
