package se.medel.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import se.medel.api.Figure;
import se.medel.api.Input;
import se.medel.api.Problem;
import se.medel.claim.ClaimRow;
import se.medel.claim.Claims;
import se.medel.claim.RowState;
import se.medel.claim.WrittenRow;
import se.medel.claim.file.Column;
import se.medel.claim.rules.ClaimedClient;
import se.medel.privacy.FreeText;

/** A claim's clients as programs send and read them. */
final class ClaimJson {

    private static final int MOST_YEAR = 9999;

    private ClaimJson() {}

    /**
     * A client that the district claims compensation for.
     *
     * @param code the code number, as the group writes it (P1)
     * @param birthYear four digits
     * @param admittedOn the day of admission to the group
     * @param earlierContact the day of the last earlier contact with social services, if known
     * @param attested A6: that the client wasn't current at social services in direct connection
     * @param attestedBy who attests it, a job title or a user name
     */
    @Schema(name = "ClaimedClient")
    public record Client(
            @Schema(maxLength = FreeText.LONGEST) String code,
            @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "9999") Figure birthYear,
            LocalDate admittedOn,
            LocalDate earlierContact,
            Boolean attested,
            @Schema(maxLength = FreeText.LONGEST) String attestedBy) {

        /** @param at what stands before the names of its members, such as {@code clients[0].} */
        ClaimedClient read(Input input, String at) {
            Long year = input.count(birthYear, at + "birthYear", "A5", MOST_YEAR);
            return new ClaimedClient(
                    code,
                    year == null ? null : year.intValue(),
                    admittedOn,
                    earlierContact,
                    Boolean.TRUE.equals(attested),
                    attestedBy);
        }
    }

    /** Clients to add or to try. */
    @Schema(name = "ClaimedClients", requiredProperties = "clients")
    public record Clients(@Schema(maxItems = Claims.MOST_ROWS) List<Client> clients) {

        List<ClaimedClient> read(Input input) {
            List<Client> sent = input.list(clients, "clients", Claims.MOST_ROWS);
            List<ClaimedClient> read = new ArrayList<>();
            for (int i = 0; i < sent.size(); i++) {
                String at = "clients[" + i + "]";
                Client client = input.required(sent.get(i), at);
                if (client != null) {
                    read.add(client.read(input, at + "."));
                }
            }
            return read;
        }
    }

    /**
     * A client of a claim.
     *
     * @param id by which it is taken out of the claim
     * @param failsRule the rule that an officer has found the client to fail; not for districts until it is decided
     * @param failsReason why
     */
    @Schema(name = "ClaimRow")
    public record Row(
            long id,
            int position,
            String code,
            int birthYear,
            LocalDate admittedOn,
            LocalDate earlierContact,
            String attestedBy,
            RowState state,
            String failsRule,
            String failsReason) {

        static Row of(ClaimRow row, boolean findings) {
            return new Row(
                    row.id(),
                    row.position(),
                    row.code(),
                    row.birthYear(),
                    row.admittedOn(),
                    row.earlierContact(),
                    row.attestedBy(),
                    row.state(),
                    findings ? row.failsRule() : null,
                    findings ? row.failsReason() : null);
        }
    }

    /** A participant that a claim can be made for, unless there are faults. */
    @Schema(name = "ClaimCandidate")
    public record Candidate(String code, int birthYear, LocalDate admittedOn, List<Problem.Fault> faults) {}

    /**
     * Rows that have been tried; nothing of them is kept.
     *
     * @param rows how many there are
     * @param right how many of them can be claimed
     * @param wrong the others
     * @param ignored the headers of a file's columns that weren't read
     */
    @Schema(name = "CheckedClients")
    public record Checked(int rows, int right, List<Wrong> wrong, List<String> ignored) {}

    /**
     * A row of a file that waits beside a claim, as it was written: nobody knows yet whether it can be read. A cell that seems
     * to hold a personal number, or is a formula, is empty.
     *
     * @param row its number, as a spreadsheet shows it
     * @param faults each with a pointer to its member; empty where the row can be taken in
     */
    @Schema(name = "WaitingClient")
    public record Waiting(
            int row,
            String code,
            String birthYear,
            String admittedOn,
            String earlierContact,
            String attested,
            String attestedBy,
            List<Problem.Fault> faults) {

        static Waiting of(WrittenRow row, List<Problem.Fault> faults) {
            return new Waiting(
                    row.number(),
                    row.text(Column.CODE),
                    row.text(Column.BIRTH_YEAR),
                    row.text(Column.ADMITTED_ON),
                    row.text(Column.EARLIER_CONTACT),
                    row.text(Column.ATTESTED),
                    row.text(Column.ATTESTED_BY),
                    faults);
        }
    }

    /**
     * What has been kept of a file.
     *
     * @param rows how many rows it has, all of which wait now
     * @param ignored the headers of the columns that weren't read
     */
    @Schema(name = "KeptClients")
    public record Kept(int rows, List<String> ignored) {}

    /**
     * What has been taken into a claim.
     *
     * @param clients how many rows were right, and are clients of the claim now
     * @param claim the claim that has them: another one where the first can't be changed any more
     * @param waiting how many rows wait on
     * @param waitingAt the claim beside which they wait
     */
    @Schema(name = "TakenClients")
    public record Taken(int clients, long claim, int waiting, long waitingAt) {}

    /** @param rows how many rows don't wait any more */
    @Schema(name = "DiscardedClients")
    public record Discarded(int rows) {}

    /**
     * A row that can't be claimed.
     *
     * @param row its number: from 1 in a list, as a spreadsheet shows it in a file
     * @param faults each with a pointer to its member
     */
    @Schema(name = "WrongClient")
    public record Wrong(int row, List<Problem.Fault> faults) {}
}
