package se.medel.payment;

import java.util.Map;

/**
 * How a round's payments are booked in the city's ledger.
 *
 * @param companyName the sending committee, as the ledger knows it
 * @param organisationNumber ours, such as {@code 212000-0142}
 * @param series of the vouchers, such as {@code M}
 * @param account the sending committee's account, which is debited; 4 to 6 digits
 * @param counterpartAccount the account that is credited
 * @param projectDimension the number of the dimension of projects; by the SIE standard 6
 * @param project the round's object in it
 * @param counterpartDimension the number of the dimension of counterparts
 * @param counterparts each district's object in it, by the district's slug
 */
public record BookingSettings(
        String companyName,
        String organisationNumber,
        String series,
        String account,
        String counterpartAccount,
        Integer projectDimension,
        String project,
        Integer counterpartDimension,
        Map<String, String> counterparts) {

    public BookingSettings {
        counterparts = counterparts == null ? Map.of() : Map.copyOf(counterparts);
    }
}
