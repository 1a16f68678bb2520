package se.medel.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An RFC 9457 problem. Programs read {@code type}, which never changes, and the pointers and rules in {@code errors};
 * title and detail are for people, in the language of Accept-Language.
 *
 * @param type a stable address such as {@code /problems/not-found}
 * @param title what kind of problem it is
 * @param status the HTTP status
 * @param detail what is wrong this time
 * @param instance the reference of this very occurrence, null where none was given
 * @param errors what is wrong with single fields; empty where the problem isn't about fields
 * @param more what else a kind of problem tells, such as what is left under a cap
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors"})
@Schema(name = "Problem", description = "RFC 9457 problem details")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        List<Fault> errors,
        @JsonIgnore Map<String, Object> more) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * What is wrong with one field or by one rule.
     *
     * @param pointer a JSON pointer into what was sent, such as {@code /asks/0/amount}, or the name of a parameter
     * @param detail what is wrong with it
     * @param rule the id of the rule that refuses it, such as M2; null where it isn't a rule of the model
     * @param type the stable address of what is wrong, where several things are; null where the problem's own type says it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProblemFault")
    public record Fault(String pointer, String detail, String rule, String type) {}

    /** A problem of the kind {@code /problems/<kind>}. */
    public static Problem of(String kind, int status, String title, String detail) {
        return new Problem("/problems/" + kind, title, status, detail, null, List.of(), Map.of());
    }

    /** The same with one more faulty field; {@code rule} may be null. */
    public Problem fault(String pointer, String detail, String rule) {
        List<Fault> all = new ArrayList<>(errors);
        all.add(new Fault(pointer, detail, rule, null));
        return faults(all);
    }

    /** The same with these faults. */
    Problem faults(List<Fault> faults) {
        return new Problem(type, title, status, detail, instance, List.copyOf(faults), more);
    }

    /** The same with one more member. */
    public Problem with(String member, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put(member, value);
        return new Problem(type, title, status, detail, instance, errors, all);
    }

    /** The same as the occurrence that the log knows by this reference. */
    public Problem occurrence(String reference) {
        return new Problem(type, title, status, detail, "urn:uuid:" + reference, errors, more);
    }

    @JsonAnyGetter
    Map<String, Object> members() {
        return more;
    }

    /** The problem as an HTTP answer. */
    public Response toResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }

    /** The media type as an object. */
    static MediaType mediaType() {
        return MediaType.valueOf(MEDIA_TYPE);
    }
}
