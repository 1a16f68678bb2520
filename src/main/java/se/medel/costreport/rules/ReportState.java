package se.medel.costreport.rules;

/** Where a cost report stands (section 5 of the domain). One that isn't due yet doesn't exist. */
public enum ReportState {
    /** Opened, with the plan filled in; nothing is written in it. */
    DUE,
    DRAFT,
    /** Signed by the district's director. */
    SUBMITTED,
    /** To be completed, or corrected after it was approved. */
    RETURNED,
    APPROVED;

    /** Whether the district writes in it. */
    public boolean isEditable() {
        return this == DUE || this == DRAFT || this == RETURNED;
    }
}
