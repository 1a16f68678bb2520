package se.medel.district;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/**
 * A district as other parts and the pages see it.
 *
 * @param slug its name in addresses and in the API, such as {@code spanga-tensta}
 * @param name its short name, such as Spånga-Tensta
 * @param committeeName its committee with the right genitive, such as Kungsholmens stadsdelsnämnd
 * @param administrationName its administration with the right genitive
 * @param validFrom the first day it exists
 * @param validTo the last day it exists, null while it does
 * @param successor the slug of the district that took over, null if none did
 * @param version for optimistic locking; programs see it as the ETag
 */
public record DistrictView(
        String slug,
        String name,
        String committeeName,
        String administrationName,
        LocalDate validFrom,
        LocalDate validTo,
        String successor,
        @JsonIgnore long version) {

    /** Whether the district exists on a day. */
    public boolean existsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
