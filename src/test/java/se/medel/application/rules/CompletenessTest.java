package se.medel.application.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.round.rules.ComponentKind.CO_FINANCING;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.model2014;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.medel.money.Kronor;
import se.medel.refusal.Refusal;

class CompletenessTest {

    @Test
    void whatIsTypedButCannotBeReadIsSaidToBeUnreadableAndNotMissingToo() {
        Map<String, String> typed =
                Map.of("estimatedClients", "många", "ownPart", "hälften", "amount", "abc", "plan[0].amount", "1e9");
        ApplicationContent content = new ApplicationContent(
                List.of(new PlanLine(CostCategory.STAFF, null, "Lots")),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                false,
                false,
                null,
                List.of(),
                typed);
        for (String field : typed.keySet()) {
            assertThat(lacks(content))
                    .filteredOn(refusal -> field.equals(refusal.field()))
                    .extracting(Refusal::reason)
                    .as(field)
                    .containsExactly(Fault.UNREADABLE);
        }
    }

    @Test
    void whoSaysThatNobodyElsePaysCannotNameWhoDoes() {
        OtherFunding funding =
                new OtherFunding("En annan förvaltning", Kronor.of(50_000), OtherFunding.Status.GRANTED, Set.of());
        ApplicationContent content = new ApplicationContent(
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                false,
                false,
                false,
                List.of(funding),
                Map.of());
        assertThat(lacks(content))
                .filteredOn(refusal -> "otherFundingStated".equals(refusal.field()))
                .extracting(Refusal::reason)
                .containsExactly(Fault.OTHER_FUNDING_DENIED);
    }

    private static List<Refusal> lacks(ApplicationContent content) {
        return Completeness.of(content, CO_FINANCING, BROMMA, model2014());
    }
}
