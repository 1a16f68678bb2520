package se.medel.costreport.ledger;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import se.medel.api.ApiDocument;
import se.medel.api.Input;
import se.medel.api.Refusals;
import se.medel.api.Versions;
import se.medel.application.rules.CostCategory;
import se.medel.costreport.sie.AccountChart;
import se.medel.user.Me;
import se.medel.user.Roles;

/** The chart of accounts, as a program reads and changes it. */
@Path("/api/account-chart")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledgers")
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.AUDITOR
})
public class AccountChartResource {

    /** @param category null where the accounts are no cost of a fund */
    @Schema(name = "AccountChartLine")
    public record Line(String prefix, CostCategory category) {}

    @Schema(name = "AccountChart")
    public record Chart(
            int version, @Schema(maxItems = ChartService.MOST_LINES) List<Line> lines, String madeBy, Instant madeAt) {
        static Chart of(ChartView chart) {
            return new Chart(
                    chart.version(),
                    chart.chart().lines().stream()
                            .map(line -> new Line(
                                    line.prefix(), line.isCost() ? CostCategory.valueOf(line.category()) : null))
                            .toList(),
                    chart.madeBy(),
                    chart.madeAt());
        }
    }

    @Schema(name = "AccountChartChange")
    public record Change(@Schema(maxItems = ChartService.MOST_LINES) List<Line> lines) {}

    @Inject
    ChartService charts;

    @Inject
    Refusals refusals;

    @Inject
    Versions versions;

    @Inject
    Me me;

    @GET
    @Operation(summary = "Which accounts are which costs; the longest prefix counts")
    @APIResponse(
            responseCode = "200",
            description = "The version that counts",
            content = @Content(schema = @Schema(implementation = Chart.class)))
    public Response current() {
        return answer(charts.current());
    }

    @GET
    @Path("/{version: [0-9]{1,9}}")
    @Operation(summary = "An earlier version of the chart")
    public Chart version(@RestPath int version) {
        return Chart.of(refusals.given(charts.version(version)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.OFFICER, Roles.CONTROLLER})
    @Operation(summary = "Makes a new version; what has been imported keeps the one it used")
    @APIResponse(
            responseCode = "200",
            description = "The new version",
            content = @Content(schema = @Schema(implementation = Chart.class)))
    public Response change(
            @HeaderParam(ApiDocument.IF_MATCH) String ifMatch, @RequestBody(required = true) Change change) {
        int from = (int) versions.demanded(ifMatch, charts.current().version());
        Input input = new Input();
        List<AccountChart.Line> lines = new ArrayList<>();
        if (input.required(change, "") != null) {
            List<Line> sent = input.values(change.lines, "lines", ChartService.MOST_LINES);
            for (int i = 0; i < sent.size(); i++) {
                String prefix = input.required(sent.get(i).prefix, "lines[" + i + "].prefix");
                CostCategory category = sent.get(i).category;
                lines.add(new AccountChart.Line(
                        prefix == null ? "" : prefix, category == null ? AccountChart.Line.NO_COST : category.name()));
            }
        }
        refusals.orRefuse(input);
        return answer(refusals.given(charts.change(me.actor(), from, new AccountChart(lines))));
    }

    private static Response answer(ChartView chart) {
        return Response.ok(Chart.of(chart))
                .header("ETag", Versions.tag(chart.version()))
                .build();
    }
}
