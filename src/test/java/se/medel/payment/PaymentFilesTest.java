package se.medel.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static se.medel.payment.PaymentFixture.CONTROLLER;
import static se.medel.round.RoundFixture.OFFICER;
import static se.medel.round.rules.ModelFixture.BROMMA;
import static se.medel.round.rules.ModelFixture.FARSTA;
import static se.medel.round.rules.ModelFixture.SKARHOLMEN;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.medel.costreport.sie.Line;
import se.medel.costreport.sie.ObjectPair;
import se.medel.costreport.sie.SieFile;
import se.medel.costreport.sie.SieListener;
import se.medel.costreport.sie.SieResult;
import se.medel.costreport.sie.Voucher;
import se.medel.database.TestDatabase;
import se.medel.document.PdfText;
import se.medel.document.VeraPdf;
import se.medel.ledger.Accounts;
import se.medel.money.Kronor;
import se.medel.payment.ConfirmationService.Confirmation;
import se.medel.payment.PaymentService.Paid;
import se.medel.payment.PaymentService.Wanted;
import se.medel.refusal.Answer;
import se.medel.refusal.Reason;
import se.medel.refusal.Refusal;
import se.medel.time.TestClock;

/** What goes to the ledger, and what comes back from it. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PaymentFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2014, 6, 2);

    @Inject
    PaymentFixture fixture;

    @Inject
    PaymentService payments;

    @Inject
    PaymentFiles files;

    @Inject
    PaymentDocuments documents;

    @Inject
    ConfirmationService confirmations;

    @Inject
    Accounts accounts;

    @Inject
    TestClock clock;

    @TempDir
    Path folder;

    private String round;
    private OrderView order;
    private List<Long> ids;

    @BeforeEach
    void anExportedOrder() {
        clock.stopAt(TODAY);
        round = fixture.openRound();
        fixture.granted(round, BROMMA, 150_000);
        fixture.granted(round, FARSTA, 80_000);
        fixture.granted(round, SKARHOLMEN, 99_999);
        order = fixture.exported(
                payments.order(CONTROLLER, round, new Wanted(TODAY.plusDays(14), "Första halvåret, åäö & <b>", null))
                        .get());
        ids = order.payments().stream().map(PaymentView::id).toList();
    }

    @AfterEach
    void now() {
        clock.go();
    }

    @Test
    void theVouchersBalanceAndCarryProjectCounterpartAndReference() {
        byte[] bytes = files.vouchers(order).bytes();
        assertThat(new String(bytes, Charset.forName("IBM437")))
                .contains("#SIETYP 4", "#FORMAT PC8", "212000-0142", "Socialnämnden", "Skärholmen")
                .doesNotContain("Första halvåret");
        List<Line> lines = new ArrayList<>();
        Map<Voucher, Kronor> differences = new HashMap<>();
        SieResult read = SieFile.read(new ByteArrayInputStream(bytes), new SieListener() {
                    @Override
                    public void line(Line line) {
                        lines.add(line);
                    }

                    @Override
                    public void voucherEnded(Voucher voucher, Kronor difference) {
                        differences.put(voucher, difference);
                    }
                })
                .get();
        assertThat(read.warnings()).isEmpty();
        assertThat(read.vouchers()).isEqualTo(3);
        assertThat(differences.values()).containsOnly(Kronor.ZERO);
        String bromma = order.exportedWith().counterparts().get(BROMMA);
        assertThat(lines.stream().filter(line -> line.text().startsWith("MEDEL-" + ids.get(0) + " ")))
                .extracting(Line::account, Line::amount, line -> Set.copyOf(line.objects()))
                .containsExactly(
                        tuple(
                                "4561",
                                Kronor.of(150_000),
                                Set.of(ObjectPair.project("SIG14"), new ObjectPair(20, bromma))),
                        tuple("1684", Kronor.of(-150_000), Set.of(new ObjectPair(20, bromma))));
    }

    @Test
    void theDocumentIsArchivableSaysWhatWasSentAndNeverChanges() throws IOException {
        byte[] pdf = documents.of(order).pdf();
        Files.createDirectories(Path.of("target", "documents"));
        Files.write(Path.of("target", "documents", "payment-order.pdf"), pdf);
        VeraPdf.assertArchivable(pdf);
        assertThat(PdfText.of(pdf))
                .contains(
                        "Utbetalningsorder nr 1/2014",
                        "Bromma stadsdelsnämnd",
                        "329\u00a0999\u00a0kr",
                        "MEDEL-" + ids.get(0))
                .contains("Första halvåret, åäö & <b>");
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(read.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames()
                            .keySet())
                    .containsExactly("utbetalningsorder-" + round + "-1.json");
        }
        byte[] vouchers = files.vouchers(order).bytes();
        payments.pay(CONTROLLER, order.id(), null, new Paid(List.of(ids.get(0)), TODAY, "M 1"))
                .get();
        OrderView later = payments.cancel(CONTROLLER, order.id(), ids.get(1), null, "Stoppad")
                .get();
        assertThat(documents.of(later).pdf()).isEqualTo(pdf);
        assertThat(files.vouchers(later).bytes()).isEqualTo(vouchers);
    }

    @Test
    void theTableThatWasSentComesBackFilledInAndThenEveryRowIsPaidAlready() throws IOException {
        String sent = new String(files.table(order).bytes(), StandardCharsets.UTF_8);
        Path back = file("kvitto.csv", sent.replace(";;\r\n", ";2014-06-02;M 17\r\n"));

        Confirmation first = confirm(back).get();
        assertThat(first.marked()).isEqualTo(3);
        assertThat(first.rows()).extracting(row -> row.faults()).containsOnly(List.of());
        assertThat(payments.find(CONTROLLER, order.id()).get().payments())
                .extracting(PaymentView::state, PaymentView::paidOn, PaymentView::voucher)
                .containsOnly(tuple(PaymentState.PAID, TODAY, "M 17"));

        Confirmation again = confirm(back).get();
        assertThat(again.marked()).isZero();
        assertThat(again.rows().stream().flatMap(row -> row.faults().stream()))
                .extracting(Refusal::reason)
                .containsOnly(PaymentRefusal.ALREADY_PAID)
                .hasSize(3);
        assertThat(fixture.mismatches()).isZero();
    }

    @Test
    void everyWrongRowSaysWhyAndTheRightOnesAreMarked() throws IOException {
        String other = fixture.openRound();
        OrderView elsewhere = fixture.order(other, fixture.granted(other, BROMMA, 10_000), 10_000);
        payments.cancel(CONTROLLER, order.id(), ids.get(2), null, "Stoppad").get();
        Path file = file(
                "kvitto.csv",
                "Betalning;Belopp;Datum;Verifikation;Övrigt\r\n"
                        + "MEDEL-" + ids.get(0) + ";150 000,00 kr;2014-06-02;M 1;x\r\n"
                        + ids.get(0) + ";150000;2014-06-02;M 1\r\n"
                        + ids.get(1) + ";79999;2014-06-03;\r\n"
                        + ids.get(2) + ";99999;2014-06-02;M 3\r\n"
                        + elsewhere.payments().get(0).id() + ";10000;2014-06-02;M 4\r\n"
                        + "MEDEL-999999999;1;2014-06-02;M 5\r\n"
                        + "19900101-2385;hundra;igår;M 6\r\n"
                        + ids.get(1) + ";80.000;02/06/2014;M 7\r\n");
        Confirmation confirmed = confirm(file).get();
        assertThat(confirmed.rows())
                .extracting(row -> row.number() + " " + reasons(row.faults()))
                .containsExactly(
                        "2 []",
                        "3 [CONFIRMED_TWICE]",
                        "4 [CONFIRMED_OTHER_AMOUNT, PAID_DATE_AHEAD, VOUCHER_MISSING]",
                        "5 [PAYMENT_IS_CANCELLED]",
                        "6 [CONFIRMED_ELSEWHERE]",
                        "7 [CONFIRMED_UNKNOWN]",
                        "8 [CONFIRMED_UNKNOWN]",
                        "9 [CONFIRMED_AMOUNT_UNREADABLE, CONFIRMED_DATE_UNREADABLE]");
        assertThat(confirmed.rows().get(6).reference()).isEqualTo("***");
        assertThat(confirmed.marked()).isEqualTo(1);
        assertThat(fixture.mismatches()).isZero();
    }

    @Test
    void theLedgersSieFileMarksWhatItsVouchersReferToAndNotWhatTheyReverse() throws IOException {
        String sie = "#FLAGGA 0\n#FORMAT PC8\n#SIETYP 4\n#FNAMN \"Staden\"\n"
                + voucher(17, "MEDEL-" + ids.get(0) + " Utbetalning", 150_000)
                + voucher(18, "MEDEL-" + ids.get(1) + " Vändning", -80_000)
                + voucher(19, "Något annat", 5_000);
        Confirmation confirmed = confirm(file("huvudbok.se", sie)).get();
        assertThat(confirmed.rows())
                .extracting(row -> row.reference() + " " + row.voucher() + " " + reasons(row.faults()))
                .containsExactly(
                        "MEDEL-" + ids.get(0) + " M 17 []", "MEDEL-" + ids.get(1) + " M 18 [CONFIRMED_OTHER_AMOUNT]");
        assertThat(reasons(confirm(file("annat.se", "#FLAGGA 0\n#SIETYP 4\n#FNAMN x\n" + voucher(1, "Något annat", 5)))
                        .refusals()))
                .containsExactly(PaymentRefusal.CONFIRMATION_EMPTY);
    }

    private static String voucher(int number, String text, long kronor) {
        return "#VER M " + number + " 20140602 \"" + text + "\"\n{\n#TRANS 4561 {6 SIG14} " + kronor
                + "\n#TRANS 1684 {} " + -kronor + "\n}\n";
    }

    @Test
    void whatIsNoConfirmationIsRefusedAndNothingIsMarked() throws IOException {
        assertThat(reasons(confirm(file("a.csv", "Namn;Summa\r\nx;1\r\n")).refusals()))
                .containsExactly(PaymentRefusal.CONFIRMATION_COLUMNS);
        for (String text : List.of("", "<html><body>#VER</body></html>", "#VER", "%PDF-1.7", "\u0000\u0001")) {
            assertThat(confirm(file("b", text)).isRefused()).as(text).isTrue();
        }
        assertThat(reasons(confirmations
                        .confirm(OFFICER, round, file("c", "x"), "c")
                        .refusals()))
                .containsExactly(PaymentRefusal.PAYMENT_NOT_FOR_ROLE);
        assertThat(accounts.ofRound(round)).allMatch(account -> account.paid().equals(Kronor.ZERO));
    }

    private Answer<Confirmation> confirm(Path file) {
        return confirmations.confirm(CONTROLLER, round, file, file.getFileName().toString());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<Reason> reasons(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::reason).toList();
    }
}
