package se.medel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/applications/7/clients/upload",
                "/api/rounds/sig-2014/applications/7/clients/file",
                "/api/rounds/sig-2014/applications/7/clients/uploads",
                "/cost-reports/7/files/upload",
                "/api/cost-reports/7/files/upload",
                "/cost-reports/7/costs-file/upload",
                "/rounds/sig-2014/vouchers/7/files/upload",
                "/api/rounds/sig-2014/voucher-requests/7/files/upload",
                "/rounds/sig-2014/payments/confirm",
                "/api/rounds/sig-2014/payments/confirmations"
            })
    void whereFilesArePromisedRoomTheyAreGivenIt(String path) {
        assertThat(Paths.takesFiles(path)).isTrue();
        assertThat(Paths.takesLedgers(path)).isFalse();
    }

    @Test
    void whereNoFileComesABodyIsHeldToItsLimit() {
        assertThat(Paths.takesFiles("/api/rounds/sig-2014/applications/7/clients/uploads/3"))
                .isFalse();
        assertThat(Paths.takesFiles("/api/rounds/sig-2014/applications/7/clients"))
                .isFalse();
        assertThat(Paths.takesFiles("/login")).isFalse();
    }
}
