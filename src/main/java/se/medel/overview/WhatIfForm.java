package se.medel.overview;

import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.medel.money.Kronor;
import se.medel.round.RoundMsg;
import se.medel.round.RoundTexts;
import se.medel.round.Rows;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.Ask;
import se.medel.round.rules.ComponentKind;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Msg;

/** The asks of a what-if as rows of a form, and back again. */
final class WhatIfForm {

    private static final Rows ROWS = new Rows("asks");
    private static final int MOST_CLIENTS = 1_000_000;

    /** The fields of one row, by their names; {@code number} counts from one. */
    record Row(
            int index,
            int number,
            String district,
            String component,
            String amount,
            String totalCost,
            String otherFunding,
            String clients,
            String estimatedClients) {
        static Row at(int index) {
            String row = ROWS.row(index);
            return new Row(
                    index,
                    index + 1,
                    row + ".district",
                    row + ".component",
                    row + ".amount",
                    row + ".totalCost",
                    row + ".otherFunding",
                    row + ".clients",
                    row + ".estimatedClients");
        }

        Stream<String> fields() {
            return Stream.of(district, component, amount, totalCost, otherFunding, clients, estimatedClients);
        }
    }

    private WhatIfForm() {}

    static Form filled(List<Ask> asks, boolean fromCurrent) {
        Form form = Form.empty().with("start", fromCurrent ? "current" : "empty");
        for (int i = 0; i < asks.size(); i++) {
            Ask ask = asks.get(i);
            Row row = Row.at(i);
            form.with(row.district(), ask.district())
                    .with(row.component(), ask.component().wireName())
                    .with(row.amount(), typed(ask.amount()))
                    .with(row.totalCost(), typed(ask.totalCost()))
                    .with(row.otherFunding(), typed(ask.otherFunding()))
                    .with(row.clients(), ask.clients() == 0 ? null : ask.clients())
                    .with(row.estimatedClients(), ask.estimatedClients());
        }
        return form;
    }

    private static String typed(Kronor amount) {
        return amount == null ? null : Formats.number(amount.amount());
    }

    /** What was posted, with the row added or removed that a button asks for. */
    static Form posted(MultivaluedMap<String, String> posted) {
        String button = Form.of(posted).value("do");
        Form form = Form.of(ROWS.renumbered(
                posted, button.matches("remove-[0-9]{1,6}") ? Integer.parseInt(button.substring(7)) : -1));
        if (button.equals("add")) {
            form.with(ROWS.row(ROWS.count(form.names())) + ".amount", "");
        }
        return form;
    }

    static List<Row> rows(Form form) {
        return IntStream.range(0, ROWS.count(form.names())).mapToObj(Row::at).toList();
    }

    /** The asks, in the order of the rows; a row in which nothing is filled in is none. What can't be read is refused at its field. */
    static List<Ask> read(Form form, AllocationModel model, Set<String> districts, Locale locale) {
        Msg msg = Language.msg(locale);
        RoundMsg texts = RoundTexts.in(locale);
        List<Ask> asks = new ArrayList<>();
        if (rows(form).size() > Rows.MOST) {
            form.reject("", texts.whatIfTooMany());
            return asks;
        }
        for (Row row : rows(form)) {
            if (row.fields().allMatch(field -> form.value(field).isEmpty())) {
                continue;
            }
            int faults = form.errors().size();
            if (form.value(row.district()).isEmpty()) {
                form.reject(row.district(), texts.editDistrictMissing());
            } else if (!districts.contains(form.value(row.district()))) {
                form.reject(row.district(), texts.editDistrictUnknown());
            }
            Optional<ComponentKind> kind = ComponentKind.ofWireName(form.value(row.component()));
            if (kind.isEmpty()) {
                form.reject(row.component(), texts.whatIfChooseComponent());
            } else if (model.component(kind.get()).isEmpty()) {
                form.reject(row.component(), texts.whatIfNoComponent());
            }
            boolean perClient = kind.orElse(null) == ComponentKind.CLIENT_COMPENSATION;
            // A fixed grant is a named sum: without an amount the whole of it is meant.
            boolean needsAmount = kind.orElse(null) == ComponentKind.CO_FINANCING;
            Kronor amount = kronor(form, row.amount(), !needsAmount, true, msg);
            Kronor totalCost = kronor(form, row.totalCost(), true, false, msg);
            Kronor otherFunding = kronor(form, row.otherFunding(), true, false, msg);
            Long clients = count(form, row.clients(), !perClient, msg);
            Long estimated = count(form, row.estimatedClients(), true, msg);
            if (perClient && amount != null) {
                form.reject(row.amount(), texts.whatIfAmountOfClients());
            }
            if (kind.isPresent() && !perClient && clients != null && clients > 0) {
                form.reject(row.clients(), texts.whatIfClientsOfOthers());
            }
            if (form.errors().size() == faults) {
                asks.add(new Ask(
                        form.value(row.district()),
                        kind.orElseThrow(),
                        amount,
                        totalCost,
                        otherFunding,
                        clients == null ? 0 : clients,
                        estimated));
            }
        }
        return asks;
    }

    private static Kronor kronor(Form form, String name, boolean mayBeEmpty, boolean whole, Msg msg) {
        if (mayBeEmpty && form.value(name).isEmpty()) {
            return null;
        }
        BigDecimal amount = whole ? form.wholeKronor(name, msg) : form.kronorAndOre(name, msg);
        return amount == null ? null : new Kronor(amount);
    }

    private static Long count(Form form, String name, boolean mayBeEmpty, Msg msg) {
        if (mayBeEmpty && form.value(name).isEmpty()) {
            return null;
        }
        Integer count = form.count(name, MOST_CLIENTS, msg);
        return count == null ? null : count.longValue();
    }
}
