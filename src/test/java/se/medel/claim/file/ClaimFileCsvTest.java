package se.medel.claim.file;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.claim.file.ClaimFileFixture.HEADER;
import static se.medel.claim.file.ClaimFileFixture.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.medel.privacy.TestNumbers;
import se.medel.refusal.Refusal;

class ClaimFileCsvTest {

    @TestFactory
    Stream<DynamicTest> everyEncodingSeparatorAndLineEndGivesTheSameRows() {
        return Stream.of("UTF-8", "UTF-8 with mark", "UTF-16LE with mark", "UTF-16BE with mark", "windows-1252")
                .flatMap(encoding -> Stream.of(";", ",", "\t").flatMap(separator -> Stream.of("\n", "\r\n", "\r")
                        .map(lineEnd -> DynamicTest.dynamicTest(
                                encoding + " " + (int) separator.charAt(0) + " " + lineEnd.length(),
                                () -> allRowsCome(encoding, separator, lineEnd)))));
    }

    private static void allRowsCome(String encoding, String separator, String lineEnd) {
        String text = String.join(
                        "\n",
                        HEADER,
                        "RÅ-1;1994;2014-02-14;;ja;Åsa",
                        "\"TE-2\";1990;2014-03-01;2012-01-01;nej;\"Öman" + separator + " lots\"",
                        "")
                .replace(";", separator)
                .replace("\n", lineEnd);
        Charset charset = Charset.forName(encoding.replace(" with mark", ""));
        byte[] bytes = ((encoding.endsWith("mark") ? "\uFEFF" : "") + text).getBytes(charset);

        ClaimFileFixture.Read read = read(bytes);

        assertThat(read.answer().refusals()).isEmpty();
        assertThat(read.texts())
                .containsExactly(
                        List.of("RÅ-1", "1994", "2014-02-14", "", "ja", "Åsa"),
                        List.of("TE-2", "1990", "2014-03-01", "2012-01-01", "nej", "Öman" + separator + " lots"));
        assertThat(read.numbers()).containsExactly(2, 3);
    }

    @Test
    void aQuotedLineBreakIsInsideItsCellAndCountsAsOneRow() {
        var read = read(HEADER + "\nA-1;1994;2014-02-14;;ja;\"Åsa\r\n\"\"lots\"\"\"\nA-2;1995;2014-02-15;;ja;Bo");

        assertThat(read.lines().get(0).text(Column.ATTESTED_BY)).isEqualTo("Åsa\r\n\"lots\"");
        assertThat(read.numbers()).containsExactly(2, 3);
    }

    @Test
    void aLineThatNamesTheSeparatorIsObeyedAndNotCounted() {
        var read = read("sep=|\r\n" + HEADER.replace(';', '|') + "\r\nA-1|1994|2014-02-14||ja|Bo; lots\r\n");

        assertThat(read.texts()).containsExactly(List.of("A-1", "1994", "2014-02-14", "", "ja", "Bo; lots"));
        assertThat(read.numbers()).containsExactly(2);
    }

    @Test
    void emptyLinesAreSkippedButCounted() {
        var read =
                read("\n;;;;;\n" + HEADER + "\n\n  ; ;\nA-1;1994;2014-02-14;;ja;Bo\n\n\nA-2;1994;2014-02-14\n;;;;;\n");

        assertThat(read.numbers()).containsExactly(6, 9);
        assertThat(read.texts().get(1)).containsExactly("A-2", "1994", "2014-02-14", "", "", "");
        assertThat(read.answer().get().lines()).isEqualTo(2);
    }

    @Test
    void columnsStandInAnyOrderAndSpellingAmongOthers() {
        var read = read("attested_BY,Anmärkning,FODELSEAR,code,Admission Date,ej  aktuell," + TestNumbers.personal()
                + "\n" + "Bo,hemligt,1994,A-1,2014-02-14,ja,x");

        assertThat(read.lines().get(0).cells())
                .containsEntry(Column.CODE, "A-1")
                .containsEntry(Column.BIRTH_YEAR, "1994")
                .containsEntry(Column.ADMITTED_ON, "2014-02-14")
                .containsEntry(Column.ATTESTED, "ja")
                .containsEntry(Column.ATTESTED_BY, "Bo")
                .doesNotContainKey(Column.EARLIER_CONTACT);
        assertThat(read.lines().get(0).text(Column.EARLIER_CONTACT)).isEmpty();
        assertThat(read.answer().get().ignored()).containsExactly("Anmärkning", "G");
    }

    @Test
    void aFormulaIsSaidAndItsTextIsNotGiven() {
        Line line = read(HEADER + "\n\"=\"\"A-1\"\"\"; =1990+4;2014-02-14;;ja;Bo")
                .lines()
                .get(0);

        assertThat(line.formulas()).isEqualTo(Set.of(Column.CODE, Column.BIRTH_YEAR));
        assertThat(line.text(Column.BIRTH_YEAR)).isEmpty();
    }

    @Test
    void aDayWithoutItsFormatIsADayAgainButOnlyWhereADayStands() {
        Line line = read(HEADER + "\n41684;41684;41684;41684,75;ja;Bo").lines().get(0);

        assertThat(List.copyOf(line.cells().values()))
                .containsExactly("41684", "41684", "2014-02-14", "2014-02-14", "ja", "Bo");
        assertThat(read(HEADER + "\nA-1;1994;20140214;2014;ja;Bo").texts().get(0))
                .containsSubsequence("20140214", "2014");
    }

    @Test
    void spacesOfEveryKindAroundATextGoAway() {
        assertThat(read(HEADER + "\n \u00A0A-1\u200B ;1994;2014-02-14;\u202F;ja;Bo")
                        .texts()
                        .get(0))
                .containsExactly("A-1", "1994", "2014-02-14", "", "ja", "Bo");
    }

    @Test
    void whatIsNoTableIsRefused() {
        for (String text :
                List.of("%PDF-1.7\nxx", "<!DOCTYPE html><html></html>", " \n<html>", "{\\rtf1 x}", "A\u0000B")) {
            assertThat(read(text).reasons()).as(text).containsExactly(FileFault.FILE_NOT_A_TABLE);
        }
        assertThat(read(new byte[] {(byte) 0x81, 'a'}).reasons()).containsExactly(FileFault.FILE_NOT_A_TABLE);
        assertThat(read(HEADER.getBytes(StandardCharsets.UTF_16LE)).reasons())
                .containsExactly(FileFault.FILE_NOT_A_TABLE);
        assertThat(read(new byte[] {
                            (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 0
                        })
                        .reasons())
                .containsExactly(FileFault.FILE_OLD_OR_LOCKED);
    }

    @Test
    void whatIsEmptyIsRefused() {
        for (String text : List.of("", "\uFEFF", "\n\n", ";;;\n", HEADER, HEADER + "\n;;;;;\n")) {
            assertThat(read(text).reasons()).as(text).containsExactly(FileFault.FILE_EMPTY);
        }
    }

    @Test
    void everyMissingAndDoubleColumnIsNamedAtTheField() {
        assertThat(read("A-1;1994;2014-02-14").reasons()).containsExactly(FileFault.FILE_HEADER_MISSING);
        assertThat(read("Kod;Födelseår;code;Inskriven\nA-1;1994;A-1;2014-02-14")
                        .answer()
                        .refusals())
                .containsExactly(
                        Refusal.of(FileFault.FILE_COLUMN_TWICE, Column.CODE).at("file"),
                        Refusal.of(FileFault.FILE_COLUMN_MISSING, Column.ATTESTED)
                                .at("file"),
                        Refusal.of(FileFault.FILE_COLUMN_MISSING, Column.ATTESTED_BY)
                                .at("file"));
    }

    @Test
    void aQuotationMarkThatIsNotClosedIsRefusedInsteadOfSwallowingTheRowsBelow() {
        assertThat(read(HEADER + "\nA-1;1994;2014-02-14;;ja;\"Bo\nA-2;1994;2014-02-14;;ja;Bo\n")
                        .answer()
                        .refusals())
                .containsExactly(Refusal.of(FileFault.FILE_ROW_UNREADABLE, 2).at("file"));
        assertThat(read(HEADER + "\nA-1;1994;2014-02-14;;ja;\"Bo\"lots\n").reasons())
                .containsExactly(FileFault.FILE_ROW_UNREADABLE);
        assertThat(read(HEADER + "\n\"" + "x\n".repeat(50_000)).reasons())
                .containsExactly(FileFault.FILE_ROW_UNREADABLE);
    }

    @Test
    void tooLongTextsAndTooManyColumnsAreRefusedWithTheirRow() {
        assertThat(read(HEADER + "\n\n" + "x".repeat(500) + "\n" + "x".repeat(501))
                        .answer()
                        .refusals())
                .containsExactly(Refusal.of(FileFault.FILE_CELL_TOO_LONG, 4, Column.CODE, 500)
                        .at("file"));
        assertThat(read(HEADER + "\nA-1" + ";".repeat(100) + "x").answer().refusals())
                .containsExactly(
                        Refusal.of(FileFault.FILE_TOO_MANY_COLUMNS, 2, 100).at("file"));
        assertThat(read(HEADER + "\nA-1" + ";".repeat(10_000)).answer().isRefused())
                .isFalse();
    }

    @Test
    void emptyLinesEndWhereASpreadsheetEnds() {
        assertThat(read(HEADER + "\n".repeat(1_048_576) + "A-1").reasons())
                .containsExactly(FileFault.FILE_TOO_MANY_ROWS);
    }

    @Test
    void tenThousandRowsAreReadAndNotOneMore() {
        assertThat(read(HEADER + "\nA-1;1994".repeat(10_000)).lines()).hasSize(10_000);
        var read = read(HEADER + "\nA-1;1994".repeat(10_001));
        assertThat(read.reasons()).containsExactly(FileFault.FILE_TOO_MANY_ROWS);
        assertThat(read.lines()).hasSize(10_000);
    }
}
