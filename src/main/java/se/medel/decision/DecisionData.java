package se.medel.decision;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The decision as data, as it is attached inside its document: the members of the decision itself, with the schema that
 * describes them in front.
 *
 * @param schema where the service publishes it; another version of it is another file, so that what is kept stays described
 */
record DecisionData(String schema, @JsonUnwrapped DecisionView decision) {

    static final String SCHEMA = "/schema/decision-1.json";

    static DecisionData of(DecisionView decision) {
        return new DecisionData(SCHEMA, decision);
    }
}
