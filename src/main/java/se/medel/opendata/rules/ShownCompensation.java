package se.medel.opendata.rules;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import se.medel.privacy.ProtectedTable;

/**
 * Which districts' compensation may be published (P13). An amount is the rate times the clients, so an amount of fewer than five
 * clients is hidden as their number would be, and so is another one where the rest would tell it.
 *
 * <p>What is granted is a list with a total, and the total is known to many. What is paid and paid back tells how many clients
 * were kept, taken back or are still to be paid for; where any of these is one to four, both are hidden for that district, and
 * for one more where it would be the only one.
 *
 * <p>Districts without a grant are to be listed as hidden too: then nobody knows that a hidden one has any clients at all.
 *
 * @param granted the districts whose grant is shown
 * @param moved those of them whose payments and repayments are shown
 * @param total whether the sum of the grants is shown
 */
public record ShownCompensation(Set<String> granted, Set<String> moved, boolean total) {

    /**
     * A district's compensation, counted in clients.
     *
     * @param kept paid and not paid back
     * @param repaid paid and paid back
     * @param unpaid granted and not paid
     */
    public record Counted(String district, long granted, long kept, long repaid, long unpaid) {

        /** Whether a part of the grant, and not the whole, stands for some but fewer than five. */
        private boolean tellsFew() {
            return isFew(kept) || isFew(repaid) || isFew(unpaid);
        }

        private static boolean isFew(long clients) {
            return clients > 0 && clients < ProtectedTable.LEAST;
        }
    }

    /** @param districts those with a grant */
    public static ShownCompensation of(List<Counted> districts) {
        if (districts.isEmpty()) {
            return new ShownCompensation(Set.of(), Set.of(), false);
        }
        ProtectedTable table = ProtectedTable.of(
                new long[][] {districts.stream().mapToLong(Counted::granted).toArray()});
        Set<String> granted = new HashSet<>();
        for (int column = 0; column < districts.size(); column++) {
            if (table.cell(0, column).isPresent()) {
                granted.add(districts.get(column).district());
            }
        }
        Set<String> moved = new HashSet<>();
        districts.stream()
                .filter(district -> granted.contains(district.district()) && !district.tellsFew())
                .forEach(district -> moved.add(district.district()));
        if (moved.size() == districts.size() - 1) {
            districts.stream()
                    .filter(district -> moved.contains(district.district()))
                    .min(Comparator.comparingLong(Counted::granted).thenComparing(Counted::district))
                    .ifPresent(district -> moved.remove(district.district()));
        }
        return new ShownCompensation(
                Set.copyOf(granted), Set.copyOf(moved), table.rowTotal(0).isPresent());
    }
}
