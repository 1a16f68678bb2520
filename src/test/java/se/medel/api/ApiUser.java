package se.medel.api;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A demo user who uses the API. */
public record ApiUser(String username) {

    public static final ApiUser OFFICER = new ApiUser("handlaggare");
    public static final ApiUser DIRECTOR = new ApiUser("chef");
    public static final ApiUser CONTROLLER = new ApiUser("ekonom");
    public static final ApiUser SECRETARY = new ApiUser("sekreterare");
    public static final ApiUser AUDITOR = new ApiUser("revisor");
    public static final ApiUser EVALUATOR = new ApiUser("utvarderare");
    public static final ApiUser ADMINISTRATOR = new ApiUser("admin");

    public RequestSpecification asks() {
        return given().auth().preemptive().basic(username, "demo").urlEncodingEnabled(false);
    }

    public ValidatableResponse get(String path) {
        return asks().get(path).then();
    }

    public ValidatableResponse post(String path, Object body) {
        return asks().contentType("application/json").body(body).post(path).then();
    }

    /** Without a body. REST Assured would call it a form if no content type were set. */
    public ValidatableResponse post(String path) {
        return asks().contentType("application/json").post(path).then();
    }

    public ValidatableResponse post(String path, String key, Object body) {
        return asks().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .then();
    }

    public ValidatableResponse delete(String path) {
        return asks().contentType("application/json").delete(path).then();
    }

    public ValidatableResponse put(String path, String tag, Object body) {
        return asks().contentType("application/json")
                .headers(tag == null ? Map.of() : Map.of("If-Match", tag))
                .body(body)
                .put(path)
                .then();
    }
}
