package se.medel.matrix;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import se.medel.district.DistrictView;
import se.medel.district.Districts;
import se.medel.matrix.rules.Doubled;
import se.medel.matrix.rules.Line;
import se.medel.matrix.rules.Source;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;
import se.medel.round.RoundService;
import se.medel.round.RoundView;
import se.medel.user.Me;
import se.medel.user.Roles;
import se.medel.web.Answers;
import se.medel.web.Csv;
import se.medel.web.Form;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Paged;

/** Who pays for what: the steering group's view of all districts, and each district's own. */
@Path("/funding")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({
    Roles.DISTRICT_OFFICER,
    Roles.DISTRICT_DIRECTOR,
    Roles.OFFICER,
    Roles.DIRECTOR,
    Roles.CONTROLLER,
    Roles.SECRETARY,
    Roles.AUDITOR
})
public class MatrixPages {

    private static final int PAGE = 50;

    /** A district, or all of them, in figures. @param marks how much is paid more than once, null for nothing */
    record Row(
            String href,
            String name,
            String planned,
            String granted,
            String ownPart,
            String stated,
            String received,
            String marks) {}

    @CheckedTemplate(basePath = "matrix", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MatrixPage(
            Form form, List<Option> years, List<Option> sources, String none, Row all, Paged<Row> rows, String csv)
            implements TemplateInstance {}

    /** A line of a plan, or the whole plan. @param paidBy who else pays for it, in words */
    record Cost(String name, String category, String planned, String actual, List<String> paidBy) {}

    /** @param lines empty for a claim, which has no plan */
    record Plan(
            String href,
            String title,
            String state,
            String granted,
            String ownPart,
            List<String> doubled,
            List<Cost> lines,
            Cost whole) {}

    @CheckedTemplate(basePath = "matrix", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DistrictPage(
            Form form,
            List<Option> years,
            String district,
            String slug,
            boolean own,
            List<String> across,
            List<Plan> plans,
            String csv)
            implements TemplateInstance {}

    @Inject
    MatrixService service;

    @Inject
    RoundService rounds;

    @Inject
    Districts districts;

    @Inject
    Language language;

    @Inject
    Me me;

    @GET
    public Response all(@RestQuery String year, @RestQuery String source, @RestQuery String page) {
        if (me.role().ofDistrict()) {
            return Answers.seeOther(address("/funding/" + me.district().orElseThrow(), year, null)
                    .toString());
        }
        List<Integer> years = service.years();
        if (years.isEmpty()) {
            return Response.ok(new MatrixPage(Form.empty(), List.of(), List.of(), msg().noYear(), null, null, null))
                    .build();
        }
        Matrix matrix = given(service.ofYear(me.actor(), number(year), wanted(source)));
        Map<String, String> names = names();
        String shown = Integer.toString(matrix.year());
        List<Row> rows = matrix.districts().stream()
                .map(one -> row(one, matrix.year(), names))
                .toList();
        List<Option> sources = new ArrayList<>(List.of(Option.of("", msg().allSources())));
        matrix.sources().forEach(name -> sources.add(Option.of(name, name)));
        return Response.ok(new MatrixPage(
                        Form.empty().with("year", shown).with("source", known(matrix, source)),
                        years(years),
                        sources,
                        !rows.isEmpty() ? null : wanted(source) == null ? msg().none() : msg().noneOfSource(),
                        sum(matrix, wanted(source) != null),
                        Paged.of(
                                rows,
                                Paged.number(page),
                                PAGE,
                                address("/funding", shown, wanted(source)).toString(),
                                Language.msg(language.now())),
                        address("/funding/file.csv", shown, wanted(source)).toString()))
                .build();
    }

    @GET
    @Path("/{district}")
    public TemplateInstance ofDistrict(@RestPath String district, @RestQuery String year) {
        List<Integer> years = service.years();
        Matrix matrix = given(service.ofDistrict(me.actor(), number(year), district));
        Map<String, String> roundNames =
                rounds.all().stream().collect(Collectors.toMap(RoundView::id, RoundView::name));
        String shown = Integer.toString(matrix.year());
        List<DistrictFunding> found = matrix.districts();
        return new DistrictPage(
                Form.empty().with("year", shown),
                years(years),
                names().get(district),
                district,
                me.role().ofDistrict(),
                found.stream().flatMap(one -> words(one.across()).stream()).toList(),
                found.stream()
                        .flatMap(one -> one.grants().stream())
                        .map(grant -> plan(grant, roundNames))
                        .toList(),
                address("/funding/" + district + "/file.csv", shown, null).toString());
    }

    @GET
    @Path("/file.csv")
    @Produces({Csv.TYPE, MediaType.TEXT_HTML})
    public Response file(@RestQuery String year, @RestQuery String source) {
        Matrix matrix = given(service.ofYear(me.actor(), number(year), wanted(source)));
        return file(matrix, "finansiering-" + matrix.year());
    }

    @GET
    @Path("/{district}/file.csv")
    @Produces({Csv.TYPE, MediaType.TEXT_HTML})
    public Response fileOf(@RestPath String district, @RestQuery String year) {
        Matrix matrix = given(service.ofDistrict(me.actor(), number(year), district));
        return file(matrix, "finansiering-" + district + "-" + matrix.year());
    }

    private Response file(Matrix matrix, String name) {
        return Response.ok(MatrixCsv.of(matrix, names()), Csv.TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"")
                .build();
    }

    private Row row(DistrictFunding one, int year, Map<String, String> names) {
        return row(
                address("/funding/" + one.district(), Integer.toString(year), null)
                        .toString(),
                names.getOrDefault(one.district(), one.district()),
                List.of(one));
    }

    private Row sum(Matrix matrix, boolean ofSource) {
        return row(null, ofSource ? msg().sumOfSource() : msg().sum(), matrix.districts());
    }

    private Row row(String href, String name, List<DistrictFunding> of) {
        long marks = of.stream().mapToLong(one -> one.doubled().size()).sum();
        return new Row(
                href,
                name,
                sum(of, DistrictFunding::planned),
                sum(of, DistrictFunding::granted),
                sum(of, DistrictFunding::ownPart),
                sum(of, DistrictFunding::stated),
                sum(of, DistrictFunding::received),
                marks == 0 ? null : msg().marks(Long.toString(marks)));
    }

    private static String sum(List<DistrictFunding> of, Function<DistrictFunding, Kronor> figure) {
        return MatrixWords.kr(of.stream().map(figure).reduce(Kronor.ZERO, Kronor::plus));
    }

    private Plan plan(GrantFunding grant, Map<String, String> roundNames) {
        MatrixWords words = words();
        List<Cost> lines = grant.plan().lines().stream()
                .map(line -> new Cost(
                        line.text(),
                        line.category() == null ? null : words.texts().name(line.category()),
                        line.number() == 0 ? msg().offPlan() : MatrixWords.kr(line.planned()),
                        line.actual() == null ? null : MatrixWords.kr(line.actual()),
                        payers(grant, line)))
                .toList();
        return new Plan(
                "/applications/" + grant.application(),
                words.texts().name(grant.component()) + ", " + roundNames.get(grant.round()),
                words.texts().name(grant.state()),
                MatrixWords.kr(grant.granted()),
                MatrixWords.kr(grant.ownPart()),
                words(grant.doubled()),
                lines,
                new Cost(
                        msg().whole(),
                        null,
                        MatrixWords.kr(grant.plan().planned()),
                        grant.plan().reported() ? MatrixWords.kr(grant.plan().actual()) : null,
                        grant.plan().sources().stream()
                                .filter(source -> source.lines().isEmpty())
                                .map(words::source)
                                .toList()));
    }

    private List<String> payers(GrantFunding grant, Line line) {
        return grant.plan().sources().stream()
                .filter(source -> line.number() > 0 && source.lines().contains(line.number()))
                .map(this::payer)
                .toList();
    }

    /** What pays for several lines isn't shared out between them: nobody has said how. */
    private String payer(Source source) {
        String said = words().source(source);
        return source.lines().size() == 1 ? said : said + ", " + msg().shared(MatrixWords.numbers(source.lines()));
    }

    private List<String> words(List<Doubled> doubled) {
        return doubled.stream().map(words()::doubled).toList();
    }

    private static List<Option> years(List<Integer> years) {
        return years.stream()
                .map(year -> Option.of(year.toString(), year.toString()))
                .toList();
    }

    /** The source as it is written in the list, however it was asked for. */
    private static String known(Matrix matrix, String source) {
        return matrix.sources().stream()
                .filter(name -> Source.key(name).equals(Source.key(source)))
                .findFirst()
                .orElse("");
    }

    private static UriBuilder query(UriBuilder address, String name, String value) {
        return value == null
                ? address
                : address.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
    }

    private static java.net.URI address(String path, String year, String source) {
        return query(query(UriBuilder.fromPath(path), "year", year), "source", source)
                .build();
    }

    /** No year is the latest; what is no year is one that there is no round of. */
    static Integer number(String year) {
        return year == null || year.isBlank() ? null : year.matches("[0-9]{4}") ? Integer.parseInt(year) : (Integer) 0;
    }

    static String wanted(String source) {
        return source == null || source.isBlank() ? null : source;
    }

    private static <T> T given(Answer<T> answer) {
        if (answer.isRefused()) {
            throw new NotFoundException();
        }
        return answer.get();
    }

    private Map<String, String> names() {
        return districts.everyone().stream().collect(Collectors.toMap(DistrictView::slug, DistrictView::name));
    }

    private MatrixWords words() {
        return MatrixWords.in(language.now());
    }

    private MatrixMsg msg() {
        return words().msg();
    }
}
