package se.medel.costreport.sie;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import se.medel.money.Kronor;

/** Reads one file: which block a record stands in, and what becomes of it. */
final class SieReader {

    private final SieListener listener;
    private final SieLines lines;
    private final SieEncoding encoding;
    private final Fields fields;
    private final Cautions cautions = new Cautions();
    private final Names names = new Names(cautions);
    private final CleanText texts;
    private final Checksum checksum;
    private final HeaderRecords header;
    private final Transactions transactions;
    /** Interned, so that comparing them is comparing references. */
    private final ByteCache<String, RuntimeException> labels = new ByteCache<>(
            (bytes, from, to) -> new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).intern());

    private boolean begun;
    private boolean inBlock;
    /** The voucher whose block is open, or comes next. */
    private Voucher voucher;

    private final Ore balance = new Ore();
    /** An added line that waits for its twin, see {@link SieCaution#ADDED_WITHOUT_TWIN}. */
    private byte[] added;

    private final List<Unbalanced> unbalanced = new ArrayList<>();
    private long linesOfVoucher;
    private long vouchers;
    private long counted;
    private long struck;

    SieReader(InputStream in, SieListener listener) throws IOException {
        this.listener = listener;
        this.lines = new SieLines(in);
        this.fields = lines.fields();
        this.encoding = lines.encoding();
        this.texts = new CleanText(encoding);
        this.checksum = new Checksum(cautions, encoding);
        this.header = new HeaderRecords(fields, texts, cautions, names);
        this.transactions = new Transactions(fields, lines, texts, cautions, names);
    }

    SieResult read() throws IOException {
        if (lines.isEmpty()) {
            throw new UnreadableSie(SieFault.SIE_EMPTY);
        }
        while (lines.next(fields)) {
            switch (fields.kind()) {
                case RECORD -> record();
                case OPEN -> open();
                case CLOSE -> close();
                case OTHER -> other();
                default -> {
                    // Blank lines mean nothing.
                }
            }
            if (texts.hasMasked()) {
                cautions.add(SieCaution.TEXT_MASKED, lines.number());
            }
        }
        end();
        return result();
    }

    private void record() throws UnreadableSie {
        String label = labels.of(fields.buffer(), fields.from(0), fields.to(0));
        if (!begun) {
            begin(label);
        }
        if (!inBlock) {
            leaveEmptyVoucher();
        }
        if (fields.isQuoteOpen()) {
            cautions.add(SieCaution.QUOTE_OPEN, lines.number());
        }
        if (label.equals("#KSUMMA")) {
            checksum.record(fields, lines.number());
            return;
        }
        checksum.add(fields, lines.number());
        switch (label) {
            case "#TRANS" -> transaction();
            case "#RTRANS" -> added();
            case "#BTRANS" -> struck();
            case "#VER" -> voucher();
            default -> headerRecord(label);
        }
    }

    private void begin(String label) throws UnreadableSie {
        if (!HeaderRecords.canBeFirst(label)) {
            throw new UnreadableSie(SieFault.SIE_NOT_SIE);
        }
        begun = true;
    }

    private void headerRecord(String label) throws UnreadableSie {
        if (inBlock && voucher == null) {
            return;
        }
        header.read(label, lines.number());
    }

    private void voucher() throws UnreadableSie {
        header.requireType();
        if (inBlock) {
            throw new UnreadableSie(SieFault.SIE_BLOCK_UNEXPECTED, lines.number());
        }
        voucher = transactions.voucher();
    }

    /** A voucher without a block: another record, or the file's end, came first. */
    private void leaveEmptyVoucher() {
        if (voucher != null) {
            cautions.add(SieCaution.VOUCHER_EMPTY, voucher.line());
            voucher = null;
        }
    }

    private void transaction() throws UnreadableSie {
        requireVoucher();
        Line line = transactions.line(voucher);
        balance.add(line.ore());
        linesOfVoucher++;
        counted++;
        if (added != null) {
            if (!Arrays.equals(joinedWithoutLabel(), added)) {
                cautions.add(SieCaution.ADDED_WITHOUT_TWIN, lines.number());
            }
            added = null;
        }
        listener.line(line);
    }

    private void added() throws UnreadableSie {
        requireVoucher();
        cautionOfMissingTwin();
        added = joinedWithoutLabel();
    }

    private byte[] joinedWithoutLabel() {
        byte[] joined = fields.joined();
        return Arrays.copyOfRange(joined, fields.to(0) - fields.from(0), joined.length);
    }

    private void cautionOfMissingTwin() {
        if (added != null) {
            cautions.add(SieCaution.ADDED_WITHOUT_TWIN, lines.number());
            added = null;
        }
    }

    private void struck() throws UnreadableSie {
        requireVoucher();
        transactions.lookAtStruck();
        struck++;
    }

    private void requireVoucher() throws UnreadableSie {
        if (!inBlock || voucher == null) {
            throw new UnreadableSie(SieFault.SIE_OUTSIDE_VOUCHER, lines.number());
        }
    }

    private void open() throws UnreadableSie {
        requireBegun();
        if (inBlock) {
            throw new UnreadableSie(SieFault.SIE_NESTED_TOO_DEEP, lines.number());
        }
        inBlock = true;
    }

    private void close() throws UnreadableSie {
        requireBegun();
        if (!inBlock) {
            throw new UnreadableSie(SieFault.SIE_BLOCK_UNEXPECTED, lines.number());
        }
        inBlock = false;
        if (voucher != null) {
            endVoucher();
        }
    }

    private void endVoucher() {
        cautionOfMissingTwin();
        Kronor difference = balance.isZero() ? Kronor.ZERO : balance.kronor();
        if (!balance.isZero()) {
            cautions.add(SieCaution.VOUCHER_UNBALANCED, voucher.line());
            if (unbalanced.size() < SieResult.MOST_UNBALANCED) {
                unbalanced.add(new Unbalanced(voucher, difference));
            }
        }
        if (linesOfVoucher > 0) {
            vouchers++;
        }
        listener.voucherEnded(voucher, difference);
        voucher = null;
        balance.clear();
        linesOfVoucher = 0;
    }

    private void other() throws UnreadableSie {
        if (!begun) {
            throw new UnreadableSie(foreign());
        }
        if (fields.areBracesWrong()) {
            throw new UnreadableSie(SieFault.SIE_BLOCK_UNEXPECTED, lines.number());
        }
        cautions.add(SieCaution.NOT_A_RECORD, lines.number());
    }

    private void requireBegun() throws UnreadableSie {
        if (!begun) {
            throw new UnreadableSie(SieFault.SIE_NOT_SIE);
        }
    }

    /** What a file is that doesn't begin with a record. */
    private SieFault foreign() {
        byte[] content = fields.joined();
        if (content.length < 2 || content[0] != '<') {
            return SieFault.SIE_NOT_SIE;
        }
        return content[1] == '?' ? SieFault.SIE_XML : SieFault.SIE_WEB_PAGE;
    }

    private void end() throws UnreadableSie {
        if (inBlock) {
            throw new UnreadableSie(SieFault.SIE_CUT_OFF, lines.number());
        }
        leaveEmptyVoucher();
        header.requireType();
        checksum.end(lines.number());
        if (counted == 0) {
            cautions.add(SieCaution.NO_TRANSACTIONS);
        }
        switch (encoding) {
            case UTF_8 -> cautions.add(SieCaution.ENCODING_UTF_8);
            case WINDOWS_1252 -> cautions.add(SieCaution.ENCODING_WINDOWS_1252);
            default -> {
                // As it should be.
            }
        }
    }

    private SieResult result() {
        return new SieResult(
                header.header(),
                encoding,
                lines.number(),
                vouchers,
                counted,
                struck,
                checksum.isRight(),
                cautions.list(),
                unbalanced);
    }
}
