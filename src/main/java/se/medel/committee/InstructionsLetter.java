package se.medel.committee;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.medel.application.rules.CostCategory;
import se.medel.document.Letter;
import se.medel.document.Letter.Fact;
import se.medel.document.Letter.Part;
import se.medel.document.Office;
import se.medel.round.RoundView;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Texts;

/** The instructions for the follow-up (C3) and the year's account (Y1–Y3) as a document, and the text they start from. */
final class InstructionsLetter {

    private static final Texts TEXTS = Texts.swedish();

    private InstructionsLetter() {}

    static Letter of(Office office, RoundView round, InstructionsView instructions) {
        String due = Formats.day(instructions.reportDue());
        String version = "Version " + instructions.number();
        List<Fact> facts = new ArrayList<>();
        if (instructions.isFixed()) {
            facts.add(new Fact("Datum", Formats.day(instructions.fixedOn())));
        }
        facts.add(new Fact("Diarienummer", round.caseNumber()));
        facts.add(new Fact("Omgång", round.name()));
        facts.add(new Fact("Gäller", version));
        facts.add(new Fact("Sista dag", due));
        if (instructions.isFixed()) {
            facts.add(new Fact("Fastställda av", "Användaren " + instructions.fixedBy()));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(Part.boxed(
                "Sista dag",
                List.of(
                        "Redovisningen ska vara inne senast " + due + ".",
                        "Har en stadsdelsnämnd fått längre tid gäller den dag som står på dess redovisning.")));
        instructions.parts().forEach(part -> parts.add(Part.of(TEXTS.name(part.part()), paragraphs(part.text()))));
        return new Letter(
                office,
                "Anvisningar för uppföljning och redovisning",
                round.name() + ", " + version.toLowerCase(Language.SWEDISH),
                round.caseNumber(),
                facts,
                parts,
                "anvisningar-" + round.id() + "-" + instructions.number(),
                instructions.isFixed() ? instructions.fixedAt() : Instant.EPOCH,
                "Anvisningar för uppföljning och redovisning av " + round.name() + ", senast " + due + ".",
                null,
                instructions.isFixed() ? null : Letter.DRAFT);
    }

    /** What stands between blank lines. */
    private static List<String> paragraphs(String text) {
        return Arrays.stream(text.strip().split("\\n[ \\t]*\\n\\s*"))
                .map(String::strip)
                .toList();
    }

    /** What the instructions say before anybody has written them. */
    static Map<InstructionsPart, String> usual(Office office, RoundView round) {
        String categories = Arrays.stream(CostCategory.values())
                .map(category -> TEXTS.name(category).toLowerCase(Language.SWEDISH))
                .collect(Collectors.joining(", "));
        Map<InstructionsPart, String> texts = new EnumMap<>(InstructionsPart.class);
        texts.put(
                InstructionsPart.PURPOSE,
                "Uppföljningen ska visa vad medlen för " + round.programme()
                        + " har gått till och vilka resultat arbetet har gett. Den är underlag för slutavräkningen"
                        + " och för slutrapporten till " + office.committee() + ".");
        texts.put(
                InstructionsPart.WHO,
                "Varje stadsdelsnämnd som har beviljats medel i omgången följer upp och redovisar. Stadsdelens"
                        + " förvaltningschef undertecknar redovisningen.");
        texts.put(
                InstructionsPart.FOLLOW_UP,
                "Under året följs antalet klienter, nya klienter, insatser, avslut och utfall för arbete, studier och"
                        + " boende (C3).\n\nUppgifterna hämtas ur deltagarregistret i Medel där ett sådant förs.");
        texts.put(
                InstructionsPart.REPORT,
                "Redovisningen ställer den verkliga kostnaden mot varje rad i planen, med ekonomisystemets siffror"
                        + " som grund (Y1, Y3). Kostnader som inte finns i planen redovisas för sig.\n\nAvvikelser"
                        + " förklaras. Medel från andra för samma arbete anges med källa, belopp och vilka rader de"
                        + " gäller (K3).");
        texts.put(InstructionsPart.COST_CATEGORIES, "Kostnaderna fördelas på " + categories + ".");
        texts.put(
                InstructionsPart.PERIOD,
                "Redovisningen gäller kostnader och resultat från och med 1 januari till och med 31 december "
                        + round.year() + ".");
        texts.put(
                InstructionsPart.UNUSED,
                "Medel som inte har använts enligt planen betalas tillbaka (Y2). Stadsdelsnämnden får yttra sig innan"
                        + " något beslutas (Y5). Kommer ingen redovisning i tid flaggas hela beloppet (Y4).");
        texts.put(
                InstructionsPart.CODES,
                "Klienter anges bara med kodnummer. Skriv inga namn, personnummer eller andra personuppgifter, varken"
                        + " i texter eller i bilagor. Kodnyckeln stannar hos stadsdelen (P1).");
        texts.put(
                InstructionsPart.CONTACT,
                "Frågor ställs till handläggaren vid " + office.administration() + ". Ange diarienummer "
                        + round.caseNumber() + ".");
        return texts;
    }
}
