package se.medel.costreport;

import se.medel.user.Actor;

/** Told, within the same transaction, when an officer has approved a report: whoever settles listens. */
public record ReportApproved(CostReportView report, Actor officer) {}
