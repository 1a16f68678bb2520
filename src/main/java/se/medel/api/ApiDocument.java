package se.medel.api;

/** Names that the API's resources and its OpenAPI document share. */
public final class ApiDocument {

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    public static final String IF_MATCH = "If-Match";

    private ApiDocument() {}
}
