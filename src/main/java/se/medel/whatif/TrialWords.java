package se.medel.whatif;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.Locale;
import java.util.Map;
import se.medel.money.Kronor;
import se.medel.round.RoundMsg;
import se.medel.round.RoundTexts;
import se.medel.round.rules.Ask;
import se.medel.round.rules.Bite;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.Step;
import se.medel.round.rules.Uptake;
import se.medel.web.Formats;
import se.medel.web.Texts;

/**
 * What a trial shows, in words; pages and the API say the same.
 *
 * @param names the districts' names by their slugs
 */
record TrialWords(WhatIfMsg msg, RoundMsg round, Texts texts, Map<String, String> names, Locale locale) {

    static TrialWords in(Locale locale, Map<String, String> names) {
        return new TrialWords(
                MessageBundles.get(WhatIfMsg.class, Localized.Literal.of(locale.getLanguage())),
                RoundTexts.in(locale),
                Texts.in(locale),
                names,
                locale);
    }

    /** Whether what is expected fits under the ceiling, with both figures. */
    String headline(Uptake uptake) {
        Kronor ceiling = uptake.model().ceiling().amount();
        return uptake.asked().isMoreThan(ceiling)
                ? msg.sumOver(kr(uptake.asked()), kr(ceiling))
                : msg.sumWithin(kr(uptake.asked()), kr(ceiling));
    }

    /** Where a rule first bites, and what it takes there. */
    String where(Bite bite) {
        Step step = bite.step();
        if (bite.isShared()) {
            return msg.biteShared(
                    Formats.number(bite.together()),
                    figure(step.wanted(), step.countsClients()),
                    figure(step.left(), step.countsClients()));
        }
        String district = name(bite.ask().district());
        if (bite.client() > 0) {
            String fits = msg.biteClients(Formats.number(step.clientsAfter()), Formats.number(step.clientsBefore()));
            return step.reason() == Step.Reason.GROUP
                    ? msg.biteGroupClient(Formats.number(bite.client()), step.name(), district, fits)
                    : msg.biteClient(Formats.number(bite.client()), district, fits);
        }
        String number = Integer.toString(bite.number());
        String fits = msg.biteFits(kr(step.after()), kr(step.before()));
        return bite.ask().component() == ComponentKind.FIXED_GRANT
                ? msg.biteFixed(district, number, fits)
                : msg.biteCoFinanced(district, number, fits);
    }

    /** What a rule takes away in all. */
    String cut(Bite bite) {
        return bite.clientsCut() > 0
                ? msg.cutWithClients(kr(bite.cut()), texts.clients(bite.clientsCut()))
                : kr(bite.cut());
    }

    /** A rule, where it first bites and what it takes in all. */
    String sentence(Bite bite) {
        return msg.biteSentence(bite.rule(), where(bite), cut(bite));
    }

    String amount(Kronor kronor, long clients, Ask ask) {
        return ask.component() == ComponentKind.CLIENT_COMPENSATION
                ? kr(kronor) + ", " + texts.clients(clients)
                : kr(kronor);
    }

    String name(String district) {
        return names.getOrDefault(district, district);
    }

    private String figure(java.math.BigDecimal figure, boolean clients) {
        return clients ? texts.clients(figure.longValueExact()) : Formats.kr(figure);
    }

    static String kr(Kronor amount) {
        return RoundTexts.kr(amount);
    }
}
