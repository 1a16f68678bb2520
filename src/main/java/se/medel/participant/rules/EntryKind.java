package se.medel.participant.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an entry in the register says. */
public enum EntryKind {
    /** Came, or came again. Value: a {@link Referral}. */
    INTEREST(State.INTEREST, Referral.class),
    /** P4. */
    WAITING(State.WAITING, null),
    /** Also back from resting. Value: the guide's code (P5). */
    ADMITTED(State.ADMITTED, null),
    /** P9. Value: a {@link RestingReason}. */
    RESTING(State.RESTING, RestingReason.class),
    /** P10. Value: a {@link DischargeReason}. */
    DISCHARGED(State.DISCHARGED, DischargeReason.class),
    /** P3. Value: the {@link TargetCriterion}s that are met. */
    ASSESSED(null, TargetCriterion.class),
    /** P2. Value: the {@link Partner}s that it opens between. */
    CONSENTED(null, Partner.class),
    CONSENT_WITHDRAWN(null, null),
    /** P13: that the figures of the evaluation may count the participant. */
    EVALUATION_CONSENTED(null, null),
    EVALUATION_WITHDRAWN(null, null),
    /** Value: the new guide's code. */
    GUIDE_CHANGED(null, null),
    SUPPORT_STARTED(null, null),
    SUPPORT_ENDED(null, null),
    /** P11. Value: an {@link ActivityCategory}. */
    ACTIVITY_STARTED(null, ActivityCategory.class),
    ACTIVITY_ENDED(null, ActivityCategory.class),
    /** P11: the whole plan was gone through. */
    PLAN_REVIEWED(null, null),
    /** P12. Value: an {@link OutcomeKind}. */
    OUTCOME(null, OutcomeKind.class),
    /** P14. Value: the area where the participant lives from then on. */
    LIVES_IN(null, null);

    private final State leadsTo;
    private final Class<? extends Enum<?>> words;

    EntryKind(State leadsTo, Class<? extends Enum<?>> words) {
        this.leadsTo = leadsTo;
        this.words = words;
    }

    /** The state that the entry leads to, or null where it changes none. */
    public State leadsTo() {
        return leadsTo;
    }

    /** The words that the value is chosen from, or null where it has none or is a code of the group's own. */
    public Class<? extends Enum<?>> words() {
        return words;
    }

    /** The name in addresses: {@code CONSENT_WITHDRAWN} is consent-withdrawn. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind with a wire name. */
    public static Optional<EntryKind> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(name))
                .findFirst();
    }

    /** Whether the entry says more than its day. */
    public boolean takesValue() {
        return words != null || takesGuide() || this == LIVES_IN;
    }

    /** Whether several words can be chosen. */
    public boolean takesSeveral() {
        return this == ASSESSED || this == CONSENTED;
    }

    /** Whether the value is a guide's code. */
    public boolean takesGuide() {
        return this == ADMITTED || this == GUIDE_CHANGED;
    }
}
