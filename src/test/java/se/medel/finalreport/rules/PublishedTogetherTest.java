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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.medel.finalreport.rules.Stopped.Ruling;
import se.medel.money.Kronor;
import se.medel.round.rules.Step;

/**
 * P13, for the final report, every district's account and the open data taken together: a reader who has them all, so that what
 * was granted is known, knows how they are made and has a computer goes through every round that there could have been. Whatever
 * number of one to four clients was refused, there is another round that reads the same where it is another number.
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
     * @param group the districts that the first rule, a group's cap, can take from, as everybody knows
     */
    private record Rounds(List<Claim> claims, int rules, int most, Set<String> group) {

        private Rounds(List<Claim> claims, int rules, int most) {
            this(claims, rules, most, claims.stream().map(Claim::district).collect(Collectors.toSet()));
        }

        private boolean isPossible(long[][] refused) {
            return IntStream.range(0, refused.length)
                    .allMatch(i ->
                            refused[i][0] == 0 || group.contains(claims.get(i).district()));
        }

        /** Whether every round that reads like this is gone through: no sum that is told is larger than the most. */
        private boolean holds(Stopped read) {
            return read.lines().stream().allMatch(line -> line.clients() <= most);
        }
    }

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
                new Rounds(List.of(large, other, refused), 2, 6),
                new Rounds(List.of(large, other), 2, 9, Set.of("a")),
                new Rounds(List.of(large, other), 3, 6, Set.of("a")),
                new Rounds(List.of(large, few), 2, 9, Set.of("c")),
                new Rounds(List.of(large, refused), 2, 9, Set.of("d")),
                new Rounds(List.of(large, other, new Claim("e", 9)), 2, 6, Set.of("a", "b")));
    }

    @ParameterizedTest
    @MethodSource("rounds")
    void whoeverReadsAllThatIsPublishedCannotTellHowManyOfOneToFourWereRefused(Rounds rounds) {
        Map<Stopped, Map<String, Long>> one = new HashMap<>();
        Map<Stopped, Set<String>> open = new HashMap<>();
        for (long[][] refused : every(rounds)) {
            Stopped read = read(rounds, refused);
            if (rounds.isPossible(refused) && rounds.holds(read)) {
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

    /** A district's own sums, those of its claims, and the parts of each. */
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

    private static Stopped read(Rounds rounds, long[][] refused) {
        return Stopped.of(IntStream.range(0, refused.length)
                .mapToObj(i -> ruling(rounds.claims().get(i), refused[i]))
                .toList());
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
        return new Ruling(RATE.times(asked), RATE.times(claim.granted()), asked, claim.granted(), chain);
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
