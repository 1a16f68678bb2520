package se.medel.finalreport.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.medel.finalreport.rules.Stopped.Ruling;
import se.medel.money.Kronor;
import se.medel.round.rules.Step;

/**
 * P13, for the final report, every district's account and the open data taken together: a reader who has them all, knows how
 * they are made and has a computer goes through every round that there could have been. Whatever number of one to four clients
 * is hidden, there is another round that reads the same where it is another number.
 */
class PublishedTogetherTest {

    private static final Kronor RATE = Kronor.of(15_000);

    private static final List<Step.Reason> RULES =
            List.of(Step.Reason.GROUP, Step.Reason.ALL_CLIENTS, Step.Reason.NOT_ELIGIBLE);

    /**
     * A claim.
     *
     * @param granted its clients, which everybody may know; zero for one that nothing was ever granted by
     */
    private record Claim(String district, long granted) {}

    /**
     * A size of rounds to go through.
     *
     * @param rules how many of the rules take anything away
     * @param most clients that a rule takes from a claim
     * @param toldByDistrict the districts of which it is told what was granted
     */
    private record Rounds(List<Claim> claims, int rules, int most, Set<String> toldByDistrict) {

        private Rounds(List<Claim> claims, int rules, int most) {
            this(claims, rules, most, toldByDistrict(claims));
        }

        /** The districts of which the report, the accounts and the open data tell what was granted. */
        private static Set<String> toldByDistrict(List<Claim> claims) {
            Map<String, Long> granted = new TreeMap<>();
            claims.forEach(claim -> granted.merge(claim.district(), claim.granted(), Long::sum));
            MoneyTable table = MoneyTable.of(
                    granted.entrySet().stream()
                            .map(claim ->
                                    new DistrictMoney(claim.getKey(), Sums.NOTHING, compensation(claim.getValue())))
                            .toList(),
                    List.of());
            return granted.keySet().stream()
                    .filter(district -> !table.isApart(district))
                    .collect(Collectors.toSet());
        }

        /** Whether every round that reads like this is gone through: no part of a sum that is told is larger than the most. */
        private boolean holds(Read read) {
            return read.refusedInAccounts().values().stream().allMatch(refused -> refused <= most)
                    && read.report().lines().stream().allMatch(line -> line.clients() <= most);
        }
    }

    /** What a reader reads; equal where nobody can see a difference. */
    private record Read(Map<String, Long> refusedInAccounts, Stopped report) {}

    static Stream<Rounds> rounds() {
        Claim large = new Claim("a", 20);
        Claim other = new Claim("b", 12);
        Claim few = new Claim("c", 3);
        Claim refused = new Claim("d", 0);
        return Stream.of(
                new Rounds(List.of(large), 2, 12),
                new Rounds(List.of(large), 3, 11),
                new Rounds(List.of(large, other), 1, 12),
                new Rounds(List.of(large, other), 2, 9),
                new Rounds(List.of(large, refused), 2, 9),
                new Rounds(List.of(large, new Claim("a", 0)), 2, 9),
                new Rounds(List.of(large, new Claim("a", 7)), 2, 9),
                new Rounds(List.of(large, other), 3, 6),
                new Rounds(List.of(large, other, new Claim("e", 9), few), 1, 8),
                new Rounds(List.of(large, few), 2, 9),
                new Rounds(List.of(large, other, refused), 2, 6));
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void whoeverReadsAllThatIsPublishedCannotTellHowManyOfOneToFourWereRefused(Rounds rounds) {
        Map<Read, Map<String, Long>> one = new HashMap<>();
        Map<Read, Set<String>> open = new HashMap<>();
        for (long[][] refused : every(rounds)) {
            Read read = read(rounds, refused);
            if (rounds.holds(read)) {
                Map<String, Long> secrets = secrets(rounds, refused);
                Map<String, Long> first = one.putIfAbsent(read, secrets);
                if (first != null) {
                    Set<String> different = open.computeIfAbsent(read, none -> new HashSet<>());
                    secrets.forEach((name, number) -> {
                        if (!number.equals(first.get(name))) {
                            different.add(name);
                        }
                    });
                }
            }
        }
        List<String> workedOut = new ArrayList<>();
        one.forEach((read, secrets) -> secrets.forEach((name, number) -> {
            if (number > 0 && number < 5 && !open.getOrDefault(read, Set.of()).contains(name)) {
                workedOut.add(name + " is " + number + " to who reads " + read);
            }
        }));
        assertThat(one).hasSizeGreaterThan(1);
        assertThat(workedOut).isEmpty();
    }

    /** A district's own sums, those of its claims that its account tells and those that it doesn't, and the parts of each. */
    private static Map<String, Long> secrets(Rounds rounds, long[][] refused) {
        Map<String, Long> secrets = new TreeMap<>();
        for (int i = 0; i < refused.length; i++) {
            Claim claim = rounds.claims().get(i);
            for (int rule = 0; rule < rounds.rules(); rule++) {
                secrets.merge("rule " + rule, refused[i][rule], Long::sum);
                secrets.merge(claim.district() + " by rule " + rule, refused[i][rule], Long::sum);
                secrets.merge(claim.district(), refused[i][rule], Long::sum);
                secrets.merge("claim " + i, refused[i][rule], Long::sum);
                secrets.merge("claim " + i + " by rule " + rule, refused[i][rule], Long::sum);
                secrets.merge("all", refused[i][rule], Long::sum);
            }
        }
        return secrets;
    }

    private static Read read(Rounds rounds, long[][] refused) {
        List<Ruling> rulings = new ArrayList<>();
        for (int i = 0; i < refused.length; i++) {
            rulings.add(ruling(rounds.claims().get(i), refused[i]));
        }
        return new Read(accounts(rounds, rulings), Stopped.of(rulings));
    }

    /** What each account tells was asked beyond what was granted, in clients. */
    private static Map<String, Long> accounts(Rounds rounds, List<Ruling> rulings) {
        Map<String, Long> told = new TreeMap<>();
        for (String district : rounds.toldByDistrict()) {
            List<Ruling> accounted = rulings.stream()
                    .filter(ruling -> ruling.accounted() && ruling.district().equals(district))
                    .toList();
            if (!accounted.isEmpty() && !Stopped.fewAreRefused(accounted)) {
                told.put(
                        district,
                        accounted.stream()
                                .mapToLong(ruling -> ruling.clientsAsked() - ruling.clientsGranted())
                                .sum());
            }
        }
        return told;
    }

    private static Compensation compensation(long clients) {
        Kronor kronor = RATE.times(clients);
        return new Compensation(Sums.of(kronor, kronor, Kronor.ZERO, kronor, Kronor.ZERO, Kronor.ZERO), clients);
    }

    private static Ruling ruling(Claim claim, long[] refused) {
        long left = claim.granted();
        for (long by : refused) {
            left += by;
        }
        long asked = left;
        List<Step> chain = new ArrayList<>();
        for (int rule = 0; rule < refused.length; rule++) {
            chain.add(new Step(
                    "R" + rule,
                    RULES.get(rule),
                    RATE.times(left),
                    RATE.times(left - refused[rule]),
                    left,
                    left - refused[rule],
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    null));
            left -= refused[rule];
        }
        return new Ruling(
                claim.district(),
                claim.granted() > 0,
                RATE.times(asked),
                RATE.times(claim.granted()),
                asked,
                claim.granted(),
                chain);
    }

    /** Every way that the rules can take from nobody to the most from each claim. */
    private static Iterable<long[][]> every(Rounds rounds) {
        int cells = rounds.claims().size() * rounds.rules();
        long all = Math.round(Math.pow(rounds.most() + 1, cells));
        return () -> Stream.iterate(0L, number -> number < all, number -> number + 1)
                .map(number -> refused(rounds, number))
                .iterator();
    }

    private static long[][] refused(Rounds rounds, long number) {
        long[][] refused = new long[rounds.claims().size()][rounds.rules()];
        long rest = number;
        for (long[] claim : refused) {
            for (int rule = 0; rule < claim.length; rule++) {
                claim[rule] = rest % (rounds.most() + 1);
                rest /= rounds.most() + 1;
            }
        }
        return refused;
    }
}
