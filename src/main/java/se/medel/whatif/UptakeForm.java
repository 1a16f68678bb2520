package se.medel.whatif;

import io.quarkus.qute.TemplateData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import se.medel.api.Input;
import se.medel.money.Kronor;
import se.medel.round.Rows;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Msg;
import se.medel.whatif.rules.Expected;

/** An expected uptake as rows of a form, and back again. The names of the fields are those that the service refuses. */
final class UptakeForm {

    private static final Rows ROWS = new Rows("uptake");

    /** The fields of one district, by their names; {@code title} is its name. */
    @TemplateData
    record Row(
            String title,
            String slug,
            String district,
            String amount,
            String totalCost,
            String otherFunding,
            String clients) {
        private static Row at(int index, Form form, Map<String, String> names) {
            String row = ROWS.row(index);
            String slug = form.value(row + ".district");
            return new Row(
                    names.getOrDefault(slug, slug),
                    slug,
                    row + ".district",
                    row + ".amount",
                    row + ".totalCost",
                    row + ".otherFunding",
                    row + ".clients");
        }
    }

    private UptakeForm() {}

    /** Puts an uptake into the form in place of whatever stands there. */
    static Form fill(Form form, Expected expected) {
        for (int i = 0; i < expected.rows().size(); i++) {
            Expected.Row row = expected.rows().get(i);
            String at = ROWS.row(i);
            form.with(at + ".district", row.district())
                    .with(at + ".amount", typed(row.amount()))
                    .with(at + ".totalCost", typed(row.totalCost()))
                    .with(at + ".otherFunding", typed(row.otherFunding()))
                    .with(at + ".clients", row.clients() == 0 ? "" : row.clients());
        }
        return form;
    }

    private static String typed(Kronor amount) {
        return amount == null ? "" : Formats.number(amount.amount());
    }

    static List<Row> rows(Form form, Map<String, String> names) {
        return IntStream.range(0, Math.min(Rows.MOST, ROWS.count(form.names())))
                .mapToObj(index -> Row.at(index, form, names))
                .toList();
    }

    /** What was typed. What can't be read is refused at its field; such an uptake must not be kept. */
    static Expected read(Form form, Map<String, String> names, Locale locale) {
        Msg msg = Language.msg(locale);
        List<Expected.Row> rows = new ArrayList<>();
        for (Row row : rows(form, names)) {
            rows.add(new Expected.Row(
                    row.slug(),
                    kronor(form, row.amount(), true, msg),
                    kronor(form, row.totalCost(), false, msg),
                    kronor(form, row.otherFunding(), false, msg),
                    clients(form, row.clients(), msg)));
        }
        return new Expected(rows);
    }

    private static Kronor kronor(Form form, String name, boolean whole, Msg msg) {
        if (form.value(name).isEmpty()) {
            return null;
        }
        BigDecimal amount = whole ? form.wholeKronor(name, msg) : form.kronorAndOre(name, msg);
        return amount == null ? null : new Kronor(amount);
    }

    private static long clients(Form form, String name, Msg msg) {
        if (form.value(name).isEmpty()) {
            return 0;
        }
        Integer count = form.count(name, (int) Input.MOST_CLIENTS, msg);
        return count == null ? 0 : count;
    }
}
