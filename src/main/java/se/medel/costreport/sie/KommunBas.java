package se.medel.costreport.sie;

import static se.medel.application.rules.CostCategory.ACTIVITIES;
import static se.medel.application.rules.CostCategory.EQUIPMENT;
import static se.medel.application.rules.CostCategory.OTHER;
import static se.medel.application.rules.CostCategory.PREMISES;
import static se.medel.application.rules.CostCategory.PURCHASED_SERVICES;
import static se.medel.application.rules.CostCategory.STAFF;
import static se.medel.application.rules.CostCategory.TRAINING;
import static se.medel.application.rules.CostCategory.TRAVEL;

import java.util.ArrayList;
import java.util.List;
import se.medel.application.rules.CostCategory;

/**
 * Where to begin with a chart: the classes and groups of Kommun-Bas 13, the municipalities' normal chart, which a city changes
 * to its own. It isn't the private BAS chart: there wages have class 7, here class 5.
 *
 * <p>From Kommun-Bas: the classes (4 costs, 5 labour, 6 and 7 other costs), and the groups 46 (bought activities), 50 (wages)
 * and 60 (premises), as real municipal charts show them. Ours: which of our categories each group belongs to, and every
 * group that isn't named here, taken from how cities use them; the charts differ there.
 */
public final class KommunBas {

    /** The edition that it follows. */
    public static final String EDITION = "Kommun-Bas 13";

    private KommunBas() {}

    public static AccountChart chart() {
        List<AccountChart.Line> lines = new ArrayList<>();
        // 4: costs and expenditure. Investments (40) are no cost of a year.
        none(lines, "40");
        add(lines, OTHER, "4");
        add(lines, PURCHASED_SERVICES, "45", "46", "47");
        // 5: labour, with its fees and pensions; courses for one's own staff are training.
        add(lines, STAFF, "5");
        add(lines, TRAVEL, "552");
        add(lines, TRAINING, "581");
        // 6 and 7: everything else.
        add(lines, OTHER, "6", "7");
        add(lines, PREMISES, "60", "61", "62");
        add(lines, EQUIPMENT, "63", "64", "65", "66", "68");
        add(lines, TRAVEL, "69", "70");
        add(lines, ACTIVITIES, "71", "72");
        add(lines, PURCHASED_SERVICES, "74", "75");
        add(lines, TRAINING, "763");
        // Depreciation is no payment.
        none(lines, "79");
        return new AccountChart(lines);
    }

    private static void add(List<AccountChart.Line> lines, CostCategory category, String... prefixes) {
        for (String prefix : prefixes) {
            lines.add(new AccountChart.Line(prefix, category.name()));
        }
    }

    private static void none(List<AccountChart.Line> lines, String prefix) {
        lines.add(new AccountChart.Line(prefix, AccountChart.Line.NO_COST));
    }
}
