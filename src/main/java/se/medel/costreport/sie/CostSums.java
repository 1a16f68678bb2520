package se.medel.costreport.sie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import se.medel.money.Kronor;

/**
 * Adds up a ledger for a cost report: what it takes, by account and category, and what it leaves out, by reason. Each line is
 * in just one of the sums. Credit is negative, so that reversed vouchers and repaid costs even out.
 */
public final class CostSums implements SieListener {

    /** More accounts than this are added up as one, {@link #OTHER_ACCOUNTS}; no chart has so many. */
    public static final int MOST_ACCOUNTS = 20_000;

    public static final String OTHER_ACCOUNTS = "*";

    /**
     * What to take.
     *
     * @param objects lines that are about any of them
     * @param from the first day
     * @param to the last day
     */
    public record Choice(Set<ObjectPair> objects, LocalDate from, LocalDate to, AccountChart chart) {

        public Choice {
            objects = Set.copyOf(objects);
        }
    }

    /** @param lines how many lines are in the sum */
    public record Sum(Kronor amount, long lines) {

        static final Sum NONE = new Sum(Kronor.ZERO, 0);

        Sum plus(Sum other) {
            return new Sum(amount.plus(other.amount), lines + other.lines);
        }
    }

    /** @param category empty where the account was left out */
    public record AccountSum(String account, String category, Sum sum) {}

    /**
     * What came of it.
     *
     * @param taken by account
     * @param leftOut by reason; reasons without lines aren't there
     * @param unmapped the accounts that the chart doesn't know; their lines are in {@link LeftOut#UNMAPPED_ACCOUNT}. Their
     *     names are in {@link Header#accounts}
     */
    public record Outcome(List<AccountSum> taken, Map<LeftOut, Sum> leftOut, List<AccountSum> unmapped) {

        public Outcome {
            taken = List.copyOf(taken);
            leftOut = Map.copyOf(leftOut);
            unmapped = List.copyOf(unmapped);
        }

        public SortedMap<String, Sum> takenByCategory() {
            SortedMap<String, Sum> categories = new TreeMap<>();
            taken.forEach(account -> categories.merge(account.category(), account.sum(), Sum::plus));
            return categories;
        }

        public Sum totalTaken() {
            return taken.stream().map(AccountSum::sum).reduce(Sum.NONE, Sum::plus);
        }

        public Sum leftOut(LeftOut reason) {
            return leftOut.getOrDefault(reason, Sum.NONE);
        }

        public Sum totalLeftOut() {
            return leftOut.values().stream().reduce(Sum.NONE, Sum::plus);
        }
    }

    /** A sum that grows. */
    private static final class Running {

        private final Ore ore = new Ore();
        private long lines;

        void add(long amount) {
            ore.add(amount);
            lines++;
        }

        void move(Running into) {
            into.ore.add(ore);
            into.lines += lines;
            ore.clear();
            lines = 0;
        }

        Sum sum() {
            return new Sum(ore.kronor(), lines);
        }
    }

    /** What becomes of an account's lines. {@code leftOut} is null where they are taken. */
    private static final class Account {

        private final String category;
        private final LeftOut leftOut;
        private final Running sum = new Running();
        /** The lines of the voucher that is read just now: whether it is balanced shows at its end. */
        private final Running pending = new Running();

        Account(String category, LeftOut leftOut) {
            this.category = category;
            this.leftOut = leftOut;
        }
    }

    private final Choice choice;
    private final Map<String, Account> accounts = new HashMap<>();
    private final List<Account> touched = new ArrayList<>();
    private final Map<LeftOut, Running> leftOut = new EnumMap<>(LeftOut.class);

    public CostSums(Choice choice) {
        this.choice = choice;
        for (LeftOut reason : LeftOut.values()) {
            leftOut.put(reason, new Running());
        }
    }

    @Override
    public void line(Line line) {
        LeftOut reason = outside(line);
        if (reason != null) {
            leftOut.get(reason).add(line.ore());
            return;
        }
        Account account = account(line.account());
        if (account.pending.lines == 0) {
            touched.add(account);
        }
        account.pending.add(line.ore());
    }

    @Override
    public void voucherEnded(Voucher voucher, Kronor difference) {
        boolean balanced = difference.equals(Kronor.ZERO);
        for (Account account : touched) {
            account.pending.move(balanced ? account.sum : leftOut.get(LeftOut.UNBALANCED_VOUCHER));
        }
        touched.clear();
    }

    private LeftOut outside(Line line) {
        if (line.objects().isEmpty()) {
            return LeftOut.NO_OBJECTS;
        }
        if (!isChosen(line.objects())) {
            return LeftOut.OTHER_OBJECTS;
        }
        LocalDate date = line.date();
        boolean inside = date != null && !date.isBefore(choice.from) && !date.isAfter(choice.to);
        return inside ? null : LeftOut.OUTSIDE_PERIOD;
    }

    private boolean isChosen(List<ObjectPair> objects) {
        for (int i = 0; i < objects.size(); i++) {
            if (choice.objects.contains(objects.get(i))) {
                return true;
            }
        }
        return false;
    }

    private Account account(String number) {
        Account account = accounts.get(number);
        if (account != null) {
            return account;
        }
        Account made = judged(number);
        if (accounts.size() < MOST_ACCOUNTS) {
            accounts.put(number, made);
            return made;
        }
        // By what becomes of it: sums must not move from one reason to another.
        return accounts.computeIfAbsent(OTHER_ACCOUNTS + made.category + made.leftOut, key -> made);
    }

    private Account judged(String number) {
        return choice.chart
                .lineOf(number)
                .map(line -> line.isCost() ? new Account(line.category(), null) : new Account("", LeftOut.NO_COST))
                .orElseGet(() -> new Account("", unmapped(number)));
    }

    private static LeftOut unmapped(String number) {
        return switch (number.charAt(0)) {
            case '1', '2' -> LeftOut.BALANCE_ACCOUNT;
            case '3' -> LeftOut.INCOME_ACCOUNT;
            default -> LeftOut.UNMAPPED_ACCOUNT;
        };
    }

    /** What has been read so far. Lines of a voucher that hasn't ended aren't there yet. */
    public Outcome outcome() {
        List<AccountSum> taken = new ArrayList<>();
        List<AccountSum> unmapped = new ArrayList<>();
        Map<LeftOut, Sum> out = new EnumMap<>(LeftOut.class);
        leftOut.forEach((reason, running) -> add(out, reason, running.sum()));
        new TreeMap<>(accounts).forEach((number, account) -> {
            AccountSum sum = new AccountSum(shown(number), account.category, account.sum.sum());
            if (sum.sum().lines() == 0) {
                return;
            }
            if (account.leftOut == null) {
                taken.add(sum);
            } else {
                add(out, account.leftOut, sum.sum());
            }
            if (account.leftOut == LeftOut.UNMAPPED_ACCOUNT) {
                unmapped.add(sum);
            }
        });
        return new Outcome(taken, out, unmapped);
    }

    private static void add(Map<LeftOut, Sum> out, LeftOut reason, Sum sum) {
        if (sum.lines() > 0) {
            out.merge(reason, sum, Sum::plus);
        }
    }

    private static String shown(String number) {
        return number.startsWith(OTHER_ACCOUNTS) ? OTHER_ACCOUNTS : number;
    }
}
