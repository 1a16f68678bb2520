package se.medel.followup;

import java.util.List;
import se.medel.followup.rules.Figures;
import se.medel.followup.rules.Span;

/**
 * The figures of a group, or of all groups, as one reader may see them.
 *
 * @param group null for all groups
 * @param span the days asked for; what hasn't been yet isn't in it
 * @param exact whether they are the group's own people's figures; else they are protected (P13)
 * @param consentedOnly whether only those are counted who consent to the evaluation (P13)
 * @param guides in the group's own people's figures only; else empty
 * @param groups each group, where the report is about all of them; else empty
 */
public record Report(
        Group group,
        Span span,
        boolean exact,
        boolean consentedOnly,
        Figures figures,
        List<GuideLoad> guides,
        List<OfGroup> groups) {

    /** @param slug its name in addresses */
    public record Group(String slug, String name) {}

    /** How many active participants a guide has on the last day (P5). */
    public record GuideLoad(String guide, long participants, int places) {}

    public record OfGroup(Group group, Figures figures) {}
}
