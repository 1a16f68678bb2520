package se.medel.round.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.medel.money.Kronor;

/** One way in which the model gives money. */
public sealed interface Component {

    ComponentKind kind();

    Basis basis();

    /** Every rule that the component's figures come from, in the order they are tried. */
    List<Basis> bases();

    /**
     * M1: named districts get a sum each, once.
     *
     * @param amounts the named district's slug and its sum in whole kronor, in the order of the decision
     */
    record FixedGrant(Basis basis, Map<String, Kronor> amounts) implements Component {
        public FixedGrant {
            amounts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(amounts));
        }

        @Override
        public ComponentKind kind() {
            return ComponentKind.FIXED_GRANT;
        }

        @Override
        public List<Basis> bases() {
            return List.of(basis);
        }
    }

    /**
     * M2: eligible districts get a part of what their build-up costs.
     *
     * @param recipients slugs of the districts that may apply
     * @param maximum the most that one district can get, in whole kronor
     * @param partFinancing the rule that the grant never covers more than the cost less other funding (A3)
     * @param ownPartRequired whether the district must carry a part above zero itself (A3)
     */
    record CoFinancing(
            Basis basis, List<String> recipients, Kronor maximum, Basis partFinancing, boolean ownPartRequired)
            implements Component {
        public CoFinancing {
            recipients = List.copyOf(recipients);
        }

        @Override
        public ComponentKind kind() {
            return ComponentKind.CO_FINANCING;
        }

        @Override
        public List<Basis> bases() {
            return List.of(basis, partFinancing);
        }
    }

    /**
     * M3: a one-off sum for each new client, within caps on the number of clients.
     *
     * @param rate whole kronor per client
     * @param total the cap on clients in the whole round (M4a)
     * @param groups caps on the clients of named districts together (M4b)
     * @param ages the target group (M6)
     * @param quietMonths full months without contact with social services that are demanded before the admission (A6),
     *     or null where the district's attestation is enough
     */
    record ClientCompensation(
            Basis basis, Kronor rate, ClientCap total, List<GroupCap> groups, AgeBand ages, Integer quietMonths)
            implements Component {
        public ClientCompensation {
            groups = List.copyOf(groups);
        }

        @Override
        public ComponentKind kind() {
            return ComponentKind.CLIENT_COMPENSATION;
        }

        @Override
        public List<Basis> bases() {
            List<Basis> bases = new ArrayList<>(List.of(basis));
            groups.forEach(group -> bases.add(group.basis()));
            bases.add(total.basis());
            bases.add(ages.basis());
            return List.copyOf(bases);
        }
    }

    /** @param clients the most clients that can be compensated in the round */
    record ClientCap(Basis basis, long clients) {}

    /**
     * @param name what the group is called in documents
     * @param districts slugs of the districts whose clients count together
     * @param clients the most clients that they can be compensated for together
     */
    record GroupCap(Basis basis, String name, List<String> districts, long clients) {
        public GroupCap {
            districts = List.copyOf(districts);
        }
    }

    /** Ages in years, both ends included, reached by birth year during the round's year (A5). */
    record AgeBand(Basis basis, int youngest, int oldest) {}
}
