package se.medel.matrix;

import java.util.List;
import se.medel.application.rules.ApplicationState;
import se.medel.matrix.rules.Doubled;
import se.medel.matrix.rules.Funded;
import se.medel.money.Kronor;
import se.medel.round.rules.ComponentKind;

/**
 * One application with all that pays for its plan.
 *
 * @param granted by the decision in force; zero where nothing is granted
 * @param ownPart what the district pays itself; zero where it says nothing
 * @param plan its lines and who pays for them; no lines where it is a claim for clients
 * @param doubled what this user may know to be paid for more than once
 */
public record GrantFunding(
        long application,
        String round,
        ComponentKind component,
        ApplicationState state,
        Kronor granted,
        Kronor ownPart,
        Funded plan,
        List<Doubled> doubled) {}
