package se.medel.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import se.medel.district.Districts;
import se.medel.document.DocumentStore.Kind;
import se.medel.document.Letter;
import se.medel.document.LetterPress;
import se.medel.document.LetterPress.Kept;
import se.medel.document.Office;
import se.medel.document.Organisation;
import se.medel.round.ModelView;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.round.rules.AllocationModel;

/**
 * The documents that follow from the committee's decision: the dispatch (D3) and the year's instructions. Made when somebody
 * first asks for one, and the same bytes from then on. Who may see them is the caller's to know.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class MeetingDocuments {

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    LetterPress letters;

    @Inject
    Organisation organisation;

    /** The letter to a district committee about the decision. */
    public Kept dispatch(DispatchView dispatch) {
        CommitteeDecisionView decision = dispatch.decision();
        AllocationModel model = rounds.models(decision.round()).stream()
                .filter(version -> decision.approvedVersion().equals(version.versionNumber()))
                .map(ModelView::model)
                .findFirst()
                .orElseThrow();
        Letter letter = DispatchLetter.of(
                Office.of(organisation),
                round(decision.round()),
                districts.bySlug(dispatch.district()).orElseThrow(),
                decision,
                model);
        return letters.keep(
                "round/" + decision.round() + "/decision/" + decision.id() + "/" + dispatch.district(),
                Kind.DISPATCH,
                letter,
                () -> new DispatchData(
                        decision.round(),
                        dispatch.district(),
                        decision.date(),
                        decision.paragraph(),
                        List.of(decision.d1(), decision.d2(), decision.d3()),
                        decision.approvedVersion(),
                        model));
    }

    private record DispatchData(
            String round,
            String district,
            LocalDate date,
            String paragraph,
            List<MeetingPoint> points,
            int modelVersion,
            AllocationModel model) {}

    /** A fixed version of the instructions. */
    public Kept instructions(InstructionsView instructions) {
        return letters.keep(
                "round/" + instructions.round() + "/instructions/" + instructions.number(),
                Kind.INSTRUCTIONS,
                instructionsText(instructions),
                () -> instructions);
    }

    /** The text of a version alone, fixed or not. */
    Letter instructionsText(InstructionsView instructions) {
        return InstructionsLetter.of(Office.of(organisation), round(instructions.round()), instructions);
    }

    private RoundView round(String id) {
        return rounds.round(id).orElseThrow();
    }
}
