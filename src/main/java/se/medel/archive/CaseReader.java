package se.medel.archive;

import se.medel.application.ApplicationService;
import se.medel.costreport.CostReportService;
import se.medel.user.Role;

/**
 * What the one who takes out a case file may read of it, as on the pages; the rest is left out, and the index says so.
 *
 * @param clients the clients' codes (P1)
 * @param files what districts have sent in with their reports, and how these were controlled
 * @param ledgers whole ledgers, which name employees and suppliers
 * @param changes what something was before and after each event: drafts, too, and what isn't handed in
 */
record CaseReader(boolean clients, boolean files, boolean ledgers, boolean changes) {

    static CaseReader of(Role role) {
        return new CaseReader(
                ApplicationService.readsRows(role),
                CostReportService.readsFiles(role),
                role == Role.AUDITOR,
                role == Role.AUDITOR);
    }

    /** Why something is left out for this reader; null where it isn't. */
    LeftOut leavesOut(LeftOut rule) {
        boolean reads = rule == null
                || switch (rule) {
                    case CLIENT_CODES -> clients;
                    case REPORT_FILES -> files;
                    case LEDGERS -> ledgers;
                    case CHANGES -> changes;
                    case NOT_HANDED_IN -> false;
                };
        return reads ? null : rule;
    }
}
