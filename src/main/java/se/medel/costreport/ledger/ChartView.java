package se.medel.costreport.ledger;

import java.time.Instant;
import se.medel.costreport.sie.AccountChart;

/** Which accounts are which costs, in one version. */
public record ChartView(int version, AccountChart chart, String madeBy, Instant madeAt) {}
