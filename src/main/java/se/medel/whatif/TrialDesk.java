package se.medel.whatif;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.medel.district.DistrictView;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Option;

/** What the pages of trials share. */
@ApplicationScoped
class TrialDesk {

    @Inject
    TrialService trials;

    @Inject
    RoundService rounds;

    @Inject
    Language language;

    /** A round that isn't there is a page that isn't there. */
    RoundView round(String id) {
        return rounds.round(id).orElseThrow(NotFoundException::new);
    }

    TrialView trial(String round, long id) {
        Answer<TrialView> found = trials.find(round, id);
        if (found.isRefused()) {
            throw new NotFoundException();
        }
        return found.get();
    }

    /** The districts of the round's year by their slugs, in their order. */
    Map<String, String> names(RoundView round) {
        Map<String, String> names = new LinkedHashMap<>();
        rounds.districtsOf(round).forEach(district -> names.put(district.slug(), district.name()));
        return names;
    }

    List<Option> districts(RoundView round) {
        return rounds.districtsOf(round).stream()
                .map(district -> Option.of(district.slug(), district.name()))
                .toList();
    }

    List<String> slugs(RoundView round) {
        return rounds.districtsOf(round).stream().map(DistrictView::slug).toList();
    }

    TrialWords words(RoundView round) {
        return TrialWords.in(language.now(), names(round));
    }

    WhatIfMsg msg() {
        return TrialWords.in(language.now(), Map.of()).msg();
    }

    /** A version that isn't a number is as stale as one can be. */
    static long version(Form form, String name) {
        return form.value(name).matches("[0-9]{1,18}") ? Long.parseLong(form.value(name)) : -1;
    }

    static boolean isStale(List<Refusal> refusals) {
        return refusals.stream().anyMatch(refusal -> refusal.reason() == TrialRefusal.TRIAL_STALE);
    }
}
