package se.medel.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.medel.storage.StoredJson;
import se.medel.web.Formats;
import se.medel.web.Texts;

/** What differs between two values of the trail, field by field, in words. */
final class Changes {

    /** @param field where it stands, in words, such as {@code Innehåll, Plan 2, Belopp} */
    record Change(String field, String before, String after) {}

    /** The enums whose values can stand in the trail. */
    private static final List<String> NAMED = List.of(
            "ApplicationState",
            "RoundState",
            "ModelState",
            "ComponentKind",
            "DecisionOutcome",
            "Verdict",
            "Criterion",
            "Partner",
            "CostCategory",
            "Status",
            "AllocationOrder",
            "EntryKind");

    private final Texts texts;
    private final AuditMsg msg;

    Changes(Locale locale, AuditMsg msg) {
        this.texts = Texts.in(locale);
        this.msg = msg;
    }

    /**
     * @param before as it is stored, null for something new
     * @param after as it is stored, null for something that is gone
     */
    List<Change> between(String before, String after) {
        JsonNode was = node(before);
        JsonNode is = node(after);
        // A step from one state to the next is often kept as the state alone before and the whole thing after.
        if (was.isTextual() && is.has("state")) {
            was = JsonNodeFactory.instance.objectNode().set("state", was);
            is = JsonNodeFactory.instance.objectNode().set("state", is.get("state"));
        }
        Map<String, String> old = new LinkedHashMap<>();
        Map<String, String> now = new LinkedHashMap<>();
        flatten("", was, old);
        flatten("", is, now);
        Set<String> fields = new LinkedHashSet<>(old.keySet());
        fields.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (String field : fields) {
            String left = old.getOrDefault(field, "");
            String right = now.getOrDefault(field, "");
            if (!left.equals(right)) {
                changes.add(new Change(field.isEmpty() ? msg.wholeThing() : field, shown(left), shown(right)));
            }
        }
        return changes;
    }

    private static JsonNode node(String json) {
        return json == null ? JsonNodeFactory.instance.nullNode() : StoredJson.read(json, JsonNode.class);
    }

    private String shown(String text) {
        return text.isEmpty() ? msg.empty() : text;
    }

    private void flatten(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            node.properties().forEach(entry -> flatten(joined(path, name(entry.getKey())), entry.getValue(), into));
        } else if (node.isArray() && isListOfWords(node)) {
            List<String> words = new ArrayList<>();
            node.forEach(word -> words.add(words(word)));
            into.put(path, String.join(", ", words));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + " " + (i + 1), node.get(i), into);
            }
        } else if (!node.isNull()) {
            into.put(path, words(node));
        }
    }

    private static boolean isListOfWords(JsonNode list) {
        for (JsonNode item : list) {
            if (item.isContainerNode()) {
                return false;
            }
        }
        return true;
    }

    private static String joined(String path, String name) {
        return path.isEmpty() ? name : path + ", " + name;
    }

    /** A field without a name of its own here keeps the one that it is stored under. */
    private String name(String field) {
        return texts.has("field." + field) ? texts.text("field." + field) : field;
    }

    private String words(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? msg.yes() : msg.no();
        }
        if (value.isNumber()) {
            return Formats.number(value.decimalValue());
        }
        String text = value.asText();
        if (text.matches("[A-Z][A-Z0-9_]+")) {
            return NAMED.stream()
                    .map(type -> type + "." + text)
                    .filter(texts::has)
                    .findFirst()
                    .map(key -> texts.text(key))
                    .orElse(text);
        }
        return text.endsWith("Z") ? moment(text) : text;
    }

    private static String moment(String text) {
        try {
            return Formats.moment(Instant.parse(text));
        } catch (DateTimeParseException noMoment) {
            return text;
        }
    }
}
