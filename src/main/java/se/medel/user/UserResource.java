package se.medel.user;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.api.Input;
import se.medel.api.Refusals;

/** The administrator's programs for users. */
@Path("/api/users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users", description = "Who may log in, in which role")
@RolesAllowed(Roles.ADMINISTRATOR)
public class UserResource {

    /**
     * A user.
     *
     * @param title what the person does, never the person's name
     * @param district a slug, null for roles without a district
     */
    @Schema(name = "User")
    public record Shown(String username, Role role, String district, String title, boolean active, boolean demo) {

        static Shown of(UserView user) {
            return new Shown(user.username(), user.role(), user.district(), user.title(), user.active(), user.demo());
        }
    }

    /** @param district demanded for a district's roles, refused for the others */
    @Schema(
            name = "NewUser",
            requiredProperties = {"username", "title", "role", "password"})
    public record Wanted(
            @Schema(pattern = "^[a-z0-9][a-z0-9.-]{1,58}[a-z0-9]$") String username,
            @Schema(minLength = 1, maxLength = 120) String title,
            Role role,
            String district,
            @Schema(minLength = UserService.SHORTEST_PASSWORD, maxLength = 72) String password) {}

    @Schema(requiredProperties = "active")
    public record Activity(Boolean active) {}

    @Schema(requiredProperties = "password")
    public record NewPassword(@Schema(minLength = UserService.SHORTEST_PASSWORD, maxLength = 72) String password) {}

    @Inject
    UserService users;

    @Inject
    Refusals refusals;

    @Inject
    Me me;

    @GET
    @Operation(summary = "All users, by role and name")
    public List<Shown> list() {
        return users.everyone().stream().map(Shown::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a user")
    @APIResponse(
            responseCode = "201",
            description = "The user",
            content = @Content(schema = @Schema(implementation = Shown.class)))
    public Response create(@RequestBody(required = true) Wanted wanted) {
        needed(wanted);
        refusals.given(users.create(
                me.actor(),
                new UserService.NewUser(
                        Objects.requireNonNullElse(wanted.username(), ""),
                        Objects.requireNonNullElse(wanted.title(), ""),
                        wanted.role() == null ? "" : wanted.role().wireName(),
                        Objects.requireNonNullElse(wanted.district(), ""),
                        Objects.requireNonNullElse(wanted.password(), ""))));
        return Response.status(201)
                .header("Location", "/api/users/" + wanted.username())
                .entity(get(wanted.username()))
                .build();
    }

    @GET
    @Path("/{username}")
    @Operation(summary = "A user")
    public Shown get(@RestPath String username) {
        return Shown.of(users.byUsername(username).orElseThrow(NotFoundException::new));
    }

    @PUT
    @Path("/{username}/active")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a user active or inactive; an inactive one is out at once")
    public Shown setActive(@RestPath String username, @RequestBody(required = true) Activity activity) {
        get(username);
        needed(activity);
        Input input = new Input();
        input.required(activity.active(), "active");
        refusals.orRefuse(input);
        return Shown.of(refusals.given(users.setActive(me.actor(), username, activity.active())));
    }

    @PUT
    @Path("/{username}/password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Gives a user a new password")
    @APIResponse(responseCode = "204", description = "Done")
    public void setPassword(@RestPath String username, @RequestBody(required = true) NewPassword password) {
        get(username);
        needed(password);
        refusals.given(users.setPassword(me.actor(), username, Objects.requireNonNullElse(password.password(), "")));
    }

    private void needed(Object body) {
        Input input = new Input();
        input.required(body, "");
        refusals.orRefuse(input);
    }
}
