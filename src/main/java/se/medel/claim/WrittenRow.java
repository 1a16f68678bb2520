package se.medel.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.medel.claim.file.Column;
import se.medel.claim.file.Line;
import se.medel.claim.rules.ClaimedClient;
import se.medel.claim.rules.RowFault;
import se.medel.privacy.FreeText;
import se.medel.privacy.PersonalNumbers;
import se.medel.refusal.Refusal;
import se.medel.web.Days;

/**
 * A client as somebody wrote it, in a file or a form: texts of which nobody knows yet whether they can be read.
 *
 * @param number its row in the file
 * @param texts what stands in each column; nothing where it must not be kept
 * @param unusable the columns whose text isn't kept, and why
 */
public record WrittenRow(int number, Map<Column, String> texts, Map<Column, Unusable> unusable) {

    /** Why the text of a cell isn't kept. */
    public enum Unusable {
        FORMULA,
        /** It seems to hold a personal number, which is never stored, shown or logged. */
        PERSONAL_NUMBER
    }

    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
    private static final Pattern DAY =
            Pattern.compile("([0-9]{4})([-/.]?)([0-9]{2})\\2([0-9]{2})(?:[T ]00:00(?::00(?:\\.0+)?)?)?");
    private static final Set<String> YES = Set.of("ja", "j", "yes", "y", "x", "sant", "true", "1");

    public WrittenRow {
        texts = Collections.unmodifiableMap(texts.isEmpty() ? new EnumMap<>(Column.class) : new EnumMap<>(texts));
        unusable =
                Collections.unmodifiableMap(unusable.isEmpty() ? new EnumMap<>(Column.class) : new EnumMap<>(unusable));
    }

    /** A row of a file, without what must not be kept of it. */
    public static WrittenRow of(Line line) {
        Map<Column, String> texts = new EnumMap<>(Column.class);
        Map<Column, Unusable> unusable = new EnumMap<>(Column.class);
        line.formulas().forEach(column -> unusable.put(column, Unusable.FORMULA));
        line.cells().forEach((column, text) -> {
            if (PersonalNumbers.areIn(text)) {
                unusable.put(column, Unusable.PERSONAL_NUMBER);
            } else {
                texts.put(column, text);
            }
        });
        return new WrittenRow(line.number(), texts, unusable);
    }

    /** A client that could be read, as it is written in a file. */
    public static WrittenRow of(int number, ClaimedClient client) {
        Map<Column, String> texts = new EnumMap<>(Column.class);
        texts.put(Column.CODE, client.code());
        texts.put(Column.BIRTH_YEAR, Objects.toString(client.birthYear(), null));
        texts.put(Column.ADMITTED_ON, Objects.toString(client.admittedOn(), null));
        texts.put(Column.EARLIER_CONTACT, Objects.toString(client.earlierContact(), null));
        texts.put(Column.ATTESTED, client.attested() ? "ja" : null);
        texts.put(Column.ATTESTED_BY, client.attestedBy());
        texts.values().removeIf(Objects::isNull);
        return new WrittenRow(number, texts, Map.of());
    }

    /** What stands in the column, {@code ""} where nothing does. */
    public String text(Column column) {
        return texts.getOrDefault(column, "");
    }

    /** The client as far as it can be read. */
    public ClaimedClient client() {
        String year = text(Column.BIRTH_YEAR);
        return new ClaimedClient(
                text(Column.CODE),
                YEAR.matcher(year).matches() ? Integer.valueOf(year) : null,
                day(text(Column.ADMITTED_ON)).orElse(null),
                day(text(Column.EARLIER_CONTACT)).orElse(null),
                YES.contains(text(Column.ATTESTED).toLowerCase(Locale.ROOT)),
                text(Column.ATTESTED_BY));
    }

    /** Everything that is wrong: what can't be read, and in the other columns what the rules say of it. */
    public List<Refusal> faults(List<Refusal> byRules) {
        List<Refusal> faults = new ArrayList<>(unreadable());
        Set<String> fields = faults.stream().map(Refusal::field).collect(Collectors.toSet());
        byRules.stream().filter(fault -> !fields.contains(fault.field())).forEach(faults::add);
        return faults;
    }

    private List<Refusal> unreadable() {
        List<Refusal> faults = new ArrayList<>();
        unusable.forEach((column, why) -> faults.add(
                switch (why) {
                    case FORMULA -> Refusal.of(RowFault.CELL_IS_FORMULA).at(column.field());
                    case PERSONAL_NUMBER ->
                        Refusal.of(FreeText.Fault.PERSONAL_NUMBER).at(column.field());
                }));
        String contact = text(Column.EARLIER_CONTACT);
        if (!contact.isEmpty() && day(contact).isEmpty()) {
            faults.add(Refusal.of(RowFault.CONTACT_UNREADABLE)
                    .at(Column.EARLIER_CONTACT.field())
                    .by("A6"));
        }
        return faults;
    }

    /** Days as spreadsheets write them, the year first; other orders can be read in two ways. */
    private static Optional<LocalDate> day(String text) {
        Matcher day = DAY.matcher(text);
        return day.matches()
                ? Days.parsed(
                        String.join("-", Stream.of(1, 3, 4).map(day::group).toList()))
                : Optional.empty();
    }

    /** Only where it stands: a text may be what must never reach a log. */
    @Override
    public String toString() {
        return "Row " + number;
    }
}
