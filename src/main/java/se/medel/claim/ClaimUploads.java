package se.medel.claim;

import static se.medel.claim.Claims.PART;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;
import se.medel.claim.Claims.Claim;
import se.medel.claim.Claims.Numbered;
import se.medel.claim.file.ClaimFile;
import se.medel.claim.file.Column;
import se.medel.claim.file.Line;
import se.medel.claim.file.Summary;
import se.medel.claim.rules.ClaimedClient;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.storage.StoredJson;

/**
 * The rows of a file that aren't part of a claim yet: they wait until they are right and taken in, so that nobody loses them
 * by going away. They are judged whenever somebody looks, because the register and other claims go on.
 */
@ApplicationScoped
@Transactional
public class ClaimUploads {

    private static final String COLUMNS =
            "line, code, birth_year, admitted_on, earlier_contact, attested, attested_by, unusable";

    @Inject
    Session database;

    @Inject
    Claims claims;

    /**
     * A row of a file that has been tried.
     *
     * @param faults each at its column; empty where the client can be claimed
     */
    public record JudgedRow(WrittenRow row, ClaimedClient client, List<Refusal> faults) {
        public boolean isRight() {
            return faults.isEmpty();
        }
    }

    /**
     * A file that has been tried.
     *
     * @param rows how many rows it has
     * @param wrong those that can't be claimed
     * @param ignored the headers of columns that weren't read
     */
    public record Checked(int rows, List<JudgedRow> wrong, List<String> ignored) {
        public int right() {
            return rows - wrong.size();
        }
    }

    /** Tries a file and keeps nothing of it. Refused where it can't be read, see {@link ClaimFile}. */
    public Answer<Checked> check(Claim claim, Path file, String fileName) {
        Claims.Judging judging = claims.judging(claim);
        List<JudgedRow> wrong = new ArrayList<>();
        return inParts(file, fileName, part -> judged(judging, part).stream()
                        .filter(row -> !row.isRight())
                        .forEach(wrong::add))
                .map(summary -> new Checked(summary.lines(), wrong, summary.ignored()));
    }

    /** Keeps a file's rows in place of those of the file before; a file that can't be read changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Answer<Summary> keep(long applicationId, Path file, String fileName) {
        // Read to its end before the first row is written: that it is cut off shows only there.
        return ClaimFile.read(file, fileName, row -> {}).then(readable -> {
            discard(applicationId);
            return inParts(file, fileName, part -> insert(applicationId, part));
        });
    }

    private static Answer<Summary> inParts(Path file, String fileName, Consumer<List<WrittenRow>> each) {
        List<WrittenRow> part = new ArrayList<>(PART);
        Consumer<Line> collect = line -> {
            part.add(WrittenRow.of(line));
            if (part.size() == PART) {
                each.accept(List.copyOf(part));
                part.clear();
            }
        };
        return ClaimFile.read(file, fileName, collect).map(summary -> {
            if (!part.isEmpty()) {
                each.accept(part);
            }
            return summary;
        });
    }

    /**
     * The rows that wait, each tried as things are now, in the order of the file.
     *
     * @param claim that they would be taken into
     * @param applicationId the claim beside which they wait
     */
    public List<JudgedRow> judged(Claim claim, long applicationId) {
        return judged(claims.judging(claim), waiting(applicationId));
    }

    /** A row as it would be judged in place of the one with its number. */
    public JudgedRow judged(Claim claim, long applicationId, WrittenRow corrected) {
        List<WrittenRow> rows = waiting(applicationId).stream()
                .map(row -> row.number() == corrected.number() ? corrected : row)
                .toList();
        return judged(claims.judging(claim), rows).stream()
                .filter(row -> row.row().number() == corrected.number())
                .findFirst()
                .orElseThrow();
    }

    private static List<JudgedRow> judged(Claims.Judging judging, List<WrittenRow> rows) {
        List<Claims.Judged> byRules = judging.of(rows.stream()
                .map(row -> new Numbered(row.number(), row.client()))
                .toList());
        List<JudgedRow> judged = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Claims.Judged tried = byRules.get(i);
            judged.add(new JudgedRow(rows.get(i), tried.client(), rows.get(i).faults(tried.faults())));
        }
        return judged;
    }

    /** How many rows wait. */
    public int count(long applicationId) {
        return database.createNativeQuery("select count(*) from claim_upload_row where application_id = ?1", Long.class)
                .setParameter(1, applicationId)
                .getSingleResult()
                .intValue();
    }

    /** The row with this number, if it waits. */
    public Answer<WrittenRow> find(long applicationId, int number) {
        return waiting(applicationId).stream()
                .filter(row -> row.number() == number)
                .findFirst()
                .map(Answer::of)
                .orElse(Answer.refused(ClaimRefusal.CLAIM_ROW_NOT_FOUND));
    }

    private List<WrittenRow> waiting(long applicationId) {
        return database
                .createNativeQuery(
                        "select " + COLUMNS + " from claim_upload_row where application_id = ?1 order by line",
                        Tuple.class)
                .setParameter(1, applicationId)
                .getResultList()
                .stream()
                .map(ClaimUploads::row)
                .toList();
    }

    /** Keeps a row in place of the one with its number. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replace(long applicationId, WrittenRow corrected) {
        remove(applicationId, List.of(corrected.number()));
        insert(applicationId, List.of(corrected));
    }

    /** Throws rows away, or lets go of them because they are part of the claim now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int remove(long applicationId, Collection<Integer> numbers) {
        return database.createNativeMutationQuery(
                        "delete from claim_upload_row where application_id = ?1 and line = any(cast(?2 as integer[]))")
                .setParameter(1, applicationId)
                .setParameter(2, numbers.toArray(Integer[]::new))
                .executeUpdate();
    }

    /** Throws all rows away that wait. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int discard(long applicationId) {
        return database.createNativeMutationQuery("delete from claim_upload_row where application_id = ?1")
                .setParameter(1, applicationId)
                .executeUpdate();
    }

    /**
     * Gives a new claim the rows that still wait at the last of the district's claims that has any and can't be changed any
     * more: the right ones can be submitted while the wrong ones are put right.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void inherit(long applicationId) {
        database.createNativeMutationQuery("update claim_upload_row set application_id = ?1 where application_id ="
                        + " (select max(waiting.application_id) from claim_upload_row waiting"
                        + " join application before on before.id = waiting.application_id"
                        + " join application started on started.id = ?1"
                        + " where before.round_id = started.round_id and before.district = started.district"
                        + " and before.state not in ('DRAFT', 'COMPLETION_REQUESTED'))")
                .setParameter(1, applicationId)
                .executeUpdate();
    }

    /** All rows in one statement. */
    private void insert(long applicationId, List<WrittenRow> rows) {
        database.createNativeMutationQuery("insert into claim_upload_row (application_id, " + COLUMNS + ")"
                        + " select ?1, * from unnest(cast(?2 as integer[]), cast(?3 as text[]), cast(?4 as text[]),"
                        + " cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[]), cast(?8 as text[]),"
                        + " cast(?9 as text[]))")
                .setParameter(1, applicationId)
                .setParameter(2, rows.stream().map(WrittenRow::number).toArray(Integer[]::new))
                .setParameter(3, column(rows, row -> row.text(Column.CODE)))
                .setParameter(4, column(rows, row -> row.text(Column.BIRTH_YEAR)))
                .setParameter(5, column(rows, row -> row.text(Column.ADMITTED_ON)))
                .setParameter(6, column(rows, row -> row.text(Column.EARLIER_CONTACT)))
                .setParameter(7, column(rows, row -> row.text(Column.ATTESTED)))
                .setParameter(8, column(rows, row -> row.text(Column.ATTESTED_BY)))
                .setParameter(9, column(rows, row -> StoredJson.write(row.unusable())))
                .executeUpdate();
    }

    private static String[] column(List<WrittenRow> rows, Function<WrittenRow, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static WrittenRow row(Tuple row) {
        Map<Column, String> texts = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            // The columns of the table stand in the order of the columns of the file, after the line.
            texts.put(column, row.get(column.ordinal() + 1, String.class));
        }
        return new WrittenRow(row.get(0, Integer.class), texts, unusable(row.get(7, String.class)));
    }

    private static Map<Column, WrittenRow.Unusable> unusable(String json) {
        Map<Column, WrittenRow.Unusable> unusable = new EnumMap<>(Column.class);
        StoredJson.readTexts(json)
                .forEach((column, why) -> unusable.put(Column.valueOf(column), WrittenRow.Unusable.valueOf(why)));
        return unusable;
    }
}
