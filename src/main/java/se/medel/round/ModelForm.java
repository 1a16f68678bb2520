package se.medel.round;

import io.quarkus.qute.TemplateData;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import se.medel.money.Kronor;
import se.medel.refusal.Refusal;
import se.medel.round.rules.AllocationModel;
import se.medel.round.rules.AllocationModel.Ceiling;
import se.medel.round.rules.Basis;
import se.medel.round.rules.Component;
import se.medel.round.rules.Component.AgeBand;
import se.medel.round.rules.Component.ClientCap;
import se.medel.round.rules.Component.ClientCompensation;
import se.medel.round.rules.Component.CoFinancing;
import se.medel.round.rules.Component.FixedGrant;
import se.medel.round.rules.Component.GroupCap;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Msg;

/** A model as the fields of a form, and back again. The names of the fields are those that the service refuses. */
public final class ModelForm {

    private static final Rows FIXED = new Rows("fixedGrant");
    private static final Rows GROUPS = new Rows("clientCompensation.groups");

    private static final String OFF_PLAN = "offPlanTolerancePercent";

    /** A row of the form, by the names of its fields; {@code number} counts from one. */
    @TemplateData
    public record Row(
            int index,
            int number,
            String rule,
            String source,
            String name,
            String district,
            String amount,
            String districts) {
        private static Row at(Rows rows, int index) {
            String row = rows.row(index);
            return new Row(
                    index,
                    index + 1,
                    row + ".rule",
                    row + ".source",
                    row + ".name",
                    row + ".district",
                    row + (rows == FIXED ? ".amount" : ".clients"),
                    row + ".districts");
        }
    }

    private ModelForm() {}

    /** The rows of districts with a fixed grant. */
    public static List<Row> fixedRows(Form form) {
        return rows(FIXED, form);
    }

    /** The rows of groups with a cap of their own. */
    public static List<Row> groupRows(Form form) {
        return rows(GROUPS, form);
    }

    private static List<Row> rows(Rows rows, Form form) {
        return IntStream.range(0, rows.count(form.names()))
                .mapToObj(index -> Row.at(rows, index))
                .toList();
    }

    /** What was posted, with the row added or removed that a button asks for. */
    public static Form posted(MultivaluedMap<String, String> posted) {
        String button = Form.of(posted).value("do");
        Form form = Form.of(GROUPS.renumbered(
                FIXED.renumbered(posted, removed(button, "removeFixed-")), removed(button, "removeGroup-")));
        if (button.equals("addFixed")) {
            form.with(FIXED.row(FIXED.count(form.names())) + ".amount", "");
        }
        if (button.equals("addGroup")) {
            form.with(GROUPS.row(GROUPS.count(form.names())) + ".name", "");
        }
        return form;
    }

    private static int removed(String button, String name) {
        return button.matches(name + "[0-9]{1,6}") ? Integer.parseInt(button.substring(name.length())) : -1;
    }

    /** The form filled in with a model. */
    public static Form filled(AllocationModel model, long version) {
        Form form = Form.empty().with("version", version);
        model.fixedGrant().ifPresent(grant -> {
            form.with("fixedGrant.present", "yes");
            fill(form, "fixedGrant", grant.basis());
            int row = 0;
            for (Map.Entry<String, Kronor> named : grant.amounts().entrySet()) {
                String at = FIXED.row(row++);
                form.with(at + ".district", named.getKey());
                form.with(at + ".amount", typed(named.getValue()));
            }
        });
        model.coFinancing().ifPresent(component -> {
            form.with("coFinancing.present", "yes");
            fill(form, "coFinancing", component.basis());
            form.with("coFinancing.maximum", typed(component.maximum()));
            form.withAll("coFinancing.recipients", component.recipients());
            form.with("coFinancing.ownPartRequired", component.ownPartRequired() ? "yes" : null);
            fill(form, "coFinancing.partFinancing", component.partFinancing());
        });
        model.clientCompensation().ifPresent(compensation -> {
            form.with("clientCompensation.present", "yes");
            fill(form, "clientCompensation", compensation.basis());
            form.with("clientCompensation.rate", typed(compensation.rate()));
            form.with("clientCompensation.total", compensation.total().clients());
            fill(form, "clientCompensation.total", compensation.total().basis());
            form.with("clientCompensation.youngest", compensation.ages().youngest());
            form.with("clientCompensation.oldest", compensation.ages().oldest());
            fill(form, "clientCompensation.ages", compensation.ages().basis());
            form.with("clientCompensation.quietMonths", compensation.quietMonths());
            for (int i = 0; i < compensation.groups().size(); i++) {
                GroupCap group = compensation.groups().get(i);
                String at = GROUPS.row(i);
                fill(form, at, group.basis());
                form.with(at + ".name", group.name());
                form.with(at + ".clients", group.clients());
                form.withAll(at + ".districts", group.districts());
            }
        });
        fill(form, "ceiling", model.ceiling().basis());
        form.with("ceiling.amount", typed(model.ceiling().amount()));
        form.with(OFF_PLAN, model.offPlanTolerancePercent());
        return form;
    }

    private static void fill(Form form, String field, Basis basis) {
        form.with(field + ".rule", basis.rule()).with(field + ".source", basis.source());
    }

    /** Without the unit, which stands beside the field. */
    private static String typed(Kronor amount) {
        return Formats.number(amount.amount());
    }

    /**
     * The model that was typed. What can't be read is refused at its field, and nothing or zero stands in its place; such a
     * model must not be kept.
     *
     * @param districts slugs of the districts of the round's year
     * @param before the model that was changed, whose eligible districts keep their order, so that an order that nobody
     *     chose isn't kept in the trail as a change
     */
    public static AllocationModel read(Form form, Set<String> districts, AllocationModel before, Locale locale) {
        Msg msg = Language.msg(locale);
        RoundMsg texts = RoundTexts.in(locale);
        List<Component> components = new ArrayList<>();
        if (form.chosen("fixedGrant.present", "yes")) {
            components.add(fixedGrant(form, districts, msg, texts));
        }
        if (form.chosen("coFinancing.present", "yes")) {
            components.add(new CoFinancing(
                    basis(form, "coFinancing"),
                    inOrderOf(
                            before.coFinancing().map(CoFinancing::recipients).orElse(List.of()),
                            form.values("coFinancing.recipients")),
                    kronor(form, "coFinancing.maximum", msg),
                    basis(form, "coFinancing.partFinancing"),
                    form.chosen("coFinancing.ownPartRequired", "yes")));
        }
        if (form.chosen("clientCompensation.present", "yes")) {
            components.add(new ClientCompensation(
                    basis(form, "clientCompensation"),
                    kronor(form, "clientCompensation.rate", msg),
                    new ClientCap(
                            basis(form, "clientCompensation.total"),
                            count(form, "clientCompensation.total", RoundService.MOST_CLIENTS, msg)),
                    GROUPS.of(form.names()).stream()
                            .map(at -> new GroupCap(
                                    basis(form, at),
                                    form.value(at + ".name"),
                                    form.values(at + ".districts"),
                                    count(form, at + ".clients", RoundService.MOST_CLIENTS, msg)))
                            .toList(),
                    new AgeBand(
                            basis(form, "clientCompensation.ages"),
                            count(form, "clientCompensation.youngest", RoundService.MOST_YEARS, msg),
                            count(form, "clientCompensation.oldest", RoundService.MOST_YEARS, msg)),
                    form.value("clientCompensation.quietMonths").isEmpty()
                            ? null
                            : Integer.valueOf(count(
                                    form, "clientCompensation.quietMonths", RoundService.MOST_QUIET_MONTHS, msg))));
        }
        return new AllocationModel(
                components,
                new Ceiling(basis(form, "ceiling"), kronor(form, "ceiling.amount", msg)),
                // Who says nothing tolerates nothing (Y4).
                form.value(OFF_PLAN).isEmpty() ? 0 : count(form, OFF_PLAN, AllocationModel.MOST_PERCENT, msg));
    }

    private static List<String> inOrderOf(List<String> before, List<String> chosen) {
        Set<String> ordered = new LinkedHashSet<>(before);
        ordered.retainAll(chosen);
        ordered.addAll(chosen);
        return List.copyOf(ordered);
    }

    private static FixedGrant fixedGrant(Form form, Set<String> districts, Msg msg, RoundMsg texts) {
        Map<String, Kronor> amounts = new LinkedHashMap<>();
        for (String at : FIXED.of(form.names())) {
            String district = form.value(at + ".district");
            if (district.isEmpty() && form.value(at + ".amount").isEmpty()) {
                continue;
            }
            Kronor amount = kronor(form, at + ".amount", msg);
            if (district.isEmpty()) {
                form.reject(at + ".district", texts.editDistrictMissing());
            } else if (!districts.contains(district)) {
                form.reject(at + ".district", texts.editDistrictUnknown());
            } else if (amounts.containsKey(district)) {
                form.reject(at + ".district", texts.editDistrictTwice());
            }
            amounts.putIfAbsent(district, amount);
        }
        return new FixedGrant(basis(form, "fixedGrant"), amounts);
    }

    /** The refusals at the fields of the form: a row is named by its district in the model, and by its number here. */
    public static List<Refusal> atFields(List<Refusal> refusals, Form form) {
        return refusals.stream().map(refusal -> atField(refusal, form)).toList();
    }

    private static Refusal atField(Refusal refusal, Form form) {
        String field = refusal.field();
        if (field == null) {
            return refusal;
        }
        if (field.equals("clientCompensation.ages")) {
            return refusal.at("clientCompensation.youngest");
        }
        if (field.equals("fixedGrant")) {
            return refusal.at(FIXED.row(0) + ".district");
        }
        return IntStream.range(0, FIXED.count(form.names()))
                .mapToObj(FIXED::row)
                .filter(row -> field.equals("fixedGrant." + form.value(row + ".district")))
                .findFirst()
                .map(row -> refusal.at(row + ".amount"))
                .orElse(refusal);
    }

    private static Basis basis(Form form, String field) {
        return new Basis(form.value(field + ".rule"), form.value(field + ".source"));
    }

    private static Kronor kronor(Form form, String name, Msg msg) {
        BigDecimal amount = form.wholeKronor(name, msg);
        return amount == null ? null : new Kronor(amount);
    }

    private static int count(Form form, String name, int most, Msg msg) {
        Integer count = form.count(name, most, msg);
        return count == null ? 0 : count;
    }
}
