package se.medel.costreport.sie;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.costreport.sie.SieFixture.CP437;
import static se.medel.costreport.sie.SieFixture.HEAD;
import static se.medel.costreport.sie.SieFixture.MARCH;
import static se.medel.costreport.sie.SieFixture.read;
import static se.medel.costreport.sie.SieFixture.voucher;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.medel.costreport.sie.SieFixture.Read;
import se.medel.money.Kronor;

class SieFileTest {

    private static final String RENT = "#TRANS 6011 {1 4711 6 SIG14} 1250.50 20140313 \"Hyra träffpunkt\"";
    private static final String BANK = "#TRANS 1930 {} -1250.5";

    @Test
    void aLineHasItsVoucherAccountObjectsAmountDateAndText() {
        Read read = read(voucher(RENT, BANK));

        Line rent = read.lines().get(0);
        assertThat(rent.number()).isEqualTo(11);
        assertThat(rent.account()).isEqualTo("6011");
        assertThat(rent.objects()).containsExactly(ObjectPair.costCentre("4711"), ObjectPair.project("SIG14"));
        assertThat(rent.amount()).isEqualTo(Kronor.of("1250.50"));
        assertThat(rent.date()).isEqualTo(LocalDate.of(2014, 3, 13));
        assertThat(rent.text()).isEqualTo("Hyra träffpunkt");
        assertThat(rent.voucher()).isEqualTo(new Voucher("A", "1", MARCH, "Hyra", 9));
        Line bank = read.lines().get(1);
        assertThat(bank.objects()).isEmpty();
        assertThat(bank.amount()).isEqualTo(Kronor.of("-1250.50"));
        assertThat(bank.date()).isEqualTo(MARCH);
        assertThat(read.differences()).containsExactly(Kronor.ZERO);
        assertThat(read.result().transactions()).isEqualTo(2);
    }

    @Test
    void theHeaderSaysWhoseLedgerItIsAndWhatThingsAreCalled() {
        Header header = read(HEAD
                        + """
                        #KONTO 6011 "Lokalhyror \\"externa\\""
                        #DIM 6 "Projekt"
                        #DIM 20 "Aktivitet"
                        #UNDERDIM 21 "Delprojekt" 6
                        #OBJEKT 6 "SIG14" "Sociala insatsgrupper"
                        #IB 0 1930 10.00
                        #UB 0 1930 8.50 0
                        #RES 0 6011 1250.50
                        #RES -1 6011 99
                        #SRU 6011 7
                        #NYTT vad som "helst" {1 2} 3
                        """)
                .result()
                .header();

        assertThat(header.organisationNumber()).isEqualTo("212000-0142");
        assertThat(header.company()).isEqualTo("Skarpnäcks stadsdelsnämnd");
        assertThat(header.program()).isEqualTo("Påhittad ekonomi");
        assertThat(header.madeOn()).isEqualTo(LocalDate.of(2015, 1, 12));
        assertThat(header.years())
                .containsExactly(new Header.FiscalYear(0, LocalDate.of(2014, 1, 1), LocalDate.of(2014, 12, 31)));
        assertThat(header.accounts()).containsEntry("6011", "Lokalhyror \"externa\"");
        assertThat(header.dimensions()).containsEntry(20, "Aktivitet").containsEntry(21, "Delprojekt");
        assertThat(header.objects()).containsEntry(ObjectPair.project("SIG14"), "Sociala insatsgrupper");
        assertThat(header.balances())
                .containsEntry("1930", new Header.Balance(Kronor.of(10), Kronor.of("8.50"), null))
                .containsEntry("6011", new Header.Balance(null, null, Kronor.of("1250.50")));
    }

    @Test
    void objectsThatOnlyStandOnLinesCanBeChosenToo() {
        assertThat(read(voucher(RENT, BANK)).result().header().objects())
                .containsOnlyKeys(ObjectPair.costCentre("4711"), ObjectPair.project("SIG14"));
    }

    @Test
    void employeesCustomersAndSuppliersAndWhatIsBelowThemNeverLeaveTheReader() {
        Read read = read(
                HEAD
                        + """
                #DIM 7 "Anställd"
                #UNDERDIM 31 "Handledare" 30
                #OBJEKT 30 "M-1" "Åsa Medarbetare"
                #OBJEKT 31 "H-1" "Bo Handledare"
                #UNDERDIM 30 "Medarbetare" 7
                #OBJEKT 7 "ANST1" "Cia Anställd"
                #OBJEKT 8 "KUND1" "Dan Klient"
                #OBJEKT 9 "LEV1" "Eva Firma"
                #VER A 1 20140312 "Lön" 20140315 "Fia Signatur"
                {
                #TRANS 5011 {6 SIG14 7 ANST1 8 KUND1 9 LEV1 30 M-1 31 H-1} 10.00 20140312 "Lön" 0 "Gun Signatur"
                #TRANS 1930 {} -10.00
                }
                """);

        assertThat(read.lines().get(0).objects()).containsExactly(ObjectPair.project("SIG14"));
        assertThat(read.result().header().dimensions()).containsOnlyKeys(1, 2, 6, 10);
        assertThat(read.lines() + read.result().toString())
                .doesNotContain(
                        "ANST1", "KUND1", "LEV1", "M-1", "H-1", "Åsa", "Bo ", "Cia", "Dan", "Eva", "Fia", "Gun");
        assertThat(read.result().warning(SieCaution.PERSONAL_OBJECTS_DROPPED)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"900101-2385", "19900101-2385", "Arvode 9001012385 mars", "900101 2385", "möte 900101+2385"})
    void textsThatLookPersonalAreMaskedWhereverTheyStand(String personal) {
        Read read = read(HEAD + "#OBJEKT 6 \"P1\" \"" + personal + "\"\n#VER A 1 20140312 \"" + personal
                + "\"\n{\n#TRANS 5011 {6 \"" + personal + "\"} 1 20140312 \"" + personal
                + "\"\n#TRANS 1930 {} -1\n}\n");

        assertThat(read.lines() + read.result().toString()).doesNotContain("9874");
        assertThat(read.lines().get(0).text()).isEqualTo(CleanText.MASK);
        assertThat(read.result().warning(SieCaution.TEXT_MASKED)).isPresent();
    }

    @Test
    void ordinaryNumbersInTextsAreNotMasked() {
        Read read = read(voucher("#TRANS 6011 {} 0 20140312 \"Faktura 20140312 4711-0001, bg 5050-1055\""));

        assertThat(read.lines().get(0).text()).isEqualTo("Faktura 20140312 4711-0001, bg 5050-1055");
    }

    @Test
    void tabsQuotesEmptyTextsAndLineEndsOfAllKindsAreRead() {
        String lines = "#TRANS\t\"6011\"\t{\"1\" \"A \\\"B\\\"\"}\t\"10\"\t\"\"\t\"Sagt: \\\"ja\\\" {så}\"\t0";
        for (String end : List.of("\n", "\r\n", "\r")) {
            Read read = read(voucher(lines, " #TRANS 1930{}-10 ", "").replace("\n", end));

            assertThat(read.lines()).hasSize(2);
            assertThat(read.lines().get(0).number()).isEqualTo(11);
            assertThat(read.lines().get(0).objects()).containsExactly(ObjectPair.costCentre("A \"B\""));
            assertThat(read.lines().get(0).text()).isEqualTo("Sagt: \"ja\" {så}");
            assertThat(read.lines().get(0).date()).isEqualTo(MARCH);
            assertThat(read.differences()).containsExactly(Kronor.ZERO);
        }
    }

    /** Texts are read, compared and joined eight bytes at a time. */
    @Test
    void textsOfAnyLengthAreReadWithQuotationMarksAnywhereAndWithTheRightChecksum() {
        for (int length = 0; length < 110; length++) {
            for (int quote = 0; quote < length; quote += 3) {
                String text = "x".repeat(quote) + '"' + "å".repeat(length - quote - 1);
                Read read = read(new VoucherFile(
                                MARCH,
                                "",
                                "X",
                                new TreeMap<>(),
                                List.of(new VoucherFile.Entry(
                                        "A",
                                        "1",
                                        MARCH,
                                        "",
                                        List.of(new VoucherFile.Posting("1930", List.of(), Kronor.ZERO, text)))))
                        .bytes());

                assertThat(read.result().checksumRight()).isTrue();
                assertThat(read.lines().get(0).text()).isEqualTo(text);
            }
        }
    }

    /** What was read before is remembered; what is nearly the same must not be taken for it. */
    @Test
    void textsThatDifferInOneLetterOrInLengthAreNotTakenForEachOther() {
        List<String> texts = IntStream.rangeClosed(1, 110)
                .boxed()
                .flatMap(length -> IntStream.range(0, length)
                        .mapToObj(other -> "x".repeat(other) + "y" + "x".repeat(length - other - 1)))
                .toList();

        Read read = read(voucher(
                texts.stream().map(text -> "#TRANS 1930 {} 0 20140312 " + text).toArray(String[]::new)));

        assertThat(read.lines()).extracting(Line::text).isEqualTo(texts);
    }

    @Test
    void aFileForImportNeedsNoYearNoNumbersAndNoLineEndAtItsEnd() {
        Read read = read("#FLAGGA 0\n#SIETYP 4\n#FNAMN X\n#VER \"\" \"\" 20140312\n{\n#TRANS 1 {} 0.00\n}");

        assertThat(read.lines().get(0).voucher().number()).isEmpty();
    }

    @Test
    void addedLinesCountOnceAndStruckLinesNotAtAll() {
        Read read = read(voucher(
                "#TRANS 6011 {} 10.00",
                "#BTRANS 1930 {} -10.00",
                "#RTRANS 1940 {} -10.00 20140401 \"Rättat\" 0 \"Åsa\"",
                "#TRANS 1940 {} -10.00 20140401 \"Rättat\" 0 \"Åsa\""));

        assertThat(read.lines()).extracting(Line::account).containsExactly("6011", "1940");
        assertThat(read.differences()).containsExactly(Kronor.ZERO);
        assertThat(read.result().struck()).isEqualTo(1);
        assertThat(read.result().warning(SieCaution.ADDED_WITHOUT_TWIN)).isEmpty();
    }

    @Test
    void anAddedLineWithoutItsTwinIsToldOf() {
        assertThat(read(voucher("#RTRANS 6011 {} 10.00", "#TRANS 6011 {} 11.00", "#TRANS 1930 {} -11"))
                        .result()
                        .warning(SieCaution.ADDED_WITHOUT_TWIN))
                .isPresent();
        assertThat(read(voucher("#TRANS 1930 {} 0", "#RTRANS 6011 {} 10.00"))
                        .result()
                        .warning(SieCaution.ADDED_WITHOUT_TWIN))
                .isPresent();
    }

    @Test
    void anUnbalancedVoucherIsReportedWithItsLineAndDifference() {
        Read read = read(voucher(RENT, "#TRANS 1930 {} -1250.49"));

        assertThat(read.differences()).containsExactly(Kronor.of("0.01"));
        assertThat(read.result().unbalanced())
                .containsExactly(new Unbalanced(new Voucher("A", "1", MARCH, "Hyra", 9), Kronor.of("0.01")));
        assertThat(read.result().warning(SieCaution.VOUCHER_UNBALANCED))
                .contains(new Warning(SieCaution.VOUCHER_UNBALANCED, 9, 1));
    }

    @Test
    void theEncodingIsFoundWhateverTheFileSays() {
        String text = voucher(RENT, BANK);
        for (SieEncoding encoding : SieEncoding.values()) {
            Read read = read(text.getBytes(encoding.charset()));

            assertThat(read.result().encoding()).isEqualTo(encoding);
            assertThat(read.lines().get(0).text()).isEqualTo("Hyra träffpunkt");
        }
        Read marked = read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        assertThat(marked.result().header().company()).isEqualTo("Skarpnäcks stadsdelsnämnd");
        assertThat(marked.result().warning(SieCaution.ENCODING_UTF_8)).isPresent();
    }

    @Test
    void aRightChecksumPassesAndAWrongOneIsRefused() {
        String right = "#FLAGGA 0\n#KSUMMA\n#SIETYP 4\n#KONTO 1915 \"Kassa \\\"special\\\" åäö\"\n#VER A 1 20140312\n"
                + "{\n#TRANS 1915 {1 \"2\"} 0.00\n}\n";
        String summed = "#SIETYP4#KONTO1915Kassa \"special\" åäö#VERA120140312#TRANS1915120.00";
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(summed.getBytes(CP437));

        assertThat(read(right + "#KSUMMA " + crc.getValue()).result().checksumRight())
                .isTrue();
        assertThat(read(right + "#KSUMMA " + (int) crc.getValue()).result().checksumRight())
                .isTrue();
        Read wrong = read(right + "#KSUMMA " + (crc.getValue() + 1) + "\n");
        assertThat(wrong.fault()).isEqualTo("SIE_CHECKSUM_WRONG");
        assertThat(wrong.arguments()).containsExactly(9L);
        assertThat(read(right).fault()).isEqualTo("SIE_CUT_OFF");
        Read otherwise = read((right + "#KSUMMA 1").getBytes(Charset.forName("windows-1252")));
        assertThat(otherwise.result().checksumRight()).isFalse();
        assertThat(otherwise.result().warning(SieCaution.CHECKSUM_UNCHECKED)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                      | SIE_EMPTY
                    ' \t\r\n'                               | SIE_EMPTY
                    <!DOCTYPE html><html>Logga in</html>    | SIE_WEB_PAGE
                    ' <html>#FLAGGA 0'                      | SIE_WEB_PAGE
                    <?xml version="1.0"?><Sie/>             | SIE_XML
                    %PDF-1.4                                | SIE_NOT_SIE
                    '# Rubrik'                              | SIE_NOT_SIE
                    '{'                                     | SIE_NOT_SIE
                    }                                       | SIE_NOT_SIE
                    Datum;Konto;Belopp                      | SIE_NOT_SIE
                    '#FLAGGA 0'                             | SIE_TYPE_MISSING
                    """)
    void whatIsNoSieFileIsRefused(String text, String fault) {
        assertThat(read(text).fault()).isEqualTo(fault);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    #SIETYP 1                               | SIE_WRONG_TYPE
                    #SIETYP 3                               | SIE_WRONG_TYPE
                    #SIETYP 44A                             | SIE_WRONG_TYPE
                    #VALUTA EUR                             | SIE_FOREIGN_CURRENCY
                    #TRANS 1930 {} 1                        | SIE_OUTSIDE_VOUCHER
                    #RTRANS 1930 {} 1                       | SIE_OUTSIDE_VOUCHER
                    }                                       | SIE_BLOCK_UNEXPECTED
                    { #TRANS 1930 {} 1                      | SIE_BLOCK_UNEXPECTED
                    #VER A 1 2014-03-12                     | SIE_DATE_UNREADABLE
                    #VER A 1 20140230                       | SIE_DATE_UNREADABLE
                    """)
    void whatCantStandInTheFileIsRefusedWithItsLine(String line, String fault) {
        Read read = read(HEAD + line + "\n");

        assertThat(read.fault()).isEqualTo(fault);
        assertThat(read.arguments()).containsExactly(9L);
        assertThat(read.answer().refusals().get(0).field()).isEqualTo("file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    #TRANS 1930 {} 1.005                    | SIE_AMOUNT_UNREADABLE
                    #TRANS 1930 {} 1 000                    | SIE_DATE_UNREADABLE
                    #TRANS 1930 {} +1                       | SIE_AMOUNT_UNREADABLE
                    #TRANS 1930 {} 1e3                      | SIE_AMOUNT_UNREADABLE
                    #TRANS 1930 {} 1234567890123456         | SIE_AMOUNT_UNREADABLE
                    #TRANS 1930 {} .5                       | SIE_AMOUNT_UNREADABLE
                    #TRANS 1930 {}                          | SIE_AMOUNT_UNREADABLE
                    #TRANS                                  | SIE_ACCOUNT_UNREADABLE
                    #TRANS "" {} 1                          | SIE_ACCOUNT_UNREADABLE
                    #TRANS 12345678901234567 {} 1           | SIE_ACCOUNT_UNREADABLE
                    #TRANS 1930 {} 1 20141301               | SIE_DATE_UNREADABLE
                    #TRANS 1930 {6} 1                       | SIE_OBJECTS_UNREADABLE
                    #TRANS 1930 {P SIG14} 1                 | SIE_OBJECTS_UNREADABLE
                    #TRANS 1930 {6 SIG14 1                  | SIE_OBJECTS_UNREADABLE
                    #TRANS 1930 } 1                         | SIE_OBJECTS_UNREADABLE
                    #TRANS 1930 {6 {7 1}} 1                 | SIE_NESTED_TOO_DEEP
                    {                                       | SIE_NESTED_TOO_DEEP
                    #VER A 2 20140312                       | SIE_BLOCK_UNEXPECTED
                    """)
    void whatCantStandInAVoucherIsRefusedWithItsLine(String line, String fault) {
        Read read = read(voucher(line));

        assertThat(read.fault()).isEqualTo(fault);
        assertThat(read.arguments()).containsExactly(11L);
    }

    @ParameterizedTest
    @CsvSource({
        "1,100",
        "'\"1,5\"',150",
        "1.,100",
        "1.5,150",
        "1.500,150",
        "-0.01,-1",
        "999999999999999.99,99999999999999999"
    })
    void amountsAreReadToTheOre(String amount, long ore) {
        assertThat(read(voucher("#TRANS 1930 {} " + amount)).lines().get(0).ore())
                .isEqualTo(ore);
    }

    @Test
    void aFileThatEndsInsideAVoucherIsRefused() {
        Read read = read(HEAD + "#VER A 1 20140312\n{\n" + RENT);

        assertThat(read.fault()).isEqualTo("SIE_CUT_OFF");
        assertThat(read.arguments()).containsExactly(11L);
    }

    @Test
    void aLineThatNeverEndsIsRefusedWithoutBeingKept() {
        Read read = read(HEAD + "#PROSA \"" + "x".repeat(1_000_000) + "\"\n");

        assertThat(read.fault()).isEqualTo("SIE_LINE_TOO_LONG");
        assertThat(read.arguments()).containsExactly(9L, 8_192L);
    }

    @Test
    void theLongestLineIsReadWhereverItFallsInTheBuffer() {
        String line = "#PROSA \"" + "x".repeat(SieLines.LONGEST - 9) + "\"\n";

        assertThat(read(HEAD + line.repeat(100)).result().lines()).isEqualTo(108);
        assertThat(read(HEAD + line.replace("\"\n", "x\"\n")).fault()).isEqualTo("SIE_LINE_TOO_LONG");
    }

    @Test
    void aFileOverManyBuffersKeepsItsLines() {
        String vouchers = IntStream.range(0, 20_000)
                .mapToObj(i -> "#VER A " + i + " 20140312 \"Hyra\"\r\n{\r\n#TRANS 6011 {6 SIG" + i % 97 + "} " + i
                        + " 20140312 \"Nr " + i + "\"\r\n#TRANS 1930 {} -" + i + "\r\n}\r\n")
                .collect(Collectors.joining());

        Read read = read(HEAD + vouchers);

        assertThat(read.result().vouchers()).isEqualTo(20_000);
        assertThat(read.result().unbalanced()).isEmpty();
        assertThat(read.lines().get(39_998).text()).isEqualTo("Nr 19999");
        assertThat(read.lines().get(39_998).number()).isEqualTo(8 + 19_999 * 5 + 3);
    }

    /** Among others with a line end that the buffer's end cuts in two, or that it ends with. */
    @Test
    void whereTheBufferEndsMakesNoDifference() {
        String vouchers = (RENT + "\n" + BANK + "\n").repeat(2_000);
        for (int before = 0; before < 90; before++) {
            Read read = read(voucher("#BTRANS 1 {} 0 \"\" " + "x".repeat(before), vouchers)
                    .replace("\n", "\r\n"));

            assertThat(read.result().transactions()).isEqualTo(4_000);
            assertThat(read.result().lines()).isEqualTo(4_013);
        }
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThat(SieFile.read(Path.of("finns", "inte.se"), line -> {})
                        .refusals()
                        .get(0)
                        .reason())
                .isEqualTo(SieFault.SIE_FILE_MISSING);
    }

    @Test
    void oddThingsThatDoNoHarmAreToldOf() {
        Read read = read(HEAD.replace("#FLAGGA 0", "#FLAGGA 1").replace("PC8", "UTF-8")
                + "#RAR x 1 2\n#PROSA \"öppen\nresten av texten\n#VER A 1 20140312\n#VER A 2 20140312\n{\n}\n");

        assertThat(read.result().warnings())
                .extracting(Warning::caution)
                .containsExactly(
                        SieCaution.VOUCHER_EMPTY,
                        SieCaution.NO_TRANSACTIONS,
                        SieCaution.ALREADY_IMPORTED,
                        SieCaution.FORMAT_NOT_PC8,
                        SieCaution.CHECKSUM_UNCHECKED,
                        SieCaution.NOT_A_RECORD,
                        SieCaution.QUOTE_OPEN,
                        SieCaution.HEADER_UNREADABLE);
    }

    @Test
    void blocksOfUnknownRecordsAreIgnored() {
        Read read = read(
                HEAD + "#NYTT x\n{\n#DIM 40 Inuti\n}\n" + voucher(RENT, BANK).substring(HEAD.length()));

        assertThat(read.lines()).hasSize(2);
        assertThat(read.result().header().dimensions()).doesNotContainKey(40);
    }
}
