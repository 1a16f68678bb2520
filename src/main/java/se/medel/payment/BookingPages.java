package se.medel.payment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.refusal.Answer;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.user.Roles;
import se.medel.web.Amounts;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Language;

/** How a round's payments are booked. */
@Path("/rounds")
@Produces(MediaType.TEXT_HTML)
public class BookingPages {

    private static final String COUNTERPART = "counterparts.";
    private static final int LARGEST_DIMENSION = 999_999;

    record Counterpart(String field, String name) {}

    @CheckedTemplate(basePath = "payment", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Settings(RoundView round, Form form, List<Counterpart> counterparts, boolean write, boolean none)
            implements TemplateInstance {}

    @Inject
    BookingService bookings;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    PaymentDesk desk;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    @Path("/{round}/payments/settings")
    @RolesAllowed({Roles.OFFICER, Roles.DIRECTOR, Roles.CONTROLLER, Roles.AUDITOR})
    public TemplateInstance show(@RestPath String round) {
        RoundView found = found(round);
        BookingService.Kept kept = bookings.find(me.actor(), round).get();
        Form form = Form.empty().with("version", kept.version());
        BookingSettings settings = kept.settings();
        if (settings != null) {
            form.with("companyName", settings.companyName())
                    .with("organisationNumber", settings.organisationNumber())
                    .with("series", settings.series())
                    .with("account", settings.account())
                    .with("counterpartAccount", settings.counterpartAccount())
                    .with("projectDimension", settings.projectDimension())
                    .with("project", settings.project())
                    .with("counterpartDimension", settings.counterpartDimension());
            settings.counterparts().forEach((district, object) -> form.with(COUNTERPART + district, object));
        }
        return page(found, form, settings == null);
    }

    @POST
    @Path("/{round}/payments/settings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.CONTROLLER)
    public Response save(@RestPath String round, MultivaluedMap<String, String> posted) {
        RoundView found = found(round);
        Form form = Form.of(posted);
        Map<String, String> counterparts = new TreeMap<>();
        form.names().stream()
                .filter(name -> name.startsWith(COUNTERPART))
                .forEach(name -> counterparts.put(name.substring(COUNTERPART.length()), form.value(name)));
        BookingSettings wanted = new BookingSettings(
                form.value("companyName"),
                form.value("organisationNumber"),
                form.value("series"),
                form.value("account"),
                form.value("counterpartAccount"),
                number(form, "projectDimension"),
                form.value("project"),
                number(form, "counterpartDimension"),
                counterparts);
        if (form.hasErrors()) {
            return Answers.toBeCorrected(page(found, form, false));
        }
        Answer<BookingService.Kept> saved = bookings.save(me.actor(), round, PaymentDesk.version(form), wanted);
        if (saved.isRefused()) {
            form.reject(saved.refusals(), language.now());
            if (saved.refusals().get(0).reason() == PaymentRefusal.BOOKING_SETTINGS_STALE) {
                // Saving once more is then a choice that was made with open eyes.
                form.with("version", bookings.find(me.actor(), round).get().version());
            }
            return Answers.refused(saved.refusals(), page(found, form, false));
        }
        flash.say(desk.msg().saved());
        return Answers.seeOther("/rounds/" + round + "/payments");
    }

    /** Null where nothing is typed, which the service refuses. */
    private Integer number(Form form, String name) {
        if (form.value(name).isEmpty()) {
            return null;
        }
        Amounts.Reading read = Amounts.count(form.value(name), LARGEST_DIMENSION);
        if (!read.accepted()) {
            form.reject(name, desk.msg().notANumber());
        }
        return read.accepted() ? Integer.valueOf(read.amount().intValueExact()) : null;
    }

    private TemplateInstance page(RoundView round, Form form, boolean none) {
        Set<String> asked = bookings.districts(round.id());
        return new Settings(
                round,
                form,
                districts.everyone().stream()
                        .filter(district -> asked.contains(district.slug()))
                        .map(BookingPages::counterpart)
                        .toList(),
                me.is(Role.CONTROLLER) && PaymentService.takesPayments(round.state()),
                none);
    }

    private static Counterpart counterpart(DistrictView district) {
        return new Counterpart(COUNTERPART + district.slug(), district.name());
    }

    private RoundView found(String round) {
        return rounds.round(round)
                .filter(found -> found.state().hasApprovedModel())
                .orElseThrow(NotFoundException::new);
    }
}
