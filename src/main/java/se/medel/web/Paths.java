package se.medel.web;

/** What the address of a request says. */
public final class Paths {

    private Paths() {}

    /** Whether a program is to be answered, with JSON, and not a person. */
    public static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** Whether files are received there, which may be larger than a form or a JSON text. */
    public static boolean takesFiles(String path) {
        return path.endsWith("/clients/upload")
                || path.endsWith("/clients/uploads")
                || path.endsWith("/clients/file")
                || path.endsWith("/payments/confirm")
                || path.endsWith("/payments/confirmations")
                || path.endsWith("/files/upload")
                || path.endsWith("/costs-file/upload");
    }

    /** Whether a ledger is received there, which may be larger than any other file. */
    public static boolean takesLedgers(String path) {
        return path.endsWith("/ledger/upload");
    }

    /**
     * An address to go back to, if it is a path on this server; else the start page. What comes from outside could
     * otherwise send the user to somebody else's log-in page.
     */
    public static String localOrStart(String path) {
        boolean local = path != null
                && path.matches(
                        "/((?:[A-Za-z0-9_~.?=&+,-]|%[0-9A-Fa-f]{2})(?:[A-Za-z0-9_~.?=&+,/-]|%[0-9A-Fa-f]{2})*)?");
        return local ? path : "/";
    }
}
