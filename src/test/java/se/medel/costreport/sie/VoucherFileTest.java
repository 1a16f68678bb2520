package se.medel.costreport.sie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.medel.costreport.sie.SieFixture.CP437;
import static se.medel.costreport.sie.SieFixture.MARCH;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import se.medel.costreport.sie.SieFixture.Read;
import se.medel.costreport.sie.VoucherFile.Entry;
import se.medel.costreport.sie.VoucherFile.Posting;
import se.medel.money.Kronor;

class VoucherFileTest {

    private static final int COUNTERPART = 20;

    @Test
    void aPaymentIsWrittenAsTheFormatWantsIt() {
        Posting debit = new Posting(
                "4510",
                List.of(ObjectPair.project("SIG14"), new ObjectPair(COUNTERPART, "117")),
                Kronor.of("600000"),
                "Skarpnäck – \"SIG\" 50 €");
        Entry entry = new Entry("", "", MARCH, "Utbetalning", List.of(debit, debit.against("1510", List.of())));

        String written = new String(file(List.of(entry)).bytes(), CP437);

        assertThat(written.lines())
                .startsWith(
                        "#FLAGGA 0",
                        "#KSUMMA",
                        "#PROGRAM Medel 1",
                        "#FORMAT PC8",
                        "#GEN 20140312",
                        "#SIETYP 4",
                        "#ORGNR 212000-0142",
                        "#FNAMN \"Stockholms stad\"",
                        "#DIM 20 Motpart",
                        "#VER \"\" \"\" 20140312 Utbetalning",
                        "{",
                        "#TRANS 4510 {6 SIG14 20 117} 600000.00 20140312 \"Skarpnäck - \\\"SIG\\\" 50 EUR\"",
                        "#TRANS 1510 {} -600000.00 20140312 \"Skarpnäck - \\\"SIG\\\" 50 EUR\"",
                        "}");
        assertThat(file(List.of(entry)).total()).isEqualTo(Kronor.of(600_000));
    }

    @Test
    void aVoucherThatDoesNotAddUpCantBeMade() {
        Posting alone = new Posting("4510", List.of(), Kronor.of(1), "");

        assertThatThrownBy(() -> new Entry("", "", MARCH, "", List.of(alone)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void charactersOutsideTheCodePageAreReplacedByTheNearest() {
        assertThat(SieText.of("Šœ – ’ja’ “nej” … 50 € Børge Ångström e\u0301\u00A0\t\u200Bx\\ 漢"))
                .isEqualTo("S? - 'ja' \"nej\" ... 50 EUR Börge Ångström é  x/ ?");
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadBack(@ForAll("entries") List<Entry> entries) {
        Read read = SieFixture.read(file(entries).bytes());

        assertThat(read.result().checksumRight()).isTrue();
        assertThat(read.result().encoding()).isEqualTo(SieEncoding.CP437);
        assertThat(read.differences()).hasSize(entries.size()).allMatch(Kronor.ZERO::equals);
        assertThat(read.lines().stream().map(VoucherFileTest::readBack))
                .containsExactlyElementsOf(entries.stream()
                        .flatMap(entry -> entry.postings().stream().map(posting -> written(entry, posting)))
                        .toList());
    }

    private static Map<String, Object> readBack(Line line) {
        return Map.of(
                "series", line.voucher().series(),
                "number", line.voucher().number(),
                "voucher", line.voucher().text(),
                "date", line.date(),
                "account", line.account(),
                "objects", line.objects(),
                "amount", line.amount(),
                "text", line.text());
    }

    private static Map<String, Object> written(Entry entry, Posting posting) {
        return Map.of(
                "series", SieText.of(entry.series()),
                "number", entry.number(),
                "voucher", SieText.of(entry.text()),
                "date", entry.date(),
                "account", posting.account(),
                "objects",
                        posting.objects().stream()
                                .map(object -> new ObjectPair(object.dimension(), SieText.of(object.code())))
                                .toList(),
                "amount", posting.amount(),
                "text", SieText.of(posting.text()));
    }

    @Provide
    Arbitrary<List<Entry>> entries() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars("abcxyz åäöÅÄÖéÉ\"\\{}#-–’“€øš\t\u00A0\n\r\u0000漢")
                .ofMaxLength(12);
        Arbitrary<List<ObjectPair>> objects = Combinators.combine(Arbitraries.of(1, 2, 6, 10, 20, 21), texts)
                .as(ObjectPair::new)
                .list()
                .ofMaxSize(3);
        Arbitrary<Posting> postings = Combinators.combine(
                        Arbitraries.integers().between(1, 999_999),
                        objects,
                        Arbitraries.longs().between(-10_000_000_000_000L, 10_000_000_000_000L),
                        texts)
                .as((account, about, ore, text) -> new Posting(String.valueOf(account), about, Ore.kronor(ore), text));
        return Combinators.combine(
                        texts,
                        Arbitraries.integers().between(1, 99),
                        texts,
                        postings.list().ofMinSize(1).ofMaxSize(4))
                .as((series, number, text, debits) -> {
                    List<Posting> all = new ArrayList<>(debits);
                    debits.forEach(debit -> all.add(debit.against("1930", List.of())));
                    return new Entry(series, String.valueOf(number), MARCH.plusDays(number), text, all);
                })
                .list()
                .ofMaxSize(5);
    }

    private static VoucherFile file(List<Entry> entries) {
        return new VoucherFile(
                MARCH, "212000-0142", "Stockholms stad", new TreeMap<>(Map.of(COUNTERPART, "Motpart")), entries);
    }
}
