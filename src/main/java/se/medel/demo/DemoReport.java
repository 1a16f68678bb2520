package se.medel.demo;

import static java.util.Map.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.medel.committee.CommitteeReportService;
import se.medel.committee.rules.Chapter;
import se.medel.user.Actor;
import se.medel.user.Role;

/** The committee report on the model of 2014, written in full. */
@ApplicationScoped
class DemoReport {

    private static final Actor OFFICER = new Actor("handlaggare", Role.OFFICER, null);

    /** Figures about the project before the model, which the model can't know. */
    private static final Set<String> OF_THE_PROJECT =
            Set.of("12 mkr", "20 klienter", "40 klienter", "200 individer", "20–29 år", "20–25 år");

    private static final Map<Chapter, String> TEXTS = Map.ofEntries(
            entry(
                    Chapter.SUMMARY,
                    """
                    I budgeten för {år} finns pengar för att fler unga vuxna i en livsstil präglad av brott ska kunna få stöd \
                    genom sociala insatsgrupper. Här föreslår förvaltningen hur pengarna fördelas.

                    Två delar samverkar. Ett engångsbelopp bidrar till att bygga upp arbetet: {M1} vardera till Rinkeby-Kista \
                    och Spånga-Tensta, och högst {M2} till var och en av de andra stadsdelarna som söker. Dessutom kan en \
                    stadsdel få {M3} per ny klient, för högst {M4a} klienter i hela staden. Allt tillsammans får kosta högst \
                    {M5}.

                    Förslaget vilar på vad Rinkeby-Kista och Spånga-Tensta lärde sig under 2013 och på en fråga till övriga \
                    stadsdelar om hur många som kan behöva stödet. Det samordnas med stadsledningskontorets \
                    ytterstadssatsning och med arbetsmarknadsförvaltningen."""),
            entry(
                    Chapter.BACKGROUND,
                    """
                    Rinkeby-Kista och Spånga-Tensta började 2012 utveckla sociala insatsgrupper för unga vuxna, 20–29 år, som \
                    lever på brott. De fick 12 mkr ur ytterstadssatsningen för ett gemensamt projekt som startade i januari \
                    2013 och pågår i tre år. Två projektledare och fyra lotsar är anställda, och två närpoliser arbetar nära \
                    projektet.

                    # Så arbetar grupperna

                    Lotsen är den som står deltagaren närmast. Arbetet går ut på att

                    - kartlägga vad var och en behöver,
                    - koppla in dem som kan hjälpa till med arbete, utbildning, boende eller missbruk,
                    - hålla ihop insatserna och motivationen på vägen till ett liv utan brott.

                    Socialförvaltningen bekostar en utvärdering vid universitetet och stödjer stadsdelarna i utvecklingen.

                    # Fler än väntat

                    Planen var att arbeta med som mest 20 klienter. I dag är det 40 klienter, och lika många väntar. Många har \
                    inte haft kontakt med socialtjänsten tidigare, och det har gjort arbetet dyrare än planerat. Projektet tar \
                    emot personer från Rinkeby, Tensta och Hjulsta; Rinkeby-Kista vill även ta emot personer från Husby.

                    # Intresset i övriga staden

                    I december 2013 svarade Enskede-Årsta-Vantör, Hässelby-Vällingby, Skärholmen och Älvsjö att de planerar \
                    insatser för målgruppen. Flera av dem har också sökt pengar ur ytterstadssatsningen. \
                    Arbetsmarknadsförvaltningen har fått ett utökat uppdrag för dem som är 20–25 år."""),
            entry(Chapter.PREPARATION, "Ärendet har beretts inom avdelningen för stadsövergripande sociala frågor."),
            entry(
                    Chapter.MATTER,
                    """
                    Fördelningen har två syften. Det ena är att Rinkeby-Kista och Spånga-Tensta ska klara att projektet har \
                    mer än dubbelt så många deltagare som det var planerat för, och kunna ta emot personer från Husby. Det \
                    andra är att fler stadsdelar ska kunna börja arbeta på samma sätt.

                    # Fast belopp och medfinansiering

                    Rinkeby-Kista och Spånga-Tensta får {M1} vardera till mer personal. De två beräknas ha upp till 200 \
                    individer i målgruppen; ingen annan stadsdel har uppgett ett så högt antal. Övriga stadsdelar kan söka \
                    medfinansiering med högst {M2} var.

                    # Ersättning per klient

                    Därutöver kan en stadsdel få {M3} en gång för varje klient som deltar i en social insatsgrupp och som inte \
                    var aktuell hos socialtjänsten i direkt anslutning till beslutet. Ersättningen täcker vad det kostar att \
                    den nya målgruppen kommer in i socialtjänstens arbete. Den gäller högst {M4a} klienter, varav högst {M4b} \
                    från det gemensamma projektet."""),
            entry(
                    Chapter.YEAR_END,
                    "Stadsdelen visar vad varje rad i planen kostade, vilka andra pengar som kom in och vilka resultat arbetet"
                            + " gav."),
            entry(
                    Chapter.COORDINATION,
                    """
                    Stadsledningskontorets ytterstadssatsning har fått ansökningar om pengar till samma slags arbete. Beviljas \
                    någon av dem samordnar förvaltningen stödet, så att samma kostnad inte betalas två gånger.

                    Arbetsmarknadsförvaltningen har egna medel för målgruppen. Samordningen sker i styrgruppen för sociala \
                    insatsgrupper, där båda förvaltningarna sitter."""),
            entry(Chapter.APPENDICES, "Inga bilagor."));

    @Inject
    CommitteeReportService reports;

    /** Writes and fixes it, which hands the model to the committee. */
    void writeAndFix(String round) {
        reports.start(OFFICER, round).get();
        new TreeMap<>(TEXTS).forEach((chapter, text) -> reports.write(OFFICER, round, null, chapter, text)
                .get());
        reports.setAside(OFFICER, round, null, OF_THE_PROJECT).get();
        reports.fix(OFFICER, round, null).get();
    }
}
