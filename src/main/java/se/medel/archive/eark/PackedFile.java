package se.medel.archive.eark;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;

/**
 * A file as it stands in a package.
 *
 * @param path from the folder that all data is in
 * @param mediaType one that IANA has registered
 * @param created when the file was made
 * @param bytes how large it is
 * @param sha256 of its bytes, in small hexadecimal digits
 */
public record PackedFile(String path, String mediaType, Instant created, long bytes, String sha256) {

    void writeTo(DataOutput out) throws IOException {
        out.writeUTF(path);
        out.writeUTF(mediaType);
        out.writeLong(created.toEpochMilli());
        out.writeLong(bytes);
        out.writeUTF(sha256);
    }

    static PackedFile readFrom(DataInput in) throws IOException {
        return new PackedFile(
                in.readUTF(), in.readUTF(), Instant.ofEpochMilli(in.readLong()), in.readLong(), in.readUTF());
    }
}
