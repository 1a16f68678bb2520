package se.medel.claim;

import static se.medel.claim.ClaimRefusal.*;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Session;
import se.medel.claim.rules.ClaimedClient;
import se.medel.claim.rules.Queue;
import se.medel.claim.rules.RowCheck;
import se.medel.claim.rules.RowCheck.Known;
import se.medel.participant.GroupService;
import se.medel.participant.GroupView;
import se.medel.participant.RegisterService;
import se.medel.participant.RegisterService.Admission;
import se.medel.participant.RegisterService.Registered;
import se.medel.participant.rules.CodePattern;
import se.medel.privacy.FreeText;
import se.medel.refusal.Answer;
import se.medel.refusal.Refusal;
import se.medel.round.rules.Component.ClientCompensation;

/**
 * The rows of claims. Who may see or change a claim is known by its application; everything here is called within its
 * transaction.
 */
@ApplicationScoped
@Transactional
public class Claims {

    /** The most rows of one claim; far above any round's cap, so that a file of a whole city can be tried. */
    public static final int MOST_ROWS = 10_000;

    /** The rules that a client can be found to fail, besides the model's own: register, consent, once, age, not current. */
    public static final Set<String> ROW_RULES = Set.of("M3", "M6", "P1", "P2", "P14", "A4", "A5", "A6");

    /** Letters and digits with a dash between them, a space or nothing; only what is a code of the claim counts. */
    private static final Pattern CODE_LIKE =
            Pattern.compile("(?<![\\p{L}0-9])\\p{L}{1,6}\\s*[\\p{Pd}\\u2212]?\\s*[0-9]{1,6}(?![0-9])");
    /** How many rows are read, tried or written at a time. */
    static final int PART = 500;

    private static final String COLUMNS =
            "id, application_id, position, code, birth_year, admitted_on, earlier_contact,"
                    + " attested_by, state, fails_rule, fails_reason";

    @Inject
    Session database;

    @Inject
    GroupService groups;

    @Inject
    RegisterService register;

    @Inject
    Clock clock;

    /**
     * What a claim's rows are tried against.
     *
     * @param applicationId the claim
     * @param year the round's year
     * @param model the round's compensation
     */
    public record Claim(long applicationId, String district, int year, ClientCompensation model) {}

    /**
     * A row that has been tried.
     *
     * @param row its number, as the district counts
     * @param faults each at its column; empty where the client can be claimed
     */
    public record Judged(int row, ClaimedClient client, List<Refusal> faults) {
        public boolean isRight() {
            return faults.isEmpty();
        }
    }

    /** @param reason in the officer's words */
    public record Finding(long row, String rule, String reason) {}

    /** A claim's rows in their order. */
    public List<ClaimRow> rows(long applicationId) {
        return database
                .createNativeQuery(
                        "select " + COLUMNS + " from claim_row where application_id = ?1 order by position",
                        Tuple.class)
                .setParameter(1, applicationId)
                .getResultList()
                .stream()
                .map(Claims::row)
                .toList();
    }

    /**
     * A participant that a claim can be made for.
     *
     * @param admittedOn the first admission during the year
     * @param faults why it still can't, besides the attestation; empty where it can
     */
    public record Candidate(String code, int birthYear, LocalDate admittedOn, List<Refusal> faults) {

        /** The participant as the district claims it. */
        public ClaimedClient claimed(LocalDate earlierContact, boolean attested, String attestedBy) {
            return new ClaimedClient(code, birthYear, admittedOn, earlierContact, attested, attestedBy);
        }
    }

    /** Whether the district keeps its register here, so that clients can be picked from it. */
    public boolean keepsRegister(String district) {
        return !groups.ofDistrict(district).isEmpty();
    }

    /**
     * The participants of the district's groups who were admitted during the year and aren't claimed by anybody, the earliest
     * admitted first.
     */
    public List<Candidate> candidates(Claim claim) {
        List<Registered> admitted = register.admittedIn(claim.district(), claim.year());
        Set<String> taken = claimed(admitted.stream().map(Registered::clientKey).toList(), claim.applicationId());
        rows(claim.applicationId()).forEach(row -> taken.add(CodePattern.key(row.code())));
        List<ClaimedClient> free = admitted.stream()
                .filter(one -> !taken.contains(one.clientKey()))
                .map(one -> new ClaimedClient(
                        one.code(), one.birthYear(), admission(one, claim.year()), null, true, "register"))
                .sorted(Comparator.comparing(ClaimedClient::admittedOn).thenComparing(ClaimedClient::code))
                .toList();
        return judge(claim, free, 1).stream()
                .map(judged -> new Candidate(
                        judged.client().code(),
                        judged.client().birthYear(),
                        judged.client().admittedOn(),
                        judged.faults()))
                .toList();
    }

    private static LocalDate admission(Registered one, int year) {
        return one.admissions().stream()
                .map(Admission::day)
                .filter(day -> day.getYear() == year)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Tries rows that aren't part of the claim yet, and saves nothing. They are numbered from {@code firstRow}. */
    public List<Judged> judge(Claim claim, List<ClaimedClient> clients, int firstRow) {
        return judging(claim).of(numbered(clients, firstRow));
    }

    /** Tries rows that aren't part of the claim yet, so many at a time as the caller has at hand. */
    public Judging judging(Claim claim) {
        Judging judging = new Judging(claim);
        rows(claim.applicationId())
                .forEach(row -> judging.seen.put(CodePattern.key(row.code()), RowCheck.Known.IN_CLAIM));
        return judging;
    }

    private static List<Numbered> numbered(List<ClaimedClient> clients, int firstRow) {
        return IntStream.range(0, clients.size())
                .mapToObj(i -> new Numbered(firstRow + i, clients.get(i)))
                .toList();
    }

    /** A row to be tried, with its number as the district counts. */
    public record Numbered(int row, ClaimedClient client) {}

    /**
     * Tries the rows of one list. It remembers the codes above, so that a long list can be tried in parts; besides that, what it
     * needs doesn't grow with the list.
     */
    public final class Judging {

        private final Claim claim;
        private final List<GroupView> own;
        private final RowCheck check;
        private final Map<String, Integer> seen = new HashMap<>();

        private Judging(Claim claim) {
            this.claim = claim;
            this.own = groups.ofDistrict(claim.district());
            Set<CodePattern> patterns = own.isEmpty()
                    ? Set.of(CodePattern.DEFAULT)
                    : own.stream().map(GroupView::pattern).collect(Collectors.toSet());
            this.check = new RowCheck(claim.model(), claim.year(), LocalDate.now(clock), claim.district(), patterns);
        }

        /** The next rows, in two statements for each {@link Claims#PART} of them. */
        public List<Judged> of(List<Numbered> rows) {
            List<Judged> judged = new ArrayList<>(rows.size());
            for (int from = 0; from < rows.size(); from += PART) {
                judged.addAll(part(rows.subList(from, Math.min(from + PART, rows.size()))));
            }
            return judged;
        }

        private List<Judged> part(List<Numbered> rows) {
            List<String> keys = rows.stream()
                    .map(row -> CodePattern.key(row.client().code()))
                    .filter(key -> !key.isEmpty())
                    .distinct()
                    .toList();
            Map<String, Registered> registered =
                    register.registered(own.stream().map(GroupView::slug).toList(), keys);
            Set<String> claimed = claimed(keys, claim.applicationId());
            List<Judged> judged = new ArrayList<>(rows.size());
            for (Numbered row : rows) {
                String key = CodePattern.key(row.client().code());
                Integer above = key.isEmpty() ? null : seen.putIfAbsent(key, row.row());
                Known known = new Known(known(registered.get(key)), !own.isEmpty(), claimed.contains(key), above);
                judged.add(new Judged(row.row(), row.client(), check.faults(row.client(), known)));
            }
            return judged;
        }
    }

    private static RowCheck.Registered known(Registered one) {
        return one == null
                ? null
                : new RowCheck.Registered(
                        one.birthYear(),
                        one.consented(),
                        one.admissions().stream().collect(Collectors.toMap(Admission::day, Admission::district)));
    }

    /** Of these keys, those that another claim holds (A4). */
    private Set<String> claimed(Collection<String> keys, long exceptApplication) {
        if (keys.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(database.createNativeQuery(
                        "select held.client_key from claimed_client held join claim_row r on r.id = held.claim_row_id"
                                + " where held.client_key in (?1) and r.application_id <> ?2",
                        String.class)
                .setParameterList(1, keys)
                .setParameter(2, exceptApplication)
                .getResultList());
    }

    /** Adds rows to a claim: all, or none where any of them is wrong. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Answer<List<ClaimRow>> add(Claim claim, List<ClaimedClient> clients) {
        if (clients.isEmpty()) {
            return Answer.refused(Refusal.of(CLAIM_HAS_NO_ROWS).at("clients"));
        }
        List<ClaimRow> there = rows(claim.applicationId());
        if (there.size() + clients.size() > MOST_ROWS) {
            return Answer.refused(Refusal.of(CLAIM_TOO_MANY_ROWS, MOST_ROWS).at("clients"));
        }
        List<Refusal> faults = new ArrayList<>();
        for (Judged judged : judge(claim, clients, 1)) {
            faults.addAll(atRow(judged.faults(), judged.row() - 1));
        }
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        insert(
                claim.applicationId(),
                there.isEmpty() ? 0 : there.get(there.size() - 1).position(),
                clients);
        return Answer.of(rows(claim.applicationId()));
    }

    /** All rows in one statement. */
    private void insert(long applicationId, int last, List<ClaimedClient> clients) {
        database.createNativeMutationQuery("insert into claim_row (application_id, position, code, client_key,"
                        + " birth_year, admitted_on, earlier_contact, attested_by, state)"
                        + " select ?1, ?2 + row.place, row.code, row.client_key, row.birth_year, row.admitted_on,"
                        + " row.earlier_contact, row.attested_by, 'DRAFT'"
                        + " from unnest(cast(?3 as text[]), cast(?4 as text[]), cast(?5 as integer[]), cast(?6 as date[]),"
                        + " cast(?7 as date[]), cast(?8 as text[])) with ordinality"
                        + " as row(code, client_key, birth_year, admitted_on, earlier_contact, attested_by, place)")
                .setParameter(1, applicationId)
                .setParameter(2, last)
                .setParameter(3, column(clients, client -> CodePattern.tidy(client.code()), String[]::new))
                .setParameter(4, column(clients, client -> CodePattern.key(client.code()), String[]::new))
                .setParameter(5, column(clients, ClaimedClient::birthYear, Integer[]::new))
                .setParameter(6, column(clients, ClaimedClient::admittedOn, LocalDate[]::new))
                .setParameter(7, column(clients, ClaimedClient::earlierContact, LocalDate[]::new))
                .setParameter(8, column(clients, client -> client.attestedBy().strip(), String[]::new))
                .executeUpdate();
    }

    private static <R, T> T[] column(List<R> rows, Function<R, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static List<Refusal> atRow(List<Refusal> faults, int index) {
        return faults.stream()
                .map(fault -> fault.at("clients[" + index + "]." + fault.field()))
                .toList();
    }

    /** Takes a row out of a claim that can still be changed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Answer<List<ClaimRow>> remove(long applicationId, long rowId) {
        database.createNativeMutationQuery("delete from claimed_client where claim_row_id in (select id from claim_row"
                        + " where id = ?1 and application_id = ?2)")
                .setParameter(1, rowId)
                .setParameter(2, applicationId)
                .executeUpdate();
        int removed = database.createNativeMutationQuery("delete from claim_row where id = ?1 and application_id = ?2"
                        + " and state in ('DRAFT', 'CLAIMED')")
                .setParameter(1, rowId)
                .setParameter(2, applicationId)
                .executeUpdate();
        return removed == 0 ? Answer.refused(CLAIM_ROW_NOT_FOUND) : Answer.of(rows(applicationId));
    }

    /** A row of a claim with what is wrong with it now. */
    public record Tried(ClaimRow row, List<Refusal> faults) {

        /** The finding that follows from the first fault, if any of them is about a rule that a client can fail. */
        public Optional<Refusal> proposed() {
            return faults.stream()
                    .filter(fault -> fault.rule() != null && ROW_RULES.contains(fault.rule()))
                    .findFirst();
        }
    }

    /** The rows tried again: the register, and other claims, have gone on since they were written. */
    public List<Tried> tried(Claim claim) {
        List<ClaimRow> rows = rows(claim.applicationId());
        List<Judged> judged = new Judging(claim)
                .of(numbered(rows.stream().map(ClaimRow::client).toList(), 1));
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Tried(rows.get(i), judged.get(i).faults()))
                .toList();
    }

    /** What is wrong with the rows as they stand now, each at its row; for a claim that is about to be submitted. */
    public List<Refusal> missing(Claim claim) {
        List<Tried> rows = tried(claim);
        if (rows.isEmpty()) {
            return List.of(Refusal.of(CLAIM_HAS_NO_ROWS).at("clients"));
        }
        List<Refusal> faults = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            faults.addAll(atRow(rows.get(i).faults(), i));
        }
        return faults;
    }

    /**
     * Claims the rows: from now on nobody else can claim the same clients. Of two claims at the same time, exactly one wins.
     *
     * @return the number of clients claimed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Answer<Long> claim(Claim claim) {
        List<Refusal> faults = missing(claim);
        if (!faults.isEmpty()) {
            return Answer.refused(faults);
        }
        return hold(claim.applicationId()).map(held -> {
            // What an officer found before a completion was about the rows as they were.
            keep(claim.applicationId(), List.of());
            setState(claim.applicationId(), RowState.CLAIMED);
            return (long) rows(claim.applicationId()).size();
        });
    }

    /** Holds the clients of all eligible rows for this claim, or none where another claim was faster. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Answer<Boolean> hold(long applicationId) {
        return holdAllBut(
                applicationId,
                rows(applicationId).stream()
                        .filter(row -> !row.isEligible())
                        .map(ClaimRow::id)
                        .toList());
    }

    /** The same with other findings about the clients, which aren't kept yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Answer<Boolean> hold(long applicationId, List<Finding> findings) {
        return holdAllBut(applicationId, findings.stream().map(Finding::row).toList());
    }

    private Answer<Boolean> holdAllBut(long applicationId, List<Long> notEligible) {
        Long[] failing = notEligible.toArray(Long[]::new);
        // In the order of the keys, so that two claims that hold the same clients wait for each other in one direction.
        List<Long> held = database.createNativeQuery(
                        "insert into claimed_client (client_key, claim_row_id)"
                                + " select client_key, id from claim_row r where application_id = ?1"
                                + " and id <> all (cast(?2 as bigint[])) and not exists (select from claimed_client c where c.claim_row_id = r.id)"
                                + " order by client_key on conflict (client_key) do nothing returning claim_row_id",
                        Long.class)
                .setParameter(1, applicationId)
                .setParameter(2, failing)
                .getResultList();
        long lost = database.createNativeQuery(
                        "select count(*) from claim_row r where application_id = ?1"
                                + " and id <> all (cast(?2 as bigint[]))"
                                + " and not exists (select from claimed_client c where c.claim_row_id = r.id)",
                        Long.class)
                .setParameter(1, applicationId)
                .setParameter(2, failing)
                .getSingleResult();
        if (lost == 0) {
            return Answer.of(true);
        }
        if (!held.isEmpty()) {
            database.createNativeMutationQuery("delete from claimed_client where claim_row_id in (?1)")
                    .setParameterList(1, held)
                    .executeUpdate();
        }
        return Answer.refused(
                Refusal.of(CLIENTS_CLAIMED_MEANWHILE, lost).at("clients").by("A4"));
    }

    /** Lets go of every client of a claim that is withdrawn. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void withdraw(long applicationId) {
        setState(applicationId, RowState.WITHDRAWN);
        letGo(applicationId);
    }

    /** What is wrong with an officer's findings, each at its row. */
    public List<Refusal> faults(long applicationId, List<Finding> findings) {
        Set<Long> known = rows(applicationId).stream().map(ClaimRow::id).collect(Collectors.toSet());
        List<Refusal> faults = new ArrayList<>();
        for (Finding finding : findings) {
            String field = "rows." + finding.row();
            // Found once: a second finding about the same client would be counted twice.
            if (!known.remove(finding.row())) {
                faults.add(Refusal.of(CLAIM_ROW_NOT_FOUND).at(field));
            }
            if (finding.rule() == null || !ROW_RULES.contains(finding.rule())) {
                faults.add(Refusal.of(FINDING_RULE_UNKNOWN).at(field + ".rule"));
            }
            if (finding.reason() == null || finding.reason().isBlank()) {
                faults.add(Refusal.of(FINDING_REASON_MISSING).at(field + ".reason"));
            } else {
                FreeText.check(faults, field + ".reason", finding.reason());
            }
        }
        return faults;
    }

    /** How many of a claim's rows stand in each state. */
    public Map<RowState, Long> counts(long applicationId) {
        Map<RowState, Long> counts = new EnumMap<>(RowState.class);
        database.createNativeQuery(
                        "select state, count(*) from claim_row where application_id = ?1 group by state", Tuple.class)
                .setParameter(1, applicationId)
                .getResultList()
                .forEach(row -> counts.put(RowState.valueOf(row.get(0, String.class)), row.get(1, Long.class)));
        return counts;
    }

    /**
     * Refuses a text that holds the code of one of the claim's clients, in any spelling. What is written about a claim as a
     * whole stands in its decision, which everybody may read (P1).
     */
    public void checkCodes(List<Refusal> faults, String field, String text, long applicationId) {
        if (text == null) {
            return;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "");
        Set<String> written = CODE_LIKE
                .matcher(plain)
                .results()
                .map(found -> CodePattern.key(found.group()))
                .collect(Collectors.toSet());
        if (!written.isEmpty()
                && rows(applicationId).stream().anyMatch(row -> written.contains(CodePattern.key(row.code())))) {
            faults.add(Refusal.of(CODE_IN_TEXT).at(field).by("P1"));
        }
    }

    /** How many rows fail each rule. */
    public static Map<String, Long> countByRule(List<Finding> findings) {
        return findings.stream().collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
    }

    /** Keeps an officer's findings in place of those before. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(long applicationId, List<Finding> findings) {
        database.createNativeMutationQuery(
                        "update claim_row set fails_rule = null, fails_reason = null where application_id = ?1")
                .setParameter(1, applicationId)
                .executeUpdate();
        for (Finding finding : findings) {
            database.createNativeMutationQuery(
                            "update claim_row set fails_rule = ?3, fails_reason = ?4 where application_id = ?1 and id = ?2")
                    .setParameter(1, applicationId)
                    .setParameter(2, finding.row())
                    .setParameter(3, finding.rule())
                    .setParameter(4, finding.reason().strip())
                    .executeUpdate();
        }
    }

    /**
     * Takes up again all clients of a claim that is decided, with what is found about them now. The decision that replaces the
     * one in force then deals with them as if nothing had been decided.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void takeUp(long applicationId, List<Finding> findings) {
        setState(applicationId, RowState.CLAIMED);
        keep(applicationId, findings);
    }

    /**
     * Deals a decision's clients out to the rows: the earliest admitted first, the rest of the eligible ones stay in reserve. A
     * claim that is refused lets go of all its clients.
     *
     * @param clients how many clients the decision compensates
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void deal(long applicationId, long decisionId, long clients, String district) {
        Map<Long, ClaimRow> byId =
                rows(applicationId).stream().collect(Collectors.toMap(ClaimRow::id, Function.identity()));
        List<Queue.Waiting> line = Queue.inOrder(byId.values().stream()
                .filter(ClaimRow::isEligible)
                .map(row -> new Queue.Waiting(row.id(), district, row.admittedOn(), 0, row.position()))
                .toList());
        Map<Long, RowState> dealt = new HashMap<>();
        byId.values().stream()
                .filter(row -> !row.isEligible())
                .forEach(row -> dealt.put(row.id(), RowState.NOT_ELIGIBLE));
        for (int i = 0; i < line.size(); i++) {
            dealt.put(
                    line.get(i).row(),
                    clients == 0 ? RowState.NOT_COMPENSATED : i < clients ? RowState.COMPENSATED : RowState.RESERVE);
        }
        Long[] ids = dealt.keySet().toArray(Long[]::new);
        String[] states = dealt.values().stream().map(RowState::name).toArray(String[]::new);
        database.createNativeMutationQuery("update claim_row set state = dealt.state"
                        + " from unnest(cast(?1 as bigint[]), cast(?2 as text[])) as dealt(id, state)"
                        + " where claim_row.id = dealt.id")
                .setParameter(1, ids)
                .setParameter(2, states)
                .executeUpdate();
        database.createNativeMutationQuery("insert into decided_row (decision_id, claim_row_id, outcome, rule, reason)"
                        + " select ?1, id, state, fails_rule, fails_reason from claim_row where application_id = ?2")
                .setParameter(1, decisionId)
                .setParameter(2, applicationId)
                .executeUpdate();
        letGo(applicationId);
    }

    /**
     * Lets go of the clients who were still in reserve when the round was closed: nobody is compensated in it any more, and they
     * may be claimed in a later one (A4). Their rows stand as they were.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void letGoOfReserve(String roundId) {
        database.createNativeMutationQuery(
                        "delete from claimed_client where claim_row_id in (select r.id from claim_row r"
                                + " join application a on a.id = r.application_id where a.round_id = ?1 and r.state = 'RESERVE')")
                .setParameter(1, roundId)
                .executeUpdate();
    }

    /** The clients that a claim no longer holds. */
    private void letGo(long applicationId) {
        database.createNativeMutationQuery("delete from claimed_client where claim_row_id in (select id from claim_row"
                        + " where application_id = ?1 and state in ('NOT_ELIGIBLE', 'NOT_COMPENSATED', 'WITHDRAWN'))")
                .setParameter(1, applicationId)
                .executeUpdate();
    }

    private void setState(long applicationId, RowState state) {
        database.createNativeMutationQuery("update claim_row set state = ?2 where application_id = ?1")
                .setParameter(1, applicationId)
                .setParameter(2, state.name())
                .executeUpdate();
    }

    /** What a decision said about one client. */
    public record Decided(
            int position,
            String code,
            int birthYear,
            LocalDate admittedOn,
            RowState outcome,
            String rule,
            String reason) {}

    /** A decision's rows, the earliest admitted first; for the district's appendix. */
    public List<Decided> decided(long decisionId) {
        return database
                .createNativeQuery(
                        "select r.position, r.code, r.birth_year, r.admitted_on, d.outcome, d.rule, d.reason"
                                + " from decided_row d join claim_row r on r.id = d.claim_row_id"
                                + " where d.decision_id = ?1 order by r.admitted_on, r.position",
                        Tuple.class)
                .setParameter(1, decisionId)
                .getResultList()
                .stream()
                .map(row -> new Decided(
                        row.get(0, Integer.class),
                        row.get(1, String.class),
                        row.get(2, Integer.class),
                        row.get(3, LocalDate.class),
                        RowState.valueOf(row.get(4, String.class)),
                        row.get(5, String.class),
                        row.get(6, String.class)))
                .toList();
    }

    /** A client in reserve, with the claim it waits in. */
    public record InReserve(long applicationId, Queue.Waiting waiting) {}

    /** The round's clients in reserve; the claims count in the order they came. */
    public List<InReserve> reserve(String roundId) {
        return database
                .createNativeQuery(
                        "select r.application_id, r.id, a.district, r.admitted_on, r.position,"
                                + " dense_rank() over (order by a.submitted_at, a.id)"
                                + " from claim_row r join application a on a.id = r.application_id"
                                + " where a.round_id = ?1 and r.state = 'RESERVE'",
                        Tuple.class)
                .setParameter(1, roundId)
                .getResultList()
                .stream()
                .map(row -> new InReserve(
                        row.get(0, Long.class),
                        new Queue.Waiting(
                                row.get(1, Long.class),
                                row.get(2, String.class),
                                row.get(3, LocalDate.class),
                                row.get(5, Long.class),
                                row.get(4, Integer.class))))
                .toList();
    }

    private static ClaimRow row(Tuple row) {
        return new ClaimRow(
                row.get(0, Long.class),
                row.get(1, Long.class),
                row.get(2, Integer.class),
                row.get(3, String.class),
                row.get(4, Integer.class),
                row.get(5, LocalDate.class),
                row.get(6, LocalDate.class),
                row.get(7, String.class),
                RowState.valueOf(row.get(8, String.class)),
                row.get(9, String.class),
                row.get(10, String.class));
    }
}
