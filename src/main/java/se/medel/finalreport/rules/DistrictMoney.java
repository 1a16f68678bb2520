package se.medel.finalreport.rules;

/**
 * What a district was granted.
 *
 * @param district its slug
 * @param costs of what was granted for costs: fixed grants and co-financing (M1, M2)
 * @param compensation for clients (M3); null where it has asked for none
 */
public record DistrictMoney(String district, Sums costs, Compensation compensation) {

    public boolean claims() {
        return compensation != null;
    }

    Sums all() {
        return claims() ? costs.plus(compensation.sums()) : costs;
    }
}
