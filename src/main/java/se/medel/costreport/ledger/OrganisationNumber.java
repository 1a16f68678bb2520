package se.medel.costreport.ledger;

/** A Swedish organisation number in the ways in which ledgers write it. */
final class OrganisationNumber {

    private static final int DIGITS = 10;

    private OrganisationNumber() {}

    /** Ten digits, without hyphen and without the century that some write before it; what isn't one comes out as it is. */
    static String bare(String text) {
        String digits = text.replaceAll("[\\s-]", "");
        return digits.length() == DIGITS + 2 && digits.startsWith("16") ? digits.substring(2) : digits;
    }

    static boolean isOne(String bare) {
        return bare.matches("[0-9]{" + DIGITS + "}");
    }

    /** With its hyphen, for people. */
    static String shown(String text) {
        String bare = bare(text);
        return isOne(bare) ? bare.substring(0, 6) + "-" + bare.substring(6) : text;
    }
}
