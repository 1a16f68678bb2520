package se.medel.api;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import se.medel.web.Paths;

/** The description of the API leaves the pages for people out, and says what every operation may answer. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiOnly implements OASFilter {

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "Can't be read",
            "401", "Nobody is logged in",
            "403", "The role may not do this",
            "404", "Doesn't exist, or may not be seen by this user",
            "422", "A value isn't allowed");

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getPaths() == null) {
            return;
        }
        List<String> pages = description.getPaths().getPathItems().keySet().stream()
                .filter(path -> !Paths.isApi(path))
                .toList();
        pages.forEach(description.getPaths()::removePathItem);
        for (PathItem item : description.getPaths().getPathItems().values()) {
            item.getOperations().values().forEach(ApiOnly::addProblems);
        }
    }

    private static void addProblems(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        PROBLEMS.forEach((status, text) -> {
            APIResponse given = operation.getResponses().getAPIResponse(status);
            if (given == null || given.getContent() == null) {
                operation.getResponses().addAPIResponse(status, problem(text));
            }
        });
    }

    private static APIResponse problem(String text) {
        Schema schema = OASFactory.createSchema().ref("#/components/schemas/Problem");
        return OASFactory.createAPIResponse()
                .description(text)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema)));
    }
}
