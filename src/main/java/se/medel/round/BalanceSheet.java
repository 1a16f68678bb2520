package se.medel.round;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.district.DistrictView;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Balance;
import se.medel.round.rules.Cap;
import se.medel.round.rules.Cell;
import se.medel.round.rules.Commitments;
import se.medel.round.rules.Component;
import se.medel.round.rules.ComponentKind;

/**
 * What a round has committed and what is left, as a program reads it.
 *
 * @param ceiling the round's money (M5)
 * @param clients the round's clients (M4a), null where the model compensates none
 * @param groups the clients of named districts together (M4b)
 * @param districts every district of the round's year under every component, also where nothing is committed
 */
@Schema(
        name = "Balance",
        requiredProperties = {"round", "ceiling", "groups", "districts"})
public record BalanceSheet(
        String round, CapLine ceiling, CapLine clients, List<GroupLine> groups, List<CellLine> districts) {

    /**
     * One cap in its unit.
     *
     * @param limit whole kronor or clients, by the unit
     */
    @Schema(
            name = "CapBalance",
            requiredProperties = {"rule", "unit", "limit", "committed", "remaining"})
    public record CapLine(String rule, Cap.Unit unit, long limit, long committed, long remaining) {}

    /** A group's cap, with the slugs of the districts that share it. */
    @Schema(
            name = "GroupBalance",
            requiredProperties = {"rule", "name", "districts", "unit", "limit", "committed", "remaining"})
    public record GroupLine(
            String rule,
            String name,
            List<String> districts,
            Cap.Unit unit,
            long limit,
            long committed,
            long remaining) {}

    /** @param committed whole kronor */
    @Schema(
            name = "DistrictBalance",
            requiredProperties = {"district", "component", "committed", "clients"})
    public record CellLine(String district, ComponentKind component, Kronor committed, long clients) {}

    static BalanceSheet of(String round, AllocationModel model, Commitments committed, List<DistrictView> districts) {
        Balance balance = Balance.of(model, committed);
        return new BalanceSheet(
                round,
                line(balance, Cap.Kind.CEILING),
                line(balance, Cap.Kind.ALL_CLIENTS),
                balance.caps().stream()
                        .filter(line -> line.cap().kind() == Cap.Kind.GROUP)
                        .map(line -> new GroupLine(
                                line.cap().rule(),
                                line.cap().name(),
                                line.cap().districts(),
                                line.cap().unit(),
                                line.cap().limit().longValueExact(),
                                line.committed().longValueExact(),
                                line.remaining().longValueExact()))
                        .toList(),
                districts.stream()
                        .flatMap(district -> model.components().stream()
                                .map(Component::kind)
                                .map(kind -> cell(district.slug(), kind, committed)))
                        .toList());
    }

    private static CapLine line(Balance balance, Cap.Kind kind) {
        return balance.caps().stream()
                .filter(line -> line.cap().kind() == kind)
                .map(line -> new CapLine(
                        line.cap().rule(),
                        line.cap().unit(),
                        line.cap().limit().longValueExact(),
                        line.committed().longValueExact(),
                        line.remaining().longValueExact()))
                .findFirst()
                .orElse(null);
    }

    private static CellLine cell(String district, ComponentKind kind, Commitments committed) {
        Commitments.Committed in = committed.in(new Cell(district, kind));
        return new CellLine(district, kind, in.kronor(), in.clients());
    }
}
