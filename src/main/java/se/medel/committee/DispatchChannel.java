package se.medel.committee;

/** How a letter went to a district committee. */
public enum DispatchChannel {
    E_MAIL,
    CASE_SYSTEM,
    POST
}
