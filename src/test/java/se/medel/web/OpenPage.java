package se.medel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page that a visitor has open, used as in a browser without JavaScript: its links are followed by their text, and a form is
 * sent by its button's text with everything that is already filled in. What doesn't stand on the page can't be done here either.
 */
public final class OpenPage {

    private static final Pattern LINK = pattern("<a\\b([^>]*)>(.*?)</a>");
    private static final Pattern FORM = pattern("<form\\b([^>]*)>(.*?)</form>");
    private static final Pattern BUTTON = pattern("<button\\b([^>]*)>(.*?)</button>");
    private static final Pattern CONTROL =
            pattern("<input\\b([^>]*)>|<(select|textarea)\\b([^>]*)>(.*?)</(?:select|textarea)>");
    private static final Pattern OPTION = pattern("<option\\b([^>]*)>");
    private static final Pattern ROW = pattern("<tr\\b[^>]*>(.*?)</tr>");
    private static final Pattern MAIN = pattern("<main\\b[^>]*>(.*?)</main>");

    private final Visitor visitor;
    private final Map<String, List<String>> typed = new LinkedHashMap<>();
    private String path;
    private String html;

    private OpenPage(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Logs a demo user in and opens the start page. */
    public static OpenPage of(String username) {
        return new OpenPage(Visitor.loggedInAs(username)).go("/");
    }

    /** Writes an address in the browser's own field. */
    public OpenPage go(String address) {
        show(address, visitor.get(address.replaceFirst("#.*", "")).extract(), false);
        return this;
    }

    /** Follows the first link with this text, or else the first one that begins with it. */
    public OpenPage follow(String text) {
        List<MatchResult> links = all(LINK, html);
        String href = Stream.<Predicate<String>>of(text::equals, found -> found.startsWith(text))
                .flatMap(wanted -> links.stream().filter(link -> wanted.test(text(link.group(2)))))
                .findFirst()
                .map(link -> attribute(link.group(1), "href"))
                .orElseThrow(() -> missing("link", text));
        return go(href);
    }

    /** The addresses of the links that contain {@code part}. */
    public List<String> links(String part) {
        return all(LINK, html).stream()
                .map(link -> attribute(link.group(1), "href"))
                .filter(href -> href.contains(part))
                .distinct()
                .toList();
    }

    /** Fills a field in, or chooses exactly these of its boxes. */
    public OpenPage fill(String field, String... values) {
        typed.put(field, List.of(values));
        return this;
    }

    /** Everything that can be chosen in a field. */
    public String[] choices(String field) {
        return all(FORM, html).stream()
                .flatMap(form -> controls(form.group(2)).stream())
                .filter(control -> control.name().equals(field))
                .flatMap(control -> control.offered().stream())
                .toArray(String[]::new);
    }

    /** The page's fields whose name has this form. */
    public List<String> fields(String regex) {
        return all(FORM, html).stream()
                .flatMap(form -> controls(form.group(2)).stream())
                .map(Control::name)
                .filter(name -> name.matches(regex))
                .distinct()
                .toList();
    }

    /** Presses a button, and comes to the page that answers. */
    public OpenPage press(String button) {
        return press(button, null, false);
    }

    /** Presses the button that sends to this address, where several forms have one with the same text. */
    public OpenPage press(String button, String action) {
        return press(button, action, false);
    }

    /** Presses a button and is told what to put right. */
    public OpenPage pressInVain(String button) {
        return press(button, null, true);
    }

    private OpenPage press(String button, String action, boolean inVain) {
        for (MatchResult form : all(FORM, html)) {
            String at = Optional.ofNullable(attribute(form.group(1), "action")).orElse(path);
            Optional<String> pressed = all(BUTTON, form.group(2)).stream()
                    .filter(each -> attribute(each.group(1), "aria-hidden") == null)
                    .filter(each -> text(each.group(2)).startsWith(button))
                    .map(MatchResult::group)
                    .findFirst();
            if (pressed.isPresent() && (action == null || action.equals(at))) {
                return send(form, at, pressed.get(), inVain);
            }
        }
        throw missing("button", button);
    }

    private OpenPage send(MatchResult form, String action, String button, boolean inVain) {
        List<String> fields = new ArrayList<>();
        Set<String> met = new LinkedHashSet<>();
        for (Control control : controls(form.group(2))) {
            met.add(control.name());
            control.sent(typed.get(control.name())).forEach(value -> fields.addAll(List.of(control.name(), value)));
        }
        assertThat(met).as("fields of the form on %s", path).containsAll(typed.keySet());
        String tag = button.substring(0, button.indexOf('>'));
        if (attribute(tag, "name") != null) {
            fields.addAll(List.of(attribute(tag, "name"), attribute(tag, "value")));
        }
        if ("get".equals(attribute(form.group(1), "method"))) {
            return go(action + "?" + query(fields));
        }
        String at = Optional.ofNullable(attribute(tag, "formaction")).orElse(action);
        show(at, visitor.send(at.replaceFirst("#.*", ""), fields).extract(), inVain);
        return this;
    }

    private static String query(List<String> fields) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            query.append(i == 0 ? "" : "&")
                    .append(fields.get(i))
                    .append('=')
                    .append(URLEncoder.encode(fields.get(i + 1), StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    private void show(String address, ExtractableResponse<Response> answer, boolean inVain) {
        if (answer.statusCode() == 303 && !inVain) {
            go(answer.header("Location").replaceFirst("^https?://[^/]+", ""));
            return;
        }
        path = address.replaceFirst("[?#].*", "");
        html = answer.asString();
        typed.clear();
        assertThat(inVain ? List.of(409, 422) : List.of(200))
                .as("%s: %s", path, text())
                .contains(answer.statusCode());
    }

    /** The address, without what is asked of it. */
    public String path() {
        return path;
    }

    /** What stands on the page, as it is read: in one line, with ordinary spaces. */
    public String text() {
        return text(html);
    }

    /** What the first row of a table says that begins with {@code heading}. */
    public String row(String heading) {
        return all(ROW, all(MAIN, html).get(0).group(1)).stream()
                .map(row -> text(row.group(1)))
                .filter(row -> row.startsWith(heading))
                .findFirst()
                .orElseThrow(() -> missing("row", heading));
    }

    private AssertionError missing(String what, String text) {
        return new AssertionError("No " + what + " ‘" + text + "’ on " + path + ": " + text());
    }

    /** A control of a form. {@code chosen} is what it says as it stands. */
    private record Control(String name, String kind, List<String> offered, List<String> chosen) {

        List<String> sent(List<String> typed) {
            if (typed == null) {
                return chosen;
            }
            return switch (kind) {
                case "hidden" -> throw new AssertionError("Nobody can write in " + name);
                case "checkbox", "radio" ->
                    offered.stream().filter(typed::contains).toList();
                case "select" -> {
                    assertThat(offered).as(name).containsAll(typed);
                    yield typed;
                }
                default -> typed;
            };
        }
    }

    private static List<Control> controls(String form) {
        return all(CONTROL, form).stream()
                .map(OpenPage::control)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Control control(MatchResult found) {
        boolean input = found.group(1) != null;
        String attributes = input ? found.group(1) : found.group(3);
        String name = attribute(attributes, "name");
        if (name == null) {
            return null;
        }
        if (!input && found.group(2).equals("textarea")) {
            return new Control(
                    name, "text", List.of(), List.of(plain(found.group(4).replaceFirst("^\\n", ""))));
        }
        if (!input) {
            return select(name, all(OPTION, found.group(4)));
        }
        String kind = attribute(attributes, "type");
        String value = Optional.ofNullable(attribute(attributes, "value")).orElse("");
        boolean box = kind.equals("checkbox") || kind.equals("radio");
        boolean checked = attributes.matches("(?s).*\\schecked\\b.*");
        return new Control(name, kind, box ? List.of(value) : List.of(), box && !checked ? List.of() : List.of(value));
    }

    private static Control select(String name, List<MatchResult> options) {
        List<String> offered = options.stream()
                .map(option -> attribute(option.group(1), "value"))
                .toList();
        String chosen = options.stream()
                .filter(option -> option.group(1).matches("(?s).*\\sselected\\b.*"))
                .findFirst()
                .map(option -> attribute(option.group(1), "value"))
                .orElse(offered.get(0));
        return new Control(name, "select", offered, List.of(chosen));
    }

    private static String attribute(String tag, String name) {
        Matcher matcher = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return matcher.find() ? plain(matcher.group(1)) : null;
    }

    private static String text(String html) {
        return plain(html.replaceAll("(?s)<(style|script|head)\\b.*?</\\1>", " ")
                        .replaceAll("<[^>]*>", " "))
                .replaceAll("[\\s\u00a0]+", " ")
                .strip();
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static List<MatchResult> all(Pattern pattern, String html) {
        return pattern.matcher(html).results().toList();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.DOTALL);
    }
}
