package se.medel.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares JSON with the schemas of the API's description; knows as much of JSON Schema as they use. */
final class Described {

    private final Map<String, Map<String, Object>> schemas;
    private final List<String> differences = new ArrayList<>();

    private Described(Map<String, Map<String, Object>> schemas) {
        this.schemas = schemas;
    }

    /** Where a value isn't as its schema says; empty where it is. */
    static List<String> differences(
            Map<String, Map<String, Object>> schemas, Map<String, Object> schema, Object value) {
        Described described = new Described(schemas);
        described.compare("", schema, value);
        return described.differences;
    }

    @SuppressWarnings("unchecked")
    private void compare(String at, Map<String, Object> schema, Object value) {
        if (schema.get("$ref") instanceof String ref) {
            Map<String, Object> target = schemas.get(ref.substring(ref.lastIndexOf('/') + 1));
            if (target == null) {
                differences.add(at + ": no schema " + ref);
            } else {
                compare(at, target, value);
            }
            return;
        }
        if (schema.get("anyOf") instanceof List<?> parts) {
            boolean fits = parts.stream().anyMatch(part -> differences(schemas, (Map<String, Object>) part, value)
                    .isEmpty());
            if (!fits) {
                differences.add(at + ": fits none of " + parts);
            }
            return;
        }
        if (schema.get("enum") instanceof List<?> values && !values.contains(value)) {
            differences.add(at + ": " + value + " isn't one of " + values);
        }
        Object type = schema.get("type");
        if (type != null
                && (type instanceof List<?> types ? types : List.of(type))
                        .stream().noneMatch(t -> is(t, value))) {
            differences.add(at + ": " + value + " is no " + type);
            return;
        }
        if (value instanceof List<?> items && schema.get("items") instanceof Map<?, ?> each) {
            for (int i = 0; i < items.size(); i++) {
                compare(at + "/" + i, (Map<String, Object>) each, items.get(i));
            }
        }
        if (value instanceof Map<?, ?> object) {
            compareMembers(at, schema, object);
        }
    }

    @SuppressWarnings("unchecked")
    private void compareMembers(String at, Map<String, Object> schema, Map<?, ?> object) {
        if (schema.get("required") instanceof List<?> required) {
            required.stream()
                    .filter(name -> !object.containsKey(name))
                    .forEach(name -> differences.add(at + ": " + name + " is missing"));
        }
        Map<String, Object> properties = (Map<String, Object>) schema.getOrDefault("properties", Map.of());
        object.forEach((name, member) -> {
            Object property = properties.getOrDefault(name, schema.get("additionalProperties"));
            if (property instanceof Map<?, ?> told) {
                compare(at + "/" + name, (Map<String, Object>) told, member);
            } else if (Boolean.FALSE.equals(property)) {
                differences.add(at + ": " + name + " isn't described");
            }
        });
    }

    private static boolean is(Object type, Object value) {
        return switch (String.valueOf(type)) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Integer || value instanceof Long;
            case "number" -> value instanceof Number;
            case "boolean" -> value instanceof Boolean;
            case "null" -> value == null;
            default -> false;
        };
    }
}
