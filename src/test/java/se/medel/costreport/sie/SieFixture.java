package se.medel.costreport.sie;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.medel.money.Kronor;
import se.medel.refusal.Answer;

/** Small files, and what is read from them. */
final class SieFixture {

    static final Charset CP437 = SieEncoding.CP437.charset();

    static final String HEAD =
            """
            #FLAGGA 0
            #PROGRAM "Påhittad ekonomi" 3.1
            #FORMAT PC8
            #GEN 20150112 "Åsa"
            #SIETYP 4
            #ORGNR 212000-0142
            #FNAMN "Skarpnäcks stadsdelsnämnd"
            #RAR 0 20140101 20141231
            """;

    static final LocalDate MARCH = LocalDate.of(2014, 3, 12);

    record Read(Answer<SieResult> answer, List<Line> lines, List<Kronor> differences) {

        SieResult result() {
            return answer.get();
        }

        String fault() {
            return answer.refusals().get(0).reason().name();
        }

        List<Object> arguments() {
            return answer.refusals().get(0).arguments();
        }
    }

    private SieFixture() {}

    static Read read(byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        List<Kronor> differences = new ArrayList<>();
        Answer<SieResult> answer = SieFile.read(new ByteArrayInputStream(bytes), new SieListener() {
            @Override
            public void line(Line line) {
                lines.add(line);
            }

            @Override
            public void voucherEnded(Voucher voucher, Kronor difference) {
                differences.add(difference);
            }
        });
        return new Read(answer, lines, differences);
    }

    static Read read(String text) {
        return read(text.getBytes(CP437));
    }

    /** A file with one voucher of 12 March 2014 that has these lines. */
    static String voucher(String... lines) {
        return HEAD + "#VER A 1 20140312 \"Hyra\"\n{\n" + String.join("\n", lines) + "\n}\n";
    }
}
