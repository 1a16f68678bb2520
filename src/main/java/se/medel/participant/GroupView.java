package se.medel.participant;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.medel.participant.rules.CodePattern;

/**
 * A social intervention group as other parts see it.
 *
 * @param slug its name in addresses
 * @param districts slugs of the districts that run it, one or several (P14)
 * @param version for optimistic locking
 */
public record GroupView(
        String slug, String name, CodePattern pattern, List<String> districts, List<Area> areas, long version) {

    /**
     * An area that participants live in.
     *
     * @param from the first day that the group works there
     */
    public record Area(String name, String district, LocalDate from) {}

    /** The names of the areas that the group works in on a day. */
    public Set<String> areasOn(LocalDate day) {
        return areas.stream()
                .filter(area -> !area.from().isAfter(day))
                .map(Area::name)
                .collect(Collectors.toSet());
    }

    /** The district that an area belongs to. */
    public String districtOf(String area) {
        return areas.stream()
                .filter(known -> known.name().equals(area))
                .map(Area::district)
                .findFirst()
                .orElseThrow();
    }
}
