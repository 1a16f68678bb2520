package se.medel.round;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import se.medel.round.rules.Balance;
import se.medel.round.rules.Cap;
import se.medel.round.rules.ComponentKind;
import se.medel.web.Formats;
import se.medel.web.Texts;

/** What is left under a cap that districts share, in words, for the tag {@code room}. */
public record Room(String rule, String name, String limit, String committed, String left) {

    /** The caps that a grant under this component takes room under; clients are only counted by client compensation. */
    public static List<Room> of(Balance balance, ComponentKind component, Locale locale) {
        return balance.caps().stream()
                .filter(line -> line.cap().component() == null || line.cap().component() == component)
                .map(line -> of(line, locale))
                .toList();
    }

    private static Room of(Balance.Line line, Locale locale) {
        Cap cap = line.cap();
        return new Room(
                cap.rule(),
                Texts.in(locale).text("Kind." + cap.kind().name(), String.valueOf(cap.name())),
                figure(cap, cap.limit(), locale),
                figure(cap, line.committed(), locale),
                figure(cap, line.remaining(), locale));
    }

    private static String figure(Cap cap, BigDecimal figure, Locale locale) {
        return cap.unit() == Cap.Unit.KRONOR
                ? Formats.kr(figure)
                : Formats.number(figure) + " " + Texts.in(locale).name(cap.unit());
    }
}
