package se.medel.application.rules;

/** What a plan line pays for. */
public enum CostCategory {
    STAFF,
    TRAINING,
    PREMISES,
    ACTIVITIES,
    PURCHASED_SERVICES,
    TRAVEL,
    EQUIPMENT,
    OTHER
}
