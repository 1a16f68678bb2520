package se.medel.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.filter.cookie.CookieFilter;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who uses the pages without a browser: logged in as a demo user, keeps cookies, and posts forms as they stand on
 * the page, with their token, version and everything that is already filled in.
 */
public final class Visitor {

    private static final Pattern UNFILLED = Pattern.compile("(?:href|action)=\"[^\"]*\\{[^\"]*\"");

    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(csrf|version)\" value=\"([^\"]*)\"");

    private final CookieFilter cookies = new CookieFilter();

    private Visitor() {}

    /** Logs a demo user in. */
    public static Visitor loggedInAs(String username) {
        Visitor visitor = new Visitor();
        visitor.request()
                .formParam("username", username)
                .formParam("password", "demo")
                .post("/login")
                .then()
                .statusCode(302);
        return visitor;
    }

    private RequestSpecification request() {
        return given().filter(cookies).contentType(FORM).redirects().follow(false);
    }

    public Visitor inEnglish() {
        request().get("/language/en?back=/").then().statusCode(303);
        return this;
    }

    /** Gets a page; no address in it may hold a part of its template that wasn't filled in. */
    public ValidatableResponse get(String path) {
        Response page = request().get(path);
        if (String.valueOf(page.contentType()).startsWith("text/html")) {
            assertThat(UNFILLED.matcher(page.asString()).results().map(MatchResult::group))
                    .as("addresses in %s", path)
                    .isEmpty();
        }
        return page.then();
    }

    /**
     * Posts a form to the address of its page.
     *
     * @param fields names and values, one after the other
     */
    public ValidatableResponse post(String path, String... fields) {
        return postFrom(path, path, fields);
    }

    /** Posts a form that stands on another page than the one it is posted to. */
    public ValidatableResponse postFrom(String page, String path, String... fields) {
        List<String> hidden = hidden(request().get(page));
        hidden.addAll(List.of(fields));
        return send(path, hidden);
    }

    /** Sends a file by the form at the address of its page. */
    public ValidatableResponse upload(String path, String fileName, byte[] file) {
        return uploadFrom(path, path, fileName, file);
    }

    /** Sends a file with the token of another page than the one it is sent to. */
    public ValidatableResponse uploadFrom(String page, String path, String fileName, byte[] file) {
        RequestSpecification request = given().filter(cookies)
                .redirects()
                .follow(false)
                .multiPart("file", fileName, file, "application/octet-stream");
        List<String> hidden = hidden(request().get(page));
        for (int i = 0; i < hidden.size(); i += 2) {
            request.multiPart(hidden.get(i), hidden.get(i + 1));
        }
        return request.post(path).then();
    }

    /** Posts what was got earlier, as from a page that has stood open. */
    public ValidatableResponse send(String path, List<String> fields) {
        RequestSpecification request = request();
        for (int i = 0; i < fields.size(); i += 2) {
            request.formParam(fields.get(i), fields.get(i + 1));
        }
        return request.post(path).then();
    }

    /** The hidden fields that a page's last form carries. */
    public List<String> hidden(String page) {
        return hidden(request().get(page));
    }

    private static List<String> hidden(Response page) {
        String csrf = null;
        String version = null;
        Matcher matcher = HIDDEN.matcher(page.asString());
        while (matcher.find()) {
            if (matcher.group(1).equals("csrf")) {
                csrf = matcher.group(2);
            } else {
                version = matcher.group(2);
            }
        }
        List<String> fields = new ArrayList<>();
        if (csrf != null) {
            fields.addAll(List.of("csrf", csrf));
        }
        if (version != null) {
            fields.addAll(List.of("version", version));
        }
        return fields;
    }
}
