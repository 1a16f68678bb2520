package se.medel.round;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Rows of a posted form whose fields are named {@code asks[0].amount}. Rows are added and removed by buttons that post the
 * whole form, so that everything typed stays; the rows are always numbered 0, 1, 2 … without gaps.
 */
public final class Rows {

    /** More rows than anybody needs; what comes above is no form of ours. */
    public static final int MOST = 100;

    private final String prefix;
    private final Pattern named;

    public Rows(String prefix) {
        this.prefix = prefix;
        this.named = Pattern.compile(Pattern.quote(prefix) + "\\[([0-9]{1,6})](\\..+)");
    }

    /** How many rows a form has, whose rows are numbered without gaps. */
    public int count(Iterable<String> names) {
        return numbers(names).size();
    }

    /** The names of the rows: {@code asks[0]}, {@code asks[1]} … */
    public List<String> of(Iterable<String> names) {
        return IntStream.range(0, count(names)).mapToObj(this::row).toList();
    }

    public String row(int number) {
        return prefix + "[" + number + "]";
    }

    /** The same form with its rows numbered without gaps, without one row if {@code removed} is there. */
    public MultivaluedMap<String, String> renumbered(MultivaluedMap<String, String> posted, int removed) {
        List<Integer> kept = numbers(posted.keySet()).stream()
                .filter(number -> number != removed)
                .toList();
        MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
        posted.forEach((name, values) -> {
            Matcher row = named.matcher(name);
            if (!row.matches()) {
                form.addAll(name, values);
            } else if (kept.contains(Integer.parseInt(row.group(1)))) {
                form.addAll(row(kept.indexOf(Integer.parseInt(row.group(1)))) + row.group(2), values);
            }
        });
        return form;
    }

    private List<Integer> numbers(Iterable<String> names) {
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String name : names) {
            Matcher row = named.matcher(name);
            if (row.matches()) {
                numbers.add(Integer.parseInt(row.group(1)));
            }
        }
        return List.copyOf(numbers);
    }
}
