package se.medel.planchange;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import se.medel.application.ApplicationService;
import se.medel.application.rules.PlanLine;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.money.Kronor;
import se.medel.planchange.rules.PlanChangeState;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Actor;
import se.medel.user.Role;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/** Plan changes in words, in the language of the request. */
@ApplicationScoped
class PlanChangeWords {

    /** A change as a line of a list. */
    record Line(long id, String caption, String state, String colour, String asked) {}

    /** A grant whose plan can be changed. */
    record Asking(long application, String text) {}

    /** A line of both plans; what is as it was has no {@code before}. */
    record Compared(String number, String before, String after) {}

    /**
     * A change as it is read.
     *
     * @param prepared what was recommended, by whom and when; null until then
     */
    record Read(
            long id,
            String caption,
            String state,
            String colour,
            String reason,
            String asked,
            String prepared,
            String note,
            String decided,
            String reasons,
            List<Compared> lines,
            String sumBefore,
            String sumAfter,
            boolean withdraws,
            boolean prepares,
            boolean decides) {}

    @Inject
    PlanChangeService changes;

    @Inject
    ApplicationService applications;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    Language language;

    PlanChangeMsg msg() {
        return MessageBundles.get(
                PlanChangeMsg.class, Localized.Literal.of(language.now().getLanguage()));
    }

    String caption(String district, String roundId) {
        return districts.bySlug(district).map(DistrictView::name).orElse(district) + " · "
                + rounds.round(roundId).map(RoundView::name).orElse(roundId);
    }

    /** The captions of many changes: the districts are read once, and so is each round. */
    Function<PlanChangeView, String> captions() {
        Map<String, String> districtNames = districts.names();
        Map<String, String> roundNames = new HashMap<>();
        return change -> districtNames.getOrDefault(change.district(), change.district()) + " · "
                + roundNames.computeIfAbsent(
                        change.roundId(),
                        id -> rounds.round(id).map(RoundView::name).orElse(id));
    }

    Line line(PlanChangeView change) {
        return new Line(
                change.id(),
                caption(change.district(), change.roundId()),
                Texts.in(language.now()).name(change.state()),
                colour(change.state()),
                Formats.moment(change.askedAt()));
    }

    private static String colour(PlanChangeState state) {
        return switch (state) {
            case ASKED -> "blue";
            case PREPARED -> "yellow";
            case APPROVED -> "green";
            case REFUSED -> "red";
            case WITHDRAWN -> "grey";
        };
    }

    /** The grants whose plan the user can ask to change. */
    List<Asking> asking(Actor actor) {
        if (!actor.role().ofDistrict()) {
            return List.of();
        }
        return applications.ofOwnDistrict(actor).stream()
                .filter(line -> !changes.changeable(actor, line.id()).isRefused())
                .map(line -> new Asking(
                        line.id(),
                        Texts.in(language.now()).name(line.component()) + ", "
                                + rounds.round(line.roundId())
                                        .map(RoundView::name)
                                        .orElse("")))
                .toList();
    }

    Read read(PlanChangeView change, Role role) {
        boolean open = change.state().isOpen();
        return new Read(
                change.id(),
                caption(change.district(), change.roundId()),
                Texts.in(language.now()).name(change.state()),
                colour(change.state()),
                change.reason(),
                Formats.moment(change.askedAt()) + ", " + change.askedBy(),
                change.preparedAt() == null
                        ? null
                        : (change.recommends() ? msg().recommendYes() : msg().recommendNo()) + " ("
                                + Formats.moment(change.preparedAt()) + ", " + change.preparedBy() + ")",
                change.note(),
                change.decidedAt() == null ? null : Formats.moment(change.decidedAt()) + ", " + change.decidedBy(),
                change.reasons(),
                lines(change),
                sum(change.before()),
                sum(change.plan()),
                open && role.ofDistrict(),
                open && role == Role.OFFICER,
                change.state() == PlanChangeState.PREPARED && role == Role.DIRECTOR);
    }

    private List<Compared> lines(PlanChangeView change) {
        List<Compared> lines = new ArrayList<>();
        for (int i = 0; i < change.plan().size(); i++) {
            PlanLine before = i < change.before().size() ? change.before().get(i) : null;
            PlanLine after = change.plan().get(i);
            lines.add(new Compared(
                    Integer.toString(i + 1),
                    before == null ? msg().newLine() : before.equals(after) ? msg().unchanged() : text(before),
                    text(after)));
        }
        return lines;
    }

    private String text(PlanLine line) {
        return Texts.in(language.now()).name(line.category()) + ": " + line.text() + ", "
                + Formats.kr(line.amount().amount());
    }

    private static String sum(List<PlanLine> plan) {
        return Formats.kr(plan.stream()
                .map(PlanLine::amount)
                .reduce(Kronor.ZERO, Kronor::plus)
                .amount());
    }
}
