package se.medel.archive.eark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InformationPackageTest {

    private static final Instant MADE = Instant.parse("2015-03-02T10:15:30.123456Z");

    @TempDir
    Path folder;

    private static PackageLabel label() {
        return new PackageLabel(
                "medel-sig-2014",
                "Sociala insatsgrupper 2014 <\u0001&>",
                "3.1.1-123/2014",
                "Stockholms stad",
                "212000-0142",
                "socialförvaltningen",
                "1.0",
                MADE);
    }

    private Path written() throws IOException {
        Path zip = folder.resolve("medel-sig-2014.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                InformationPackage target = new InformationPackage(out, label())) {
            target.add("beslut/1.json", "application/json", MADE, to -> to.write(bytes("{\"number\": 1}")));
            target.add("tom.txt", "text/plain", MADE, to -> {});
            target.finish();
        }
        return zip;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    }

    @Test
    void theValidatorOfTheSpecificationFindsNoErrors() throws Exception {
        assertThat(SipValidator.errors(written())).isEmpty();
    }

    @Test
    void aFileThatSomebodyHasChangedIsFoundByIt() throws Exception {
        Path changed = folder.resolve("changed.zip");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(written()));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = in.readAllBytes();
                out.write(entry.getName().endsWith("1.json") ? bytes("{\"number\": 2}") : bytes);
                out.closeEntry();
            }
        }
        assertThat(SipValidator.errors(changed)).isNotEmpty();
    }

    @Test
    void theChecksumsCanBeCheckedWithoutAnySpecification() throws Exception {
        try (ZipFile zip = new ZipFile(written().toFile())) {
            ZipEntry list = zip.getEntry("medel-sig-2014/" + InformationPackage.DATA + InformationPackage.CHECKSUMS);
            String sums = new String(zip.getInputStream(list).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(sums.lines())
                    .containsExactly(sha256("{\"number\": 1}") + "  beslut/1.json", sha256("") + "  tom.txt");
        }
    }

    @Test
    void aPackageThatBreaksOffIsNoZip() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> {
                    try (InformationPackage target = new InformationPackage(out, label())) {
                        target.add("a.txt", "text/plain", MADE, to -> to.write(bytes("a")));
                        target.add("b.txt", "text/plain", MADE, to -> {
                            throw new IOException("It is gone");
                        });
                    }
                })
                .hasMessage("It is gone");
        Path broken = Files.write(folder.resolve("broken.zip"), out.toByteArray());
        assertThatThrownBy(() -> new ZipFile(broken.toFile()).close()).isInstanceOf(ZipException.class);
    }
}
