package se.medel.decision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.claim.ClaimFixture.anyClients;
import static se.medel.round.RoundFixture.AS_RECOMMENDED;
import static se.medel.round.RoundFixture.DIRECTOR;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.RINKEBY_KISTA;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.medel.application.ApplicationView;
import se.medel.claim.ClaimFixture;
import se.medel.database.TestDatabase;
import se.medel.decision.DecisionService.Ruling;
import se.medel.money.Kronor;
import se.medel.round.RoundFixture;
import se.medel.round.rules.ComponentKind;
import se.medel.round.rules.ModelFixture;
import se.medel.storage.Sha256;
import se.medel.time.TestClock;

/** What is attached inside decisions is what the published schema says, and can be checked against what is stored. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DecisionSchemaTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Inject
    RoundFixture rounds;

    @Inject
    ClaimFixture claims;

    @Inject
    DecisionService decisions;

    @Inject
    DocumentService documents;

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    private String round;
    private JsonSchema schema;

    @BeforeEach
    void inTheYear() {
        clock.stopAt(LocalDate.of(2014, 5, 20));
        round = rounds.openRound(ModelFixture.model2014());
        String published = given().get(DecisionData.SCHEMA)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .asString();
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        published,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    @AfterEach
    void now() {
        clock.go();
    }

    private DecisionView decide(ApplicationView application, Ruling ruling) {
        return decisions.decide(DIRECTOR, round, application.id(), null, ruling).get();
    }

    private DecisionView coFinancing(long amount) {
        return decide(rounds.prepared(round, FARSTA, ComponentKind.CO_FINANCING, amount), AS_RECOMMENDED);
    }

    private ObjectNode attached(DecisionView decision) {
        try (PDDocument document = Loader.loadPDF(documents.of(decision.id()).pdf())) {
            return (ObjectNode) MAPPER.readTree(document.getDocumentCatalog()
                    .getNames()
                    .getEmbeddedFiles()
                    .getNames()
                    .values()
                    .iterator()
                    .next()
                    .getEmbeddedFile()
                    .toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<ValidationMessage> faults(JsonNode data) {
        return schema.validate(data);
    }

    private ObjectNode valid(DecisionView decision) {
        ObjectNode data = attached(decision);
        assertThat(faults(data)).isEmpty();
        assertThat(data.fieldNames().next()).isEqualTo("schema");
        assertThat(data.get("granted").decimalValue())
                .isEqualByComparingTo(decision.granted().amount());
        return data;
    }

    // What real decisions hold

    @Test
    void aFixedGrantUnderAnExecutionPointFollowsIt() {
        DecisionView decision =
                decide(rounds.prepared(round, RINKEBY_KISTA, ComponentKind.FIXED_GRANT, 600_000), AS_RECOMMENDED);

        assertThat(valid(decision).at("/facts/mandate/nature").asText()).isEqualTo("EXECUTION");
    }

    @Test
    void coFinancingAndTheDecisionThatReplacesItFollowIt() {
        DecisionView first = coFinancing(200_000);
        DecisionView second = decisions
                .replace(
                        DIRECTOR,
                        round,
                        first.applicationId(),
                        null,
                        new Ruling(true, Kronor.of(120_000), null, null, "Kostnaden har blivit lägre."))
                .get();

        assertThat(valid(first).get("replaces").isNull()).isTrue();
        assertThat(valid(second).get("replaces").asLong()).isEqualTo(first.id());
    }

    @Test
    void aClaimFollowsItAndNamesNoClient() {
        DecisionView decision = decide(claims.prepared(round, BROMMA, anyClients(12), 11), AS_RECOMMENDED);

        ObjectNode data = valid(decision);
        assertThat(data.at("/facts/clients/reserve").asLong()).isEqualTo(1);
        assertThat(data.toString()).doesNotContain("QX-");
    }

    @Test
    void aRefusalFollowsIt() {
        DecisionView decision = decide(
                rounds.prepared(round, FARSTA, ComponentKind.CO_FINANCING, 200_000),
                new Ruling(false, null, null, "C1a", "Planen saknas."));

        assertThat(valid(decision).get("refusedBy").asText()).isEqualTo("C1a");
    }

    // What isn't a decision

    @Test
    void dataThatIsChangedOrIncompleteDoesNotFollowIt() {
        ObjectNode data = valid(coFinancing(200_000));

        refuses(data, changed -> changed.put("granted", 150_000.5));
        refuses(data, changed -> changed.put("granted", -1));
        refuses(data, changed -> changed.put("granted", 0));
        refuses(data, changed -> changed.put("outcome", "REFUSED"));
        refuses(data, changed -> changed.put("refusedBy", "C1a"));
        refuses(data, changed -> changed.put("decidedAt", "yesterday"));
        refuses(data, changed -> changed.put("schema", "/schema/decision-2.json"));
        refuses(data, changed -> changed.put("note", "added"));
        refuses(data, changed -> changed.remove("number"));
        refuses(data, changed -> ((ObjectNode) changed.get("facts")).remove("explanation"));
        refuses(data, changed -> ((ObjectNode) changed.at("/facts/explanation/0")).put("reason", "MOOD"));
        refuses(data, changed -> ((ObjectNode) changed.at("/facts/hashes")).put("model", "abc"));
        refuses(data, changed -> ((ObjectNode) changed.at("/facts/mandate")).put("name", "Anna"));
    }

    private void refuses(ObjectNode data, Consumer<ObjectNode> change) {
        ObjectNode changed = data.deepCopy();
        change.accept(changed);
        assertThat(changed).isNotEqualTo(data);
        assertThat(faults(changed)).isNotEmpty();
    }

    @Test
    void theHashesAreThoseOfWhatIsStoredAndOfNothingElse() throws SQLException {
        DecisionView decision = coFinancing(200_000);
        JsonNode hashes = valid(decision).at("/facts/hashes");
        String model = text("select model from allocation_model where round_id = '" + round + "'");
        String application = text("select content from application where id = " + decision.applicationId());

        assertThat(hashes.get("model").asText()).isEqualTo(Sha256.of(model));
        assertThat(hashes.get("application").asText()).isEqualTo(Sha256.of(application));
        assertThat(model).contains("200000");
        assertThat(hashes.get("model").asText()).isNotEqualTo(Sha256.of(model.replace("200000", "200001")));
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    // The schema itself

    @Test
    void eachMemberIsDescribedAndNoHostIsNamed() throws IOException {
        JsonNode published = MAPPER.readTree(
                given().get(DecisionData.SCHEMA).then().extract().asByteArray());

        assertThat(published.get("$id").asText()).isEqualTo(DecisionData.SCHEMA);
        published.get("properties").properties().forEach(this::isDescribed);
        published.get("$defs").forEach(part -> {
            if (part.has("properties")) {
                part.get("properties").properties().forEach(this::isDescribed);
            }
        });
    }

    private void isDescribed(Map.Entry<String, JsonNode> member) {
        assertThat(member.getValue().path("description").asText())
                .as(member.getKey())
                .isNotBlank();
    }
}
