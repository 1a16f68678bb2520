package se.medel.costreport.ledger;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.costreport.sie.AccountChart;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Flash;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Texts;

/** The chart of accounts: everybody with a report sees it, the social administration changes it. */
@Path("/account-chart")
@Produces(MediaType.TEXT_HTML)
public class ChartPages {

    /** How many empty rows stand below the filled ones. */
    private static final int EMPTY_ROWS = 3;

    private static final int MORE_ROWS = 10;

    /** A row of the form, by the names of its fields. */
    record Row(String prefix, String category, String prefixLabel, String categoryLabel) {}

    @CheckedTemplate(basePath = "costreport/ledger", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChartPage(String shown, List<LedgerWords.Row> lines, List<Option> versions, boolean edits)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "costreport/ledger", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChartEdit(Form form, List<Row> rows, List<Option> categories) implements TemplateInstance {}

    @Inject
    ChartService charts;

    @Inject
    LedgerWords words;

    @Inject
    Language language;

    @Inject
    Flash flash;

    @Inject
    Me me;

    @GET
    @RolesAllowed({
        Roles.DISTRICT_OFFICER,
        Roles.DISTRICT_DIRECTOR,
        Roles.OFFICER,
        Roles.DIRECTOR,
        Roles.CONTROLLER,
        Roles.AUDITOR
    })
    public TemplateInstance chart(@RestQuery Integer version) {
        Answer<ChartView> shown = version == null ? Answer.of(charts.current()) : charts.version(version);
        if (shown.isRefused()) {
            throw new NotFoundException();
        }
        Texts texts = Texts.in(language.now());
        return new ChartPage(
                made(shown.get()),
                shown.get().chart().lines().stream()
                        .map(line -> new LedgerWords.Row(
                                line.prefix(),
                                line.isCost()
                                        ? texts.text("CostCategory." + line.category())
                                        : words.msg().noCost()))
                        .toList(),
                charts.all().stream()
                        .map(made -> Option.of(Integer.toString(made.version()), made(made)))
                        .toList(),
                ChartService.mayEdit(me.role()));
    }

    private String made(ChartView chart) {
        return words.msg().chartMade(chart.version(), chart.madeBy(), Formats.moment(chart.madeAt()));
    }

    @GET
    @Path("/edit")
    @RolesAllowed({Roles.OFFICER, Roles.CONTROLLER})
    public TemplateInstance edit() {
        ChartView current = charts.current();
        Form form = Form.empty().with("version", current.version());
        List<AccountChart.Line> lines = current.chart().lines();
        for (int i = 0; i < lines.size(); i++) {
            form.with(prefix(i), lines.get(i).prefix())
                    .with(category(i), lines.get(i).category());
        }
        return page(form, lines.size() + EMPTY_ROWS);
    }

    @POST
    @Path("/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed({Roles.OFFICER, Roles.CONTROLLER})
    public Response edit(MultivaluedMap<String, String> posted) {
        Form form = Form.of(posted);
        int rows = rows(form);
        if (form.value("do").equals("more")) {
            return Response.ok(page(form, Math.min(ChartService.MOST_LINES, rows + MORE_ROWS)))
                    .build();
        }
        // An empty row is no line; a fault must stand at the row of the form, not of the chart.
        List<Integer> filled = IntStream.range(0, rows)
                .filter(i -> !form.value(prefix(i)).isEmpty()
                        || !form.value(category(i)).isEmpty())
                .boxed()
                .toList();
        AccountChart wanted = new AccountChart(filled.stream()
                .map(i -> new AccountChart.Line(form.value(prefix(i)), form.value(category(i))))
                .toList());
        int from = form.value("version").matches("[0-9]{1,9}") ? Integer.parseInt(form.value("version")) : -1;
        Answer<ChartView> changed = charts.change(me.actor(), from, wanted);
        if (changed.isRefused()) {
            List<Refusal> refusals = changed.refusals();
            if (refusals.get(0).reason() == LedgerRefusal.CHART_STALE) {
                // Saving once more is then a choice that was made with open eyes.
                form.with("version", charts.current().version())
                        .reject("", words.msg().chartStale());
            }
            form.reject(refusals.stream().map(fault -> atRow(fault, filled)).toList(), language.now());
            return Answers.refused(refusals, page(form, rows));
        }
        flash.say(words.msg().chartSaved(changed.get().version()));
        return Answers.seeOther("/account-chart");
    }

    private static Refusal atRow(Refusal fault, List<Integer> filled) {
        for (int i = filled.size() - 1; i >= 0; i--) {
            String line = "lines[" + i + "].";
            if (fault.field() != null && fault.field().startsWith(line)) {
                return fault.at("lines[" + filled.get(i) + "]." + fault.field().substring(line.length()));
            }
        }
        return fault;
    }

    private static int rows(Form form) {
        return (int) Math.min(
                ChartService.MOST_LINES,
                form.names().stream().filter(name -> name.endsWith("].prefix")).count());
    }

    private TemplateInstance page(Form form, int count) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String number = Integer.toString(i + 1);
            rows.add(new Row(
                    prefix(i),
                    category(i),
                    words.msg().prefixOf(number),
                    words.msg().categoryOf(number)));
        }
        return new ChartEdit(form, rows, LedgerWords.categories(Texts.in(language.now())));
    }

    private static String prefix(int i) {
        return "lines[" + i + "].prefix";
    }

    private static String category(int i) {
        return "lines[" + i + "].category";
    }
}
