package se.medel.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import se.medel.web.Paths;

/**
 * Completes the description of the API with what is the same everywhere: how to log in, what every operation may answer, how
 * enums and amounts are written, what a request may hold. Leaves the pages for people out.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiOnly implements OASFilter {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String ANY_VALUE = "AnyValue";
    private static final String PROBLEM = "Problem";

    /** More members than the schema lists, by the kind of problem. */
    private static final Set<String> OPEN = Set.of(PROBLEM, ANY_VALUE);

    private static final Map<String, String> PROBLEMS = new TreeMap<>(Map.ofEntries(
            Map.entry("400", "Can't be read: broken JSON, an unknown member, an unknown value of an enum"),
            Map.entry("401", "Nobody is logged in"),
            Map.entry("403", "The role may not do this, or it would break four eyes"),
            Map.entry("404", "Doesn't exist, or may not be seen by this user"),
            Map.entry("409", "The state of things doesn't allow it; where a cap is gone with rule, remaining and unit"),
            Map.entry("412", "Somebody else has changed it since it was read"),
            Map.entry("413", "The body is too large"),
            Map.entry("415", "The body has a content type that isn't read here"),
            Map.entry("422", "A value isn't allowed; every fault with a pointer to it"),
            Map.entry("428", "If-Match is missing"),
            Map.entry("429", "Too many wrong passwords for this user name; Retry-After says how long to wait")));

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getPaths() == null) {
            return;
        }
        description.setInfo(
                OASFactory.createInfo()
                        .title("Medel")
                        .version("1.0")
                        .description(
                                "Hands out earmarked money within a city: rounds with approved models, applications, decisions"
                                        + " within every cap. Amounts are kronor, without decimals where they are whole. Errors are problem"
                                        + " details (RFC 9457) with a stable type. What decides or submits takes an Idempotency-Key; what"
                                        + " writes over something takes If-Match. Texts come in Swedish, or in English by Accept-Language."));
        List<String> pages = description.getPaths().getPathItems().keySet().stream()
                .filter(path -> !Paths.isApi(path))
                .toList();
        pages.forEach(description.getPaths()::removePathItem);
        describeLogIn(description);
        Components components = description.getComponents();
        components.addSchema(ANY_VALUE, OASFactory.createSchema().description("Any JSON value"));
        for (PathItem item : description.getPaths().getPathItems().values()) {
            item.getOperations().forEach(ApiOnly::complete);
        }
        Set<String> sent = reachable(components, operations(description).flatMap(ApiOnly::sent));
        Set<String> all = reachable(
                components,
                operations(description).flatMap(operation -> Stream.concat(sent(operation), answered(operation))));
        Map<String, Schema> used = new LinkedHashMap<>();
        for (String name : all) {
            Schema schema = components.getSchemas().get(name);
            if (schema == null) {
                continue;
            }
            if (schema.getProperties() != null && !OPEN.contains(name)) {
                schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
            }
            if (sent.contains(name)) {
                allowNull(schema);
            }
            used.put(name, schema);
        }
        components.setSchemas(used);
    }

    private static void describeLogIn(OpenAPI description) {
        if (description.getComponents() == null) {
            description.setComponents(OASFactory.createComponents());
        }
        description
                .getComponents()
                .setSecuritySchemes(new HashMap<>(Map.of(
                        "basic",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("basic")
                                .description("A demo user, in the demo only"),
                        "session",
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("medel-session")
                                .description("The cookie of somebody who has logged in on the pages"))));
        description.setSecurity(List.of(
                OASFactory.createSecurityRequirement().addScheme("basic"),
                OASFactory.createSecurityRequirement().addScheme("session")));
    }

    private static void complete(PathItem.HttpMethod method, Operation operation) {
        // The scheme for everything stands at the top.
        operation.setSecurity(null);
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        boolean body = operation.getRequestBody() != null;
        boolean changes = body || parameters.stream().anyMatch(parameter -> is(parameter, ApiDocument.IDEMPOTENCY_KEY));
        boolean ifMatch = parameters.stream().anyMatch(parameter -> is(parameter, ApiDocument.IF_MATCH));
        boolean query = parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
        boolean path = parameters.stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.PATH);
        // What only reads has no state to be in the way, but for the operations that say so themselves.
        boolean conflict =
                method != PathItem.HttpMethod.GET || operation.getResponses().getAPIResponse("409") != null;
        List<String> statuses = new ArrayList<>(List.of("400", "401", "403", "429"));
        if (conflict) {
            statuses.add("409");
        }
        if (path || query) {
            statuses.add("404");
        }
        if (body) {
            statuses.addAll(List.of("413", "415"));
        }
        if (changes || query) {
            statuses.add("422");
        }
        if (ifMatch) {
            statuses.add("412");
        }
        if (ifMatch && method == PathItem.HttpMethod.PUT) {
            // Who writes over something has to say what; who does the next step may.
            statuses.add("428");
            parameters.stream()
                    .filter(parameter -> is(parameter, ApiDocument.IF_MATCH))
                    .forEach(parameter -> parameter.setRequired(true));
        }
        statuses.forEach(status -> addProblem(operation, status));
        describeFile(operation);
        parameters.forEach(ApiOnly::describe);
        APIResponse created = operation.getResponses().getAPIResponse("201");
        if (created != null) {
            created.addHeader("Location", header("Where it is"));
        }
    }

    private static boolean is(Parameter parameter, String header) {
        return parameter.getIn() == Parameter.In.HEADER && header.equals(parameter.getName());
    }

    private static void describe(Parameter parameter) {
        if (is(parameter, ApiDocument.IDEMPOTENCY_KEY)) {
            parameter.setDescription(
                    "The same key and the same request give the same answer again; the same key and another"
                            + " request are refused. 1 to 200 printable ASCII characters.");
            parameter.setSchema(
                    text().pattern("^[\\x21-\\x7e]{1,200}$").minLength(1).maxLength(200));
        } else if (is(parameter, ApiDocument.IF_MATCH)) {
            parameter.setDescription("The ETag of the version that was read, or *");
            parameter.setSchema(text());
        }
    }

    private static void addProblem(Operation operation, String status) {
        Schema schema = OASFactory.createSchema().ref(SCHEMAS + PROBLEM);
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(PROBLEMS.get(status))
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                Problem.MEDIA_TYPE,
                                                OASFactory.createMediaType().schema(schema))));
    }

    /** What is answered and has no schema of its own is a file. */
    private static void describeFile(Operation operation) {
        APIResponse given = operation.getResponses().getAPIResponse("200");
        if (given != null && given.getContent() != null) {
            given.getContent().removeMediaType(Problem.MEDIA_TYPE);
            given.getContent().getMediaTypes().values().stream()
                    .filter(type -> type.getSchema() == null)
                    .forEach(type -> type.setSchema(text().format("binary")));
        }
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(text());
    }

    private static Schema text() {
        return OASFactory.createSchema().type(List.of(SchemaType.STRING));
    }

    /** Enums go by their wire names, and a whole number is an integer and not also a number. */
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getType() != null && schema.getType().contains(SchemaType.INTEGER)) {
            schema.setType(List.of(SchemaType.INTEGER));
        }
        List<Object> values = schema.getEnumeration();
        if (values != null
                && values.stream().allMatch(value -> String.valueOf(value).matches("[A-Z][A-Z0-9_]*"))) {
            schema.setEnumeration(values.stream()
                    .map(value -> (Object) JsonText.wireName(String.valueOf(value)))
                    .toList());
        }
        return schema;
    }

    /** In a request, null is the same as nothing. */
    private static void allowNull(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
        Map<String, Schema> properties = new LinkedHashMap<>();
        schema.getProperties()
                .forEach((name, property) ->
                        properties.put(name, required.contains(name) ? property : nullable(property)));
        schema.setProperties(properties);
    }

    private static Schema nullable(Schema schema) {
        Schema nothing = OASFactory.createSchema().type(List.of(SchemaType.NULL));
        return OASFactory.createSchema().anyOf(List.of(schema, nothing));
    }

    // Which schemas are used

    private static Stream<Operation> operations(OpenAPI description) {
        return description.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream());
    }

    private static Stream<Schema> sent(Operation operation) {
        return operation.getRequestBody() == null
                ? Stream.of()
                : schemas(operation.getRequestBody().getContent());
    }

    private static Stream<Schema> answered(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream()
                .flatMap(response -> schemas(response.getContent()));
    }

    private static Stream<Schema> schemas(Content content) {
        return content == null
                ? Stream.of()
                : content.getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .filter(schema -> schema != null);
    }

    private static Set<String> reachable(Components components, Stream<Schema> from) {
        Set<String> names = new LinkedHashSet<>();
        Deque<Schema> open = new ArrayDeque<>(from.toList());
        while (!open.isEmpty()) {
            Schema schema = open.pop();
            if (schema.getRef() != null) {
                String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
                if (names.add(name) && components.getSchemas().containsKey(name)) {
                    open.push(components.getSchemas().get(name));
                }
            }
            if (schema.getProperties() != null) {
                open.addAll(schema.getProperties().values());
            }
            Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema())
                    .filter(part -> part != null)
                    .forEach(open::push);
            Stream.of(schema.getAnyOf(), schema.getAllOf(), schema.getOneOf())
                    .filter(parts -> parts != null)
                    .forEach(open::addAll);
        }
        return names;
    }
}
