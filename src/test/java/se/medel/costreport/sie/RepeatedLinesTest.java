package se.medel.costreport.sie;

import static org.assertj.core.api.Assertions.assertThat;
import static se.medel.costreport.sie.SieFixture.CP437;
import static se.medel.costreport.sie.SieFixture.read;
import static se.medel.costreport.sie.SieFixture.voucher;

import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stood in the file before is remembered, and must come out the same each time. */
class RepeatedLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#TRANS 5011 {6 SIG14} 100.00 20140312 Hyra",
                "#TRANS 5011 {1 4725 6 SIG14 7 A11} -57077.75 20140312 \"Hyra träffpunkt Björkhagen, mars\" 3 \"Åsa\"",
                "#TRANS \"5011\" {\"1\" \"4725\" \"6\" \"SIG 14\"} \"12.5\" \"\" \"\"",
                "#TRANS 5011 {} 100",
                "#TRANS 5011 {7 A11} 123456789012345.67 20140312",
                "#TRANS 5011 {1 4725 6 SIG14 20 X 21 Y} 0.10 20140312 \"\"",
                "#TRANS 5011 { 6  SIG14 } 1,50 20140312 a\"b",
                "#TRANS\t5011 {6 SIG14}\t1.00 20140312 \"sade \\\"nej\\\"\"",
                "#TRANS 5011 {6 \"\"} 1.00 20140312 Hej! ",
                "#TRANS 5011 {6 SIG14} 1.00 20140312 \"öppen",
                "#TRANS 5011 {6 SIG14} 99999999.99 20140312 \"C:\\\\\"",
            })
    void aLineIsReadTheSameEachTime(String line) {
        List<Line> lines = read(voucher(line, line, line)).lines();

        assertThat(lines).hasSize(3);
        assertThat(lines).extracting(Line::number).containsExactly(11L, 12L, 13L);
        assertThat(lines)
                .extracting(
                        each -> new Line(0, null, each.account(), each.objects(), each.ore(), each.date(), each.text()))
                .containsOnly(new Line(
                        0,
                        null,
                        lines.get(0).account(),
                        lines.get(0).objects(),
                        lines.get(0).ore(),
                        lines.get(0).date(),
                        lines.get(0).text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#TRANS 5011 {6 SIG14} 1.0x 20140312 Hyra",
                "#TRANS 5011 {6 SIG14} \"\" 20140312 Hyra",
                "#TRANS 5011 {6 SIG14} 1.00 20140230 Hyra",
                "#TRANS 5011 {6 SIG14 7} 1.00 20140312 Hyra",
                "#TRANS 5011 {6 SIG14 1.00 20140312 Hyra",
                "#TRANS 5011 {6 {SIG14} 1.00 20140312 Hyra",
                "#TRANS \"\" {6 SIG14} 1.00 20140312 Hyra",
            })
    void aWrongLineAmongRepeatedOnesIsRefusedAtItsNumber(String wrong) {
        String known = "#TRANS 5011 {6 SIG14} 1.00 20140312 Hyra";

        assertThat(read(voucher(known, known, known, wrong, known)).arguments()).contains(14L);
    }

    @Test
    void aRepeatedLineThatIsTooLongIsRefused() {
        String text = "x ".repeat(40);
        String known = "#TRANS 5011 {6 SIG14} 1.00 20140312 \"" + text + "\"";
        String tooLong = known + (" \"" + text + "\"").repeat(500);

        SieFixture.Read read = read(voucher(known, known, tooLong));

        assertThat(read.fault()).isEqualTo("SIE_LINE_TOO_LONG");
        assertThat(read.arguments()).contains(13L);
    }

    @Test
    void whatIsPersonalIsMaskedAndToldOfEachTime() {
        String line = "#TRANS 5011 {6 SIG14 7 9001012385} 1.00 20140312 \"Lön 9001012385\"";
        String dropped = "#TRANS 5011 {6 SIG14 7 A11 8 K1} 1.00 20140312 Resa";

        SieFixture.Read read = read(voucher(line, line, line, dropped, dropped, dropped));

        assertThat(read.lines().toString()).doesNotContain("9001012385");
        assertThat(read.result().warning(SieCaution.TEXT_MASKED)).hasValue(new Warning(SieCaution.TEXT_MASKED, 11, 3));
        assertThat(read.result().warning(SieCaution.PERSONAL_OBJECTS_DROPPED))
                .hasValue(new Warning(SieCaution.PERSONAL_OBJECTS_DROPPED, 11, 9));
    }

    @Test
    void repeatedLinesAreInTheChecksum() {
        String line = "#TRANS 5011 {1 4725 6 \"SIG14\"} 1.00 20140312 \"Hyra träffpunkt Björkhagen\"\n";
        String joined = "#TRANS501114725" + "6SIG141.0020140312Hyra träffpunkt Björkhagen";
        CRC32 crc = new CRC32();
        crc.update(("#SIETYP4#VERA120140312" + joined.repeat(1_000)).getBytes(CP437));
        String file = "#FLAGGA 0\n#KSUMMA\n#SIETYP 4\n#VER A 1 20140312\n{\n" + line.repeat(1_000) + "}\n#KSUMMA ";

        assertThat(read(file + crc.getValue() + "\n").result().checksumRight()).isTrue();
        assertThat(read(file + (crc.getValue() ^ 1) + "\n").fault()).isEqualTo("SIE_CHECKSUM_WRONG");
    }

    @Test
    void anAddedLineIsComparedWithItsTwinThoughThatStoodThereBefore() {
        String line = "5011 {6 SIG14} 1.00 20140312 Hyra";

        SieFixture.Read right = read(voucher("#TRANS " + line, "#TRANS " + line, "#RTRANS " + line, "#TRANS " + line));
        SieFixture.Read wrong =
                read(voucher("#TRANS " + line, "#TRANS " + line, "#RTRANS 5012 {} 1.00", "#TRANS " + line));

        assertThat(right.result().warning(SieCaution.ADDED_WITHOUT_TWIN)).isEmpty();
        assertThat(wrong.result().warning(SieCaution.ADDED_WITHOUT_TWIN)).isPresent();
    }
}
