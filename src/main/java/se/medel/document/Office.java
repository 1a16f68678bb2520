package se.medel.document;

import se.medel.web.Language;

/** The organisation's names as documents write them, each also with a capital for the start of a sentence. */
public record Office(String city, String administration, String committee, String director, String court) {

    public static Office of(Organisation organisation) {
        return new Office(
                organisation.city(),
                organisation.administration(),
                organisation.committee(),
                organisation.director(),
                organisation.court());
    }

    public String administrationFirst() {
        return first(administration);
    }

    public String committeeFirst() {
        return first(committee);
    }

    public String directorFirst() {
        return first(director);
    }

    private static String first(String name) {
        return name.substring(0, 1).toUpperCase(Language.SWEDISH) + name.substring(1);
    }
}
