package se.medel.claim.rules;

import java.time.LocalDate;

/**
 * What a district states about one client.
 *
 * @param code the code number, as typed (P1)
 * @param birthYear null where it isn't stated
 * @param admittedOn the day of admission to the group (A6)
 * @param earlierContact the day of the last earlier contact with social services, null where there was none or it isn't known
 * @param attested that the client wasn't current at social services in direct connection (A6)
 * @param attestedBy who attests it, as a title; never a client's name
 */
public record ClaimedClient(
        String code,
        Integer birthYear,
        LocalDate admittedOn,
        LocalDate earlierContact,
        boolean attested,
        String attestedBy) {}
