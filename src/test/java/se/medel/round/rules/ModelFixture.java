package se.medel.round.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.medel.money.Kronor;
import se.medel.round.rules.AllocationModel.Ceiling;
import se.medel.round.rules.Component.AgeBand;
import se.medel.round.rules.Component.ClientCap;
import se.medel.round.rules.Component.ClientCompensation;
import se.medel.round.rules.Component.CoFinancing;
import se.medel.round.rules.Component.FixedGrant;
import se.medel.round.rules.Component.GroupCap;

/** The model of 2014, as small variations of it. */
public final class ModelFixture {

    public static final String RINKEBY_KISTA = "rinkeby-kista";
    public static final String SPANGA_TENSTA = "spanga-tensta";
    public static final String SKARHOLMEN = "skarholmen";
    public static final String BROMMA = "bromma";
    public static final String FARSTA = "farsta";

    public static final List<String> OTHERS = List.of(
            "hasselby-vallingby",
            BROMMA,
            "kungsholmen",
            "norrmalm",
            "ostermalm",
            "sodermalm",
            "enskede-arsta-vantor",
            "skarpnack",
            FARSTA,
            "alvsjo",
            "hagersten-liljeholmen",
            SKARHOLMEN);

    public static final List<String> DISTRICTS;

    static {
        Set<String> all = new TreeSet<>(OTHERS);
        all.addAll(List.of(RINKEBY_KISTA, SPANGA_TENSTA));
        DISTRICTS = List.copyOf(all);
    }

    private ModelFixture() {}

    public static AllocationModel model2014() {
        return model(5_000_000, 200_000, 15_000, 120, 65, true);
    }

    public static AllocationModel withCeiling(long ceiling) {
        return model(ceiling, 200_000, 15_000, 120, 65, true);
    }

    /** The model of 2014 with another joint project: these districts draw on the same 65 clients (M4b). */
    public static AllocationModel withJointProject(String... districts) {
        return model(5_000_000, 200_000, 15_000, 120, 65, true, List.of(districts));
    }

    public static AllocationModel model(
            long ceiling, long maximum, long rate, long clients, long jointClients, boolean ownPart) {
        return model(ceiling, maximum, rate, clients, jointClients, ownPart, List.of(RINKEBY_KISTA, SPANGA_TENSTA));
    }

    private static AllocationModel model(
            long ceiling,
            long maximum,
            long rate,
            long clients,
            long jointClients,
            boolean ownPart,
            List<String> jointProject) {
        Map<String, Kronor> named = new LinkedHashMap<>();
        named.put(RINKEBY_KISTA, Kronor.of(600_000));
        named.put(SPANGA_TENSTA, Kronor.of(600_000));
        return new AllocationModel(
                List.of(
                        new FixedGrant(basis("M1"), named),
                        new CoFinancing(basis("M2"), OTHERS, Kronor.of(maximum), basis("A3"), ownPart),
                        new ClientCompensation(
                                basis("M3"),
                                Kronor.of(rate),
                                new ClientCap(basis("M4a"), clients),
                                List.of(new GroupCap(
                                        basis("M4b"), "det gemensamma projektet", jointProject, jointClients)),
                                new AgeBand(basis("M6"), 19, 29),
                                null)),
                new Ceiling(basis("M5"), Kronor.of(ceiling)));
    }

    private static Basis basis(String rule) {
        return new Basis(rule, "the committee's text of " + rule);
    }
}
