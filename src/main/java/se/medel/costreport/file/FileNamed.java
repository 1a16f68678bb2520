package se.medel.costreport.file;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The name of a file on its way in and out. */
final class FileNamed {

    private static final Pattern FOLDERS = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}\"]");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9._ -]");

    private FileNamed() {}

    /** Without folders, and without signs that nobody sees; a name of our own where nothing is left. */
    static String plain(String name, FileKind kind) {
        String bare = name == null
                ? ""
                : CONTROL.matcher(FOLDERS.matcher(name).replaceFirst(""))
                        .replaceAll("")
                        .strip();
        return bare.isEmpty() ? kind == FileKind.LEDGER ? "bokforing.se" : "bilaga.pdf" : bare;
    }

    /** The bytes as a file to save, never to show: it came from outside. */
    static Response answer(ReportFileView file, InputStream bytes) {
        String encoded = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(bytes, file.kind().mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, file.bytes())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\""
                                + NOT_PLAIN.matcher(file.name()).replaceAll("_") + "\"; filename*=UTF-8''" + encoded)
                .build();
    }
}
