package se.medel.participant;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.participant.rules.State;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Answers;
import se.medel.web.Days;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Texts;

/** What the pages of groups and of their register share: the words, the way back, and one page for every form. */
@RequestScoped
class RegisterDesk {

    /** A link: the way here, or a thing that can be done. */
    @TemplateData
    public record Link(String href, String text) {}

    /** A word with a colour that supports it. */
    @TemplateData
    public record Tag(String text, String colour) {}

    /**
     * One control of a form.
     *
     * @param kind text, number, radios, checkboxes or textarea
     * @param width characters, null for the whole column
     */
    @TemplateData
    public record Control(String kind, String name, String label, String hint, Integer width, List<Option> options) {

        static Control text(String name, String label, String hint, Integer width) {
            return new Control("text", name, label, hint, width, List.of());
        }

        static Control number(String name, String label, String hint) {
            return new Control("number", name, label, hint, 5, List.of());
        }

        static Control day(String name, String label, String hint) {
            return text(name, label, hint, 10);
        }

        static Control several(String name, String label, String hint) {
            return new Control("textarea", name, label, hint, null, List.of());
        }

        static Control radios(String name, String label, List<Option> options) {
            return new Control("radios", name, label, null, null, options);
        }

        static Control checkboxes(String name, String label, String hint, List<Option> options) {
            return new Control("checkboxes", name, label, hint, null, options);
        }
    }

    /**
     * Somebody else has written since the page was opened.
     *
     * @param facts the latest of it, as days and words
     */
    @TemplateData
    public record Overtaken(List<Fact> facts) {}

    /** A line of what is known; colour only where the value is a status. */
    @TemplateData
    public record Fact(String key, String value, String colour) {

        static Fact of(String key, String value) {
            return new Fact(key, value, null);
        }
    }

    /**
     * A page with one form.
     *
     * @param caption what the form is about
     * @param intro null for none
     * @param warning what to think of before it is saved, null for nothing
     */
    @TemplateData
    public record Sheet(
            String title,
            String caption,
            String intro,
            String warning,
            List<Link> crumbs,
            String address,
            List<Control> controls,
            String button) {}

    @CheckedTemplate(basePath = "participant", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FormPage(Sheet sheet, Form form, Overtaken overtaken) implements TemplateInstance {}

    @Inject
    GroupService groups;

    @Inject
    Districts districts;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Clock clock;

    @Inject
    Me me;

    ParticipantMsg msg() {
        return words(language);
    }

    static ParticipantMsg words(Language language) {
        return MessageBundles.get(
                ParticipantMsg.class, Localized.Literal.of(language.now().getLanguage()));
    }

    Texts texts() {
        return Texts.in(language.now());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What was asked for; a look that is refused ends the request as any address that isn't there, or isn't for the role. */
    <T> T given(Answer<T> answer) {
        if (answer.isRefused()) {
            throw answer.refusals().get(0).reason().kind() == Reason.Kind.FORBIDDEN
                    ? new ForbiddenException()
                    : new NotFoundException();
        }
        return answer.get();
    }

    GroupView group(String slug) {
        return given(groups.find(me.actor(), slug));
    }

    /** The way to a group's pages; its first step is where the user's role begins. */
    List<Link> crumbs(GroupView group, Link... further) {
        boolean own = me.role().ofDistrict();
        List<Link> way = new ArrayList<>();
        way.add(own ? new Link("/register", msg().registerTitle()) : new Link("/groups", msg().groupsTitle()));
        way.add(new Link(own ? address(group) : address(group) + "/settings", group.name()));
        way.addAll(Arrays.asList(further));
        return way;
    }

    static String address(GroupView group) {
        return "/register/" + group.slug();
    }

    /** Whether the user keeps the group's guides, limits and stops. */
    boolean keeps() {
        return me.role().ofDistrict();
    }

    /** Whether the user can change how the group is built. */
    boolean builds() {
        return keeps() || me.is(Role.OFFICER);
    }

    Map<String, String> districtNames() {
        return districts.everyone().stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
    }

    String runBy(GroupView group) {
        Map<String, String> names = districtNames();
        return group.districts().stream().map(names::get).collect(Collectors.joining(", "));
    }

    List<Option> districtOptions(Predicate<DistrictView> which) {
        return districts.on(today()).stream()
                .filter(which)
                .map(district -> Option.of(district.slug(), district.name()))
                .toList();
    }

    /** The values of an enum by their names, in the words of the language. */
    List<Option> options(Class<? extends Enum<?>> words) {
        return Arrays.stream(words.getEnumConstants())
                .map(value -> Option.of(value.name(), texts().name(value)))
                .toList();
    }

    Tag tag(State state) {
        return new Tag(
                texts().name(state),
                switch (state) {
                    case INTEREST -> "blue";
                    case WAITING -> "yellow";
                    case ADMITTED -> "green";
                    case RESTING -> "turquoise";
                    case DISCHARGED -> "grey";
                });
    }

    /** Reads a day that may be left out; what must be there the service asks for. */
    LocalDate day(Form form, String name) {
        return Days.read(form, name, msg().onMalformed());
    }

    static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    TemplateInstance page(Sheet sheet, Form form) {
        return new FormPage(sheet, form, null);
    }

    /** Goes on where the form was accepted, and otherwise shows it again with what was typed and what is wrong. */
    Response answer(Sheet sheet, Form form, Answer<?> answer, String saved, String next) {
        if (answer.isRefused()) {
            return refused(sheet, form, answer.refusals(), null);
        }
        flash.say(saved);
        return Answers.seeOther(next);
    }

    Response refused(Sheet sheet, Form form, List<Refusal> refusals, Overtaken overtaken) {
        List<String> general = new ArrayList<>();
        for (Refusal refusal : refusals) {
            boolean shown =
                    sheet.controls().stream().anyMatch(control -> control.name().equals(refusal.field()));
            if (shown) {
                form.reject(refusal.field(), texts().refusal(refusal));
            } else {
                general.add(texts().refusal(refusal));
            }
        }
        // Everything that stands against it, not only the first: P2 and P3 often come together.
        if (!general.isEmpty()) {
            form.reject("", String.join(" ", general));
        }
        return Answers.refused(refusals, new FormPage(sheet, form, overtaken));
    }

    Response toBeCorrected(Sheet sheet, Form form) {
        return Answers.toBeCorrected(page(sheet, form));
    }
}
