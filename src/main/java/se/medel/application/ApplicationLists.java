package se.medel.application;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.medel.application.rules.Completeness;
import se.medel.money.Kronor;
import se.medel.round.ModelView;
import se.medel.round.RoundService;
import se.medel.round.RoundState;
import se.medel.round.RoundView;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Commitments;
import se.medel.round.rules.ComponentKind;
import se.medel.user.Me;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/** Applications in lists: a district's own with what it can apply for, and a round's in the order they came. */
@RequestScoped
class ApplicationLists {

    /** An application in a list. */
    record Line(
            long id,
            String number,
            String district,
            String component,
            ApplicationWords.Status status,
            String received,
            String asked,
            String granted) {}

    /**
     * A round that is open.
     *
     * @param claims whether client compensation is in the model, which is claimed in another way
     */
    record OpenRound(String id, String name, String deadline, List<Startable> startable, boolean claims) {}

    /** A component that the district can apply for now. */
    record Startable(String component, String name, String about) {}

    @CheckedTemplate(basePath = "application", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OwnList(Form form, String district, List<Line> lines, List<OpenRound> rounds) implements TemplateInstance {}

    @CheckedTemplate(basePath = "application", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RoundList(String roundId, String round, List<Line> lines, String askedSum, String grantedSum)
            implements TemplateInstance {}

    @Inject
    ApplicationService applications;

    @Inject
    ApplicationDesk desk;

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    @Inject
    Me me;

    /** The page of a round's applications; a round that isn't there is not found. */
    TemplateInstance ofRound(String round) {
        RoundView view = rounds.round(round).orElseThrow(NotFoundException::new);
        List<ApplicationLine> lines = applications.ofRound(me.actor(), round);
        BigDecimal asked = lines.stream()
                .map(ApplicationLine::askedKronor)
                .filter(amount -> amount != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Commitments committed = rounds.committed(round);
        return new RoundList(
                round,
                view.name(),
                lines(lines),
                Formats.kr(asked),
                Formats.kr(committed.kronor().amount()));
    }

    /** The district's own page of applications. */
    TemplateInstance own(Form form) {
        List<ApplicationLine> lines = applications.ofOwnDistrict(me.actor());
        String district = me.district().orElseThrow();
        return new OwnList(form, desk.districtName(district), lines(lines), openRounds(district, lines));
    }

    private List<OpenRound> openRounds(String district, List<ApplicationLine> lines) {
        List<OpenRound> open = new ArrayList<>();
        for (RoundView round : rounds.all()) {
            Optional<ModelView> model = rounds.modelInForce(round.id());
            if (round.state() == RoundState.OPEN && model.isPresent()) {
                open.add(new OpenRound(
                        round.id(),
                        round.name(),
                        Formats.longDay(round.applicationDeadline(), language.now()),
                        startable(round, model.get().model(), district, lines),
                        model.get().model().clientCompensation().isPresent()));
            }
        }
        return open;
    }

    private List<Startable> startable(
            RoundView round, AllocationModel model, String district, List<ApplicationLine> lines) {
        Locale locale = language.now();
        return model.components().stream()
                .map(component -> component.kind())
                .filter(kind -> kind != ComponentKind.CLIENT_COMPENSATION)
                .filter(kind -> Completeness.mostFor(kind, district, model).isPositive())
                .filter(kind -> lines.stream().noneMatch(line -> isInTheWay(line, round, kind)))
                .map(kind -> new Startable(
                        kind.wireName(),
                        Texts.in(locale).name(kind),
                        desk.words()
                                .msg()
                                .startMost(
                                        Formats.kr(Completeness.mostFor(kind, district, model)
                                                .amount()),
                                        model.component(kind)
                                                .orElseThrow()
                                                .basis()
                                                .rule())))
                .toList();
    }

    private static boolean isInTheWay(ApplicationLine line, RoundView round, ComponentKind kind) {
        return line.roundId().equals(round.id())
                && line.component() == kind
                && line.state().isLive();
    }

    private List<Line> lines(List<ApplicationLine> lines) {
        Map<String, String> names = desk.districtNames();
        Map<String, Map<Long, Commitments.Committed>> committed = new HashMap<>();
        ApplicationWords words = desk.words();
        Texts texts = Texts.in(language.now());
        return lines.stream()
                .map(line -> new Line(
                        line.id(),
                        words.msg().number(Long.toString(line.id())),
                        names.get(line.district()),
                        texts.name(line.component()),
                        words.status(line.state()),
                        line.submittedAt() == null ? "" : Formats.moment(line.submittedAt()),
                        line.askedKronor() == null
                                ? ""
                                : texts.sum(new Kronor(line.askedKronor()), line.clientsAsked()),
                        line.state().isDecided()
                                ? granted(
                                        committed
                                                .computeIfAbsent(line.roundId(), rounds::committedByApplication)
                                                .get(line.id()),
                                        texts)
                                : ""))
                .toList();
    }

    /** @param committed null where nothing ever was */
    private static String granted(Commitments.Committed committed, Texts texts) {
        return committed == null ? Formats.kr(0) : texts.sum(committed.kronor(), committed.clients());
    }
}
