package se.medel.control.rules;

/** How a question of the checklist is answered. */
public enum CheckAnswer {
    YES,
    NO,
    NOT_RELEVANT
}
