package se.medel.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.round.RoundPages;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.web.Days;
import se.medel.web.Form;
import se.medel.web.Language;

/** What the pages of settlements share. */
@ApplicationScoped
class SettlementDesk {

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    Language language;

    @Inject
    Me me;

    /** The round, or else the request ends: it isn't there, or isn't there for this user. */
    RoundView round(String id) {
        return rounds.round(id)
                .filter(view -> RoundPages.seesRound(me.role(), view))
                .orElseThrow(NotFoundException::new);
    }

    /** A day that was typed; null where none was, and where it is refused. */
    LocalDate day(Form form, String name) {
        return Days.read(form, name, SettlementTexts.in(language.now()).dayWrong());
    }

    /** The version that a form was filled in from; one that is always stale where it says none. */
    static Long version(Form form) {
        return form.value("version").matches("[0-9]{1,18}") ? Long.valueOf(form.value("version")) : -1L;
    }

    String districtName(String slug) {
        return districts.bySlug(slug).map(DistrictView::name).orElse(slug);
    }
}
