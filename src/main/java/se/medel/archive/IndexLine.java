package se.medel.archive;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import se.medel.archive.eark.PackedFile;

/**
 * A line of a case file's index.
 *
 * @param kind what it is: a {@link CaseRecord}, a document's kind, a received file's kind, or AUDIT_TRAIL
 * @param number as in the register
 * @param at when it came in, was made or decided; null where it is no event
 * @param district whom it is about; null where it is about several
 * @param name the name that it had where it came from; null where it had none
 * @param path from the folder of all data
 * @param bytes how large it is; zero where it is left out
 * @param sha256 of its bytes; null where it is left out
 * @param leftOut why it isn't here; null where it is
 */
record IndexLine(
        String kind,
        String number,
        Instant at,
        String district,
        String name,
        String path,
        long bytes,
        String sha256,
        LeftOut leftOut) {

    IndexLine packed(PackedFile file) {
        return new IndexLine(kind, number, at, district, name, path, file.bytes(), file.sha256(), null);
    }

    void writeTo(DataOutput out) throws IOException {
        text(out, kind);
        text(out, number);
        text(out, at == null ? null : at.toString());
        text(out, district);
        text(out, name);
        text(out, path);
        out.writeLong(bytes);
        text(out, sha256);
        text(out, leftOut == null ? null : leftOut.name());
    }

    static IndexLine readFrom(DataInput in) throws IOException {
        String kind = text(in);
        String number = text(in);
        String at = text(in);
        String district = text(in);
        String name = text(in);
        String path = text(in);
        long bytes = in.readLong();
        String sha256 = text(in);
        String leftOut = text(in);
        return new IndexLine(
                kind,
                number,
                at == null ? null : Instant.parse(at),
                district,
                name,
                path,
                bytes,
                sha256,
                leftOut == null ? null : LeftOut.valueOf(leftOut));
    }

    private static void text(DataOutput out, String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static String text(DataInput in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
