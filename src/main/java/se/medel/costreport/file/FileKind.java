package se.medel.costreport.file;

/** What a file of a report is. */
public enum FileKind {
    /** The district's ledger, a SIE file. */
    LEDGER("application/octet-stream"),
    /** A PDF that the district wants to show. */
    ATTACHMENT("application/pdf"),
    /** A PDF that a control has asked for. */
    VOUCHER("application/pdf");

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }
}
