package se.medel.committee;

import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.RoundFixture.SECRETARY;
import static se.medel.round.rules.ModelFixture.model2014;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import se.medel.committee.MeetingService.Minutes;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.round.ModelView;
import se.medel.round.RoundFixture;
import se.medel.round.RoundService;
import se.medel.round.rules.AllocationModel;

/** Rounds whose model waits for the committee, and what it says. */
@ApplicationScoped
public class MeetingFixture {

    /** A day on which no other test's committee meets. */
    public static final LocalDate DAY = LocalDate.of(2014, 4, 10);

    static final MeetingPoint NOT_ADOPTED = new MeetingPoint(MeetingOutcome.NOT_ADOPTED, null);

    private static final AtomicInteger PARAGRAPH = new AtomicInteger();

    @Inject
    RoundService rounds;

    @Inject
    MeetingService meetings;

    static String anyParagraph() {
        return "§ " + PARAGRAPH.incrementAndGet();
    }

    /** The id of a round whose model of 2014 is proposed. */
    public String proposed() {
        String id = rounds.create(OFFICER, RoundFixture.anyNewRound(), model2014())
                .get()
                .id();
        rounds.propose(OFFICER, id).get();
        return id;
    }

    /** The id of an open round whose model was approved with all points as proposed. */
    public String open() {
        return opened(asProposed());
    }

    String opened(Minutes minutes) {
        String round = proposed();
        register(round, minutes).get();
        rounds.open(OFFICER, round).get();
        return round;
    }

    /** The id of an open round whose model was approved without the task to distribute by it (D2). */
    String undelegated() {
        return opened(minutes(MeetingPoint.AS_PROPOSED, NOT_ADOPTED, MeetingPoint.AS_PROPOSED, null));
    }

    static Minutes asProposed() {
        return minutes(MeetingPoint.AS_PROPOSED, MeetingPoint.AS_PROPOSED, MeetingPoint.AS_PROPOSED, null);
    }

    static Minutes amended(AllocationModel model) {
        return minutes(
                new MeetingPoint(MeetingOutcome.AMENDED, null),
                MeetingPoint.AS_PROPOSED,
                MeetingPoint.AS_PROPOSED,
                model);
    }

    /** D1 fell, and the points that rest on it. */
    public static Minutes fallen() {
        return minutes(NOT_ADOPTED, NOT_ADOPTED, NOT_ADOPTED, null);
    }

    static Minutes minutes(MeetingPoint d1, MeetingPoint d2, MeetingPoint d3, AllocationModel amended) {
        return new Minutes(DAY, anyParagraph(), d1, d2, d3, amended, null);
    }

    public Answer<ModelView> register(String round, Minutes minutes) {
        return meetings.register(SECRETARY, round, minutes);
    }

    static List<Reason> reasons(Answer<?> answer) {
        return answer.refusals().stream().map(Refusal::reason).toList();
    }
}
