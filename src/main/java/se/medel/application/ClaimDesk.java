package se.medel.application;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.medel.application.rules.ApplicationState;
import se.medel.claim.ClaimRefusal;
import se.medel.claim.ClaimRow;
import se.medel.claim.ClaimUploads.JudgedRow;
import se.medel.claim.RowState;
import se.medel.claim.WrittenRow;
import se.medel.claim.file.Column;
import se.medel.money.Kronor;
import se.medel.refusal.Refusal;
import se.medel.round.Chain;
import se.medel.user.Me;
import se.medel.user.Role;
import se.medel.web.Form;
import se.medel.web.Formats;
import se.medel.web.Language;
import se.medel.web.Option;
import se.medel.web.Texts;
import se.medel.web.Typed;

/** A claim as its district sees it: its clients row by row, what is wrong with them, and what can be done. */
@RequestScoped
class ClaimDesk {

    /** How many rows a page shows. */
    static final int PAGE = 100;

    private static final Pattern CLIENT_FIELD = Pattern.compile("clients\\[([0-9]+)]\\.(.+)");

    /**
     * What stands in one column of a row.
     *
     * @param hidden why the text isn't shown, null where it is
     */
    record Cell(String label, String text, String hidden, List<String> faults) {}

    /**
     * A row of a claim or of a file.
     *
     * @param state null where its place in the list says it
     * @param reason why it isn't compensated; null for none
     */
    record Row(long id, String number, List<Cell> cells, boolean wrong, ApplicationWords.Status state, String reason) {}

    /** One page of rows, those with faults first; before and after are addresses, null at the ends. */
    record Listing(
            List<String> columns, List<Row> rows, int all, int wrong, String page, String before, String after) {}

    /**
     * What the claim comes to; sum and what the rules leave are null while there are no clients.
     *
     * @param waiting rows of a file that aren't part of it
     */
    record Total(String clients, String sum, String gives, Chain chain, int waiting) {}

    /** What can be done with the claim. */
    record Actions(boolean write, boolean pick, boolean sign, boolean withdraw, boolean receipt, boolean decision) {}

    @CheckedTemplate(basePath = "application/claim", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClaimPage(
            ApplicationDesk.Head head,
            Form form,
            ApplicationDesk.Completion completion,
            Total total,
            Listing clients,
            String ready,
            boolean complete,
            Actions actions,
            String signed,
            String withdrawn)
            implements TemplateInstance {}

    @Inject
    ApplicationService applications;

    @Inject
    ClaimUploadService uploads;

    @Inject
    ApplicationDesk desk;

    @Inject
    Language language;

    @Inject
    Me me;

    ClaimMsg msg() {
        return MessageBundles.get(
                ClaimMsg.class, Localized.Literal.of(language.now().getLanguage()));
    }

    /** The claim's own page. */
    TemplateInstance page(ApplicationView claim, Form form, int page) {
        boolean editable = claim.state().isEditable();
        List<Refusal> missing = editable && claim.rows() > 0 ? applications.missing(claim) : List.of();
        Listing clients = clients(claim, missing, page);
        return new ClaimPage(
                desk.head(claim),
                form,
                desk.completion(claim),
                total(claim),
                clients,
                ready(claim, clients),
                claim.rows() > 0 && missing.isEmpty(),
                actions(claim),
                claim.signedBy() == null
                        ? null
                        : desk.words().msg().signedBy(claim.signedBy(), Formats.moment(claim.signedAt())),
                claim.withdrawnReason());
    }

    private String ready(ApplicationView claim, Listing clients) {
        if (claim.rows() == 0) {
            return msg().taskNoClients();
        }
        return clients.wrong() == 0 ? msg().taskReady() : msg().taskFaults(Formats.number(clients.wrong()));
    }

    private Actions actions(ApplicationView claim) {
        ApplicationState state = claim.state();
        return new Actions(
                state.isEditable(),
                state.isEditable() && applications.keepsRegister(claim),
                me.is(Role.DISTRICT_DIRECTOR)
                        && claim.signedBy() == null
                        && (state == ApplicationState.SUBMITTED || state == ApplicationState.PREPARED),
                state.mayBecome(ApplicationState.WITHDRAWN),
                claim.receipt() != null && !state.isEditable() && state != ApplicationState.WITHDRAWN,
                state.isDecided());
    }

    /** Clients times rate, and what the rules leave of it while nothing is decided. */
    Total total(ApplicationView claim) {
        int clients = claim.rows();
        if (clients == 0) {
            return new Total("0", null, null, null, uploads.waiting(claim.id()));
        }
        Kronor rate = applications.rate(claim);
        Chain chain = claim.state().isDecided() || claim.state() == ApplicationState.WITHDRAWN
                ? null
                : desk.chain(claim).orElse(null);
        return new Total(
                Formats.number(clients),
                msg().sumText(
                                Formats.number(clients),
                                Formats.kr(rate.amount()),
                                Formats.kr(rate.times(clients).amount())),
                chain == null ? null : chain.granted(),
                chain,
                uploads.waiting(claim.id()));
    }

    /** The claim's clients; those that can't be claimed as things are stand first. */
    Listing clients(ApplicationView claim, List<Refusal> missing, int page) {
        if (claim.rows() == 0) {
            return new Listing(List.of(), List.of(), 0, 0, null, null, null);
        }
        boolean decided = claim.state().isDecided();
        Map<Integer, List<Refusal>> faults = missing.stream()
                .filter(fault ->
                        CLIENT_FIELD.matcher(String.valueOf(fault.field())).matches())
                .collect(Collectors.groupingBy(fault -> index(fault.field())));
        List<ClaimRow> rows = applications.rows(me.actor(), claim.id()).get();
        List<Row> shown = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            shown.add(row(i + 1, rows.get(i), faults.getOrDefault(i, List.of()), decided));
        }
        return listing(
                List.of(Column.CODE, Column.BIRTH_YEAR, Column.ADMITTED_ON, Column.EARLIER_CONTACT, Column.ATTESTED_BY),
                shown,
                "/applications/" + claim.id(),
                page);
    }

    private static int index(String field) {
        Matcher matcher = CLIENT_FIELD.matcher(field);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    private Row row(int number, ClaimRow row, List<Refusal> faults, boolean decided) {
        Map<String, List<String>> texts = byColumn(faults);
        return new Row(
                row.id(),
                Integer.toString(number),
                List.of(
                        cell(Column.CODE, row.code(), texts),
                        cell(Column.BIRTH_YEAR, Integer.toString(row.birthYear()), texts),
                        cell(Column.ADMITTED_ON, Formats.day(row.admittedOn()), texts),
                        cell(Column.EARLIER_CONTACT, day(row.earlierContact()), texts),
                        cell(Column.ATTESTED_BY, row.attestedBy(), texts)),
                !faults.isEmpty(),
                decided ? status(row.state()) : null,
                // What an officer finds is working material until it is decided.
                decided && row.failsRule() != null ? row.failsRule() + ": " + row.failsReason() : null);
    }

    private String day(LocalDate day) {
        return day == null ? msg().none() : Formats.day(day);
    }

    private ApplicationWords.Status status(RowState state) {
        return new ApplicationWords.Status(
                texts().name(state),
                switch (state) {
                    case DRAFT, WITHDRAWN -> "grey";
                    case CLAIMED -> "blue";
                    case COMPENSATED -> "green";
                    case RESERVE -> "yellow";
                    case NOT_ELIGIBLE, NOT_COMPENSATED -> "red";
                });
    }

    /** The rows of a file that wait; those with faults stand first. */
    Listing uploaded(long id, List<JudgedRow> rows, int page) {
        return listing(
                List.of(Column.values()),
                rows.stream().map(this::row).toList(),
                "/applications/" + id + "/clients/uploaded",
                page);
    }

    private Row row(JudgedRow judged) {
        Map<String, List<String>> texts = byColumn(judged.faults());
        WrittenRow row = judged.row();
        List<Cell> cells = Stream.of(Column.values())
                .map(column -> new Cell(
                        texts().name(column),
                        row.text(column),
                        hidden(row, column),
                        texts.getOrDefault(column.field(), List.of())))
                .toList();
        return new Row(row.number(), Integer.toString(row.number()), cells, !judged.isRight(), null, null);
    }

    private String hidden(WrittenRow row, Column column) {
        WrittenRow.Unusable why = row.unusable().get(column);
        if (why == null) {
            return null;
        }
        return switch (why) {
            case FORMULA -> msg().hiddenFormula();
            case PERSONAL_NUMBER -> msg().hiddenNumber();
        };
    }

    private Map<String, List<String>> byColumn(List<Refusal> faults) {
        return faults.stream()
                .collect(Collectors.groupingBy(
                        fault -> column(fault.field()),
                        Collectors.mapping(fault -> texts().refusal(fault), Collectors.toList())));
    }

    private static String column(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }

    private Cell cell(Column column, String text, Map<String, List<String>> faults) {
        return new Cell(texts().name(column), text, null, faults.getOrDefault(column.field(), List.of()));
    }

    private Listing listing(List<Column> columns, List<Row> rows, String address, int wanted) {
        List<Row> sorted = rows.stream()
                .sorted(Comparator.comparing(Row::wrong).reversed())
                .toList();
        int last = Math.max(1, (rows.size() + PAGE - 1) / PAGE);
        int page = Math.max(1, Math.min(wanted, last));
        return new Listing(
                columns.stream().map(column -> texts().name(column)).toList(),
                sorted.subList((page - 1) * PAGE, Math.min(page * PAGE, sorted.size())),
                rows.size(),
                (int) rows.stream().filter(Row::wrong).count(),
                last == 1 ? null : Language.msg(language.now()).pageOf(Integer.toString(page), Integer.toString(last)),
                page == 1 ? null : address + "?page=" + (page - 1),
                page == last ? null : address + "?page=" + (page + 1));
    }

    /** What stands in the way of submitting, with the row and the column in front, and the way to the rows. */
    List<ApplicationPages.Lack> lacks(ApplicationView claim, List<Refusal> missing) {
        String address = "/applications/" + claim.id();
        return missing.stream()
                .limit(PAGE)
                .map(fault -> new ApplicationPages.Lack(fault(fault), address + "#clients"))
                .toList();
    }

    private String fault(Refusal fault) {
        Matcher field = CLIENT_FIELD.matcher(String.valueOf(fault.field()));
        String text = texts().refusal(fault);
        return field.matches()
                ? msg().fieldOf(
                                Integer.toString(Integer.parseInt(field.group(1)) + 1),
                                columnName(field.group(2)),
                                text)
                : text;
    }

    private String columnName(String field) {
        return Stream.of(Column.values())
                .filter(column -> column.field().equals(field))
                .map(column -> texts().name(column).toLowerCase(language.now()))
                .findFirst()
                .orElse(field);
    }

    /** Refusals at the fields of a form in place of those at the rows of a list. */
    static List<Refusal> atFields(Collection<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> refusal.field() == null ? refusal : refusal.at(column(refusal.field())))
                .toList();
    }

    /**
     * That the claim, or a row that waits beside it, has gone on since the form was opened; shows what was typed, because
     * nothing typed is lost.
     */
    Response overtaken(long id, List<Refusal> why, Form form) {
        return desk.overtaken(desk.application(id), desk.words().refusal(why.get(0)), typed(form));
    }

    /** The same where the claim can't be written in. */
    Response overtaken(ApplicationView claim, Form form) {
        Refusal why = claim.isClaim()
                ? Refusal.of(ApplicationRefusal.APPLICATION_STATE, claim.state())
                : Refusal.of(ApplicationRefusal.NOT_A_CLAIM);
        return overtaken(claim.id(), List.of(why), form);
    }

    private Typed typed(Form form) {
        Typed typed = Typed.in(form);
        List<String> codes = form.values("code");
        if (form.has("birthYear")) {
            typed.text("code", msg().code())
                    .text("birthYear", msg().birthYear())
                    .text("admittedOn", msg().admittedOn())
                    .text("earlierContact", msg().earlierContact());
        } else {
            // Those ticked among the register's participants, each with what was typed beside it.
            List<Integer> picked = IntStream.range(0, codes.size())
                    .filter(i -> form.chosen("pick[" + i + "]", "yes"))
                    .boxed()
                    .toList();
            form.with("picked", picked.stream().map(codes::get).collect(Collectors.joining(", ")));
            typed.text("picked", msg().pickedCodes());
            picked.forEach(i -> typed.text("contact[" + i + "]", msg().pickContact(codes.get(i))));
        }
        return typed.choice(
                        "attested",
                        msg().attested(),
                        List.of(Option.of("yes", desk.words().msg().yes())))
                .text("attestedBy", msg().attestedBy());
    }

    /** Whether it is the claim or the row that has gone on, rather than that something is to be corrected. */
    static boolean hasGoneOn(List<Refusal> refusals) {
        return refusals.stream()
                .map(Refusal::reason)
                .anyMatch(why -> why instanceof ApplicationRefusal || why == ClaimRefusal.CLAIM_ROW_NOT_FOUND);
    }

    private Texts texts() {
        return Texts.in(language.now());
    }
}
