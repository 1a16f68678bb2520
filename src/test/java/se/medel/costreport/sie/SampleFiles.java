package se.medel.costreport.sie;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.medel.money.Kronor;

/**
 * Makes the sample ledgers in {@code src/main/docs/samples}, all invented: the ledger of 2014, after the municipal chart, of a
 * district that the demo has granted and paid what it says, with the project {@link #PROJECT} among others. A test sees to it
 * that they are what is made here; after a change, run {@link #main} in the project's folder.
 */
final class SampleFiles {

    static final Path FOLDER = Path.of("src", "main", "docs", "samples");
    static final String CLEAN = "rinkeby-kista-2014.se";
    static final String UNMAPPED = "rinkeby-kista-2014-okanda-konton.se";
    static final String DAMAGED = "rinkeby-kista-2014-skadad.se";
    static final String PROJECT = "SIG14";

    private static final String OTHER_PROJECT = "FRI14";
    private static final String CENTRE = "4710";
    private static final int MONTHS = 12;

    private final SieWriter file = new SieWriter();
    private int vouchers;

    private SampleFiles() {}

    public static void main(String[] none) throws IOException {
        for (Map.Entry<String, byte[]> sample : all().entrySet()) {
            Files.write(FOLDER.resolve(sample.getKey()), sample.getValue());
        }
    }

    static Map<String, byte[]> all() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(CLEAN, new SampleFiles().head().year().end());
        files.put(UNMAPPED, new SampleFiles().head().year().unmapped().end());
        files.put(DAMAGED, new SampleFiles().head().year().unbalanced().end());
        return files;
    }

    private SampleFiles head() {
        file.record("#FLAGGA", 0)
                .openChecksum()
                .record("#PROGRAM", "Påhittad ekonomi", "3.1")
                .record("#FORMAT", "PC8")
                .record("#GEN", LocalDate.of(2015, 1, 12))
                .record("#SIETYP", 4)
                .record("#PROSA", "Påhittade uppgifter för att prova med")
                .record("#FTYP", "X")
                .record("#ORGNR", "212000-0142")
                .record("#FNAMN", "Rinkeby-Kista stadsdelsnämnd")
                .record("#RAR", 0, LocalDate.of(2014, 1, 1), LocalDate.of(2014, 12, 31))
                .record("#VALUTA", "SEK");
        account("1510", "Kundfordringar");
        account("1930", "Bank");
        account("2441", "Leverantörsskulder");
        account("2711", "Personalens skatt och avgifter");
        account("3511", "Driftbidrag från socialnämnden");
        account("4630", "Köp av insatser från förening");
        account("5021", "Löner, arbetad tid");
        account("5611", "Arbetsgivaravgifter");
        account("5810", "Handledning och utbildning");
        account("6011", "Lokalhyror");
        account("6410", "Förbrukningsmaterial");
        account("7010", "Resor, kollektivtrafik");
        account("7110", "Aktiviteter för unga");
        file.record("#DIM", ObjectPair.COST_CENTRE, "Ansvar")
                .record("#DIM", ObjectPair.PROJECT, "Projekt")
                .record("#DIM", ObjectPair.EMPLOYEE, "Anställd")
                .record("#OBJEKT", ObjectPair.COST_CENTRE, CENTRE, "Ungdom och förebyggande")
                .record("#OBJEKT", ObjectPair.PROJECT, PROJECT, "Sociala insatsgrupper 2014")
                .record("#OBJEKT", ObjectPair.PROJECT, OTHER_PROJECT, "Fritidsgården i Akalla")
                .record("#OBJEKT", ObjectPair.EMPLOYEE, "A17", "Lots, påhittad");
        return this;
    }

    private void account(String number, String name) {
        file.record("#KONTO", number, name);
    }

    private SampleFiles year() {
        voucher(LocalDate.of(2014, 2, 3), "Bidrag sociala insatsgrupper", line("3511", PROJECT, "-600000"));
        for (int month = 1; month <= MONTHS; month++) {
            LocalDate payDay = LocalDate.of(2014, month, 25);
            voucher(payDay, "Lön", wage(PROJECT, "28500"), fees(PROJECT, "8954.70"), wage(OTHER_PROJECT, "24000"));
            voucher(payDay.withDayOfMonth(1), "Hyra träffpunkt", line("6011", PROJECT, "6250"));
        }
        voucher(LocalDate.of(2014, 3, 12), "Läger på Långholmen", line("7110", PROJECT, "12480.50"));
        voucher(LocalDate.of(2014, 4, 9), "Utbildning för lotsar", line("5810", PROJECT, "18000"));
        voucher(
                LocalDate.of(2014, 5, 20),
                "SL-kort",
                line("7010", PROJECT, "3160"),
                line("7010", OTHER_PROJECT, "790"));
        voucher(LocalDate.of(2014, 9, 4), "Föreningen Påhittet, mentorer", line("4630", PROJECT, "42000"));
        voucher(LocalDate.of(2014, 10, 2), "Material", line("6410", PROJECT, "2199"), line("6410", "", "410"));
        return this;
    }

    /** A voucher that is booked, booked back and booked right; and accounts that the municipal chart doesn't have. */
    private SampleFiles unmapped() {
        account("8911", "Intern ränta");
        account("9100", "Fördelade kostnader");
        voucher(LocalDate.of(2014, 11, 3), "Resa till Göteborg", line("7010", PROJECT, "4780"));
        voucher(LocalDate.of(2014, 11, 5), "Rättelse, fel belopp", line("7010", PROJECT, "-4780"));
        voucher(LocalDate.of(2014, 11, 5), "Resa till Göteborg", line("7010", PROJECT, "4380"));
        voucher(LocalDate.of(2014, 12, 30), "Fördelning", line("9100", PROJECT, "15000"), line("8911", PROJECT, "310"));
        return this;
    }

    private SampleFiles unbalanced() {
        open(LocalDate.of(2014, 11, 17), "Aktivitet, bokförd på ett håll");
        trans(line("7110", PROJECT, "5600"), "Biljetter");
        trans(new VoucherFile.Posting("2441", List.of(), Kronor.of("-5000"), ""), "Biljetter");
        file.closeBlock();
        return this;
    }

    private byte[] end() {
        return file.closeChecksum().take();
    }

    private static VoucherFile.Posting wage(String project, String amount) {
        return new VoucherFile.Posting(
                "5021",
                List.of(
                        ObjectPair.costCentre(CENTRE),
                        ObjectPair.project(project),
                        new ObjectPair(ObjectPair.EMPLOYEE, "A17")),
                Kronor.of(amount),
                "");
    }

    private static VoucherFile.Posting fees(String project, String amount) {
        return line("5611", project, amount);
    }

    private static VoucherFile.Posting line(String account, String project, String amount) {
        List<ObjectPair> objects = project.isEmpty()
                ? List.of(ObjectPair.costCentre(CENTRE))
                : List.of(ObjectPair.costCentre(CENTRE), ObjectPair.project(project));
        return new VoucherFile.Posting(account, objects, Kronor.of(amount), "");
    }

    private void voucher(LocalDate date, String text, VoucherFile.Posting... lines) {
        open(date, text);
        Kronor sum = Kronor.ZERO;
        for (VoucherFile.Posting line : lines) {
            trans(line, text);
            sum = sum.plus(line.amount());
        }
        trans(new VoucherFile.Posting("1930", List.of(), Kronor.ZERO.minus(sum), ""), text);
        file.closeBlock();
    }

    private void open(LocalDate date, String text) {
        file.record("#VER", "A", ++vouchers, date, text).openBlock();
    }

    private void trans(VoucherFile.Posting line, String text) {
        file.record("#TRANS", line.account(), line.objects(), line.amount(), "", text);
    }
}
