package se.medel.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.medel.refusal.Refusal;

class FileNamesTest {

    private static final String LONG = TestNumbers.personal();
    private static final String SHORT = LONG.substring(2);

    @Test
    void aPersonalNumberIsFoundHoweverAFileNameWritesIt() {
        for (String name : List.of(
                SHORT + ".xlsx",
                "klient " + LONG.replace("-", "") + ".csv",
                "klient_" + LONG.replace("-", "_") + "_v2.csv",
                SHORT.replace("-", ".") + ".csv",
                LONG.replace("-", "_") + ".csv")) {
            assertThat(faults(name))
                    .as(name)
                    .containsExactly(Refusal.of(FileNames.Fault.FILE_NAME_PERSONAL_NUMBER)
                            .at("file"));
        }
    }

    @Test
    void ordinaryNamesPass() {
        for (String name : List.of("klienter 2014.xlsx", "anspråk_2014-02-14.csv", "Dnr 3.1-0123_2014.csv", "a")) {
            assertThat(faults(name)).as(name).isEmpty();
        }
        assertThat(faults(null)).isEmpty();
    }

    @Test
    void aNameThatNoFileSystemHasIsRefused() {
        assertThat(faults("x".repeat(255))).isEmpty();
        assertThat(faults("x".repeat(256)))
                .containsExactly(
                        Refusal.of(FileNames.Fault.FILE_NAME_TOO_LONG, 255).at("file"));
    }

    private static List<Refusal> faults(String name) {
        List<Refusal> faults = new ArrayList<>();
        FileNames.check(faults, "file", name);
        return faults;
    }
}
