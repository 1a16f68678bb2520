package se.medel.whatif;

import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.medel.money.Kronor;
import se.medel.round.rules.Outcome;
import se.medel.round.rules.Uptake;
import se.medel.web.Formats;

/**
 * Two to four trials side by side: figures, where each rule bites, and what every district gets.
 *
 * @param columns the trials, in the order they were asked for
 * @param rules one row for each rule that any of them has
 * @param districts one row for each district
 * @param differing how many districts get different sums
 */
record TrialComparison(
        TrialPicture picture,
        List<Column> columns,
        List<Row> figures,
        List<Row> rules,
        List<Row> districts,
        int differing) {

    @TemplateData
    record Column(String name, String href) {}

    /** @param differs whether not all cells say the same */
    @TemplateData
    record Row(String head, String hint, List<Cell> cells, boolean differs) {}

    /** @param note more about it, null for nothing */
    @TemplateData
    record Cell(String column, String text, String note) {}

    static TrialComparison of(List<TrialView> trials, List<String> districts, TrialWords words) {
        List<Uptake> uptakes = trials.stream().map(TrialView::uptake).toList();
        List<String> names = trials.stream().map(TrialView::name).toList();
        List<Row> rows = districts.stream()
                .map(district -> row(
                        words.name(district),
                        null,
                        names,
                        uptakes,
                        uptake -> new Cell(null, ofDistrict(uptake, district), null)))
                .toList();
        return new TrialComparison(
                TrialPicture.of(names, uptakes, words),
                trials.stream()
                        .map(trial -> new Column(trial.name(), TrialPages.at(trial)))
                        .toList(),
                figures(trials, names, uptakes, words),
                rules(names, uptakes, words),
                rows,
                (int) rows.stream().filter(Row::differs).count());
    }

    private static List<Row> figures(
            List<TrialView> trials, List<String> names, List<Uptake> uptakes, TrialWords words) {
        WhatIfMsg msg = words.msg();
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                msg.asked(),
                null,
                names,
                trials,
                trial -> plain(TrialWords.kr(trial.uptake().asked()))));
        rows.add(row(msg.granted(), null, names, uptakes, uptake -> plain(TrialWords.kr(uptake.granted()))));
        rows.add(row(
                msg.cut(),
                null,
                names,
                uptakes,
                uptake -> plain(TrialWords.kr(uptake.asked().minus(uptake.granted())))));
        rows.add(row(msg.left(), null, names, uptakes, uptake -> plain(TrialWords.kr(uptake.left()))));
        rows.add(row(
                msg.clientsGranted(),
                null,
                names,
                uptakes,
                uptake -> plain(Formats.number(uptake.committed().clients()))));
        rows.add(row(
                msg.order(), null, names, trials, trial -> plain(words.texts().name(trial.order()))));
        rows.add(row(
                msg.sequence(),
                null,
                names,
                trials,
                trial -> plain(words.texts().name(trial.sequence()))));
        return rows;
    }

    private static List<Row> rules(List<String> names, List<Uptake> uptakes, TrialWords words) {
        List<Map<String, TrialResult.Rule>> byKey = uptakes.stream()
                .map(uptake -> TrialResult.rules(uptake, words).stream()
                        .collect(Collectors.toMap(
                                TrialComparison::key, Function.identity(), (one, other) -> one, LinkedHashMap::new)))
                .collect(Collectors.toList());
        Set<String> keys = new LinkedHashSet<>();
        byKey.forEach(rules -> keys.addAll(rules.keySet()));
        return keys.stream()
                .map(key -> {
                    TrialResult.Rule any = byKey.stream()
                            .flatMap(rules -> Stream.ofNullable(rules.get(key)))
                            .findFirst()
                            .orElseThrow();
                    return row(any.rule(), any.what(), names, byKey, rules -> cell(rules.get(key), words));
                })
                .toList();
    }

    private static String key(TrialResult.Rule rule) {
        return rule.rule() + " " + rule.what();
    }

    private static Cell cell(TrialResult.Rule rule, TrialWords words) {
        if (rule == null) {
            return plain(words.msg().noSuchRule());
        }
        return rule.where() == null
                ? new Cell(null, words.msg().bindsNot(), words.msg().limitIs(rule.limit()))
                : new Cell(null, rule.where(), words.msg().limitCut(rule.limit(), rule.cut()));
    }

    private static String ofDistrict(Uptake uptake, String district) {
        return TrialWords.kr(uptake.outcomes().stream()
                .filter(outcome -> outcome.ask().district().equals(district))
                .map(Outcome::granted)
                .reduce(Kronor.ZERO, Kronor::plus));
    }

    private static Cell plain(String text) {
        return new Cell(null, text, null);
    }

    private static <T> Row row(String head, String hint, List<String> names, List<T> of, Function<T, Cell> say) {
        List<Cell> said = of.stream().map(say).toList();
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            cells.add(new Cell(names.get(i), said.get(i).text(), said.get(i).note()));
        }
        boolean differs = said.stream()
                        .map(cell -> cell.text() + Optional.ofNullable(cell.note()))
                        .distinct()
                        .count()
                > 1;
        return new Row(head, hint, cells, differs);
    }
}
