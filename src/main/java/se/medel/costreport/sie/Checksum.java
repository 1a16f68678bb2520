package se.medel.costreport.sie;

import java.util.zip.CRC32;

/**
 * The format's checksum: a record {@code #KSUMMA} without a value opens it, one with a value closes it, and it is counted
 * over the fields of the records between them.
 */
final class Checksum {

    private static final int MOST_DIGITS = 11;
    private static final int WAITING = 4 * SieLines.LONGEST;

    private final CRC32 crc = new CRC32();
    /** Of the next records: counted together, they take a fraction of the time. */
    private final byte[] waiting = new byte[WAITING + Words.SPARE];

    private int waitingTo;
    private final Cautions cautions;
    private final SieEncoding encoding;
    private boolean open;
    private boolean closed;
    private boolean right;

    Checksum(Cautions cautions, SieEncoding encoding) {
        this.cautions = cautions;
        this.encoding = encoding;
    }

    void add(Fields fields, long line) {
        if (open) {
            count(fields);
        } else if (closed) {
            cautions.add(SieCaution.AFTER_CHECKSUM, line);
        }
    }

    private void count(Fields fields) {
        if (waitingTo > WAITING - SieLines.LONGEST) {
            countWaiting();
        }
        waitingTo = fields.joinInto(waiting, waitingTo);
    }

    private void countWaiting() {
        crc.update(waiting, 0, waitingTo);
        waitingTo = 0;
    }

    void record(Fields fields, long line) throws UnreadableSie {
        if (fields.isEmpty(1)) {
            open = true;
            closed = false;
            right = false;
            crc.reset();
            waitingTo = 0;
        } else if (open) {
            close(value(fields), line);
        }
    }

    /**
     * The format counts the bytes of code page 437. A file in another encoding may have been counted before or after its
     * letters changed, so that a sum that isn't the same says nothing.
     */
    private void close(long value, long line) throws UnreadableSie {
        countWaiting();
        right = value == crc.getValue();
        if (!right && encoding == SieEncoding.CP437) {
            throw new UnreadableSie(SieFault.SIE_CHECKSUM_WRONG, line);
        }
        open = false;
        closed = true;
    }

    /** As a number with or without sign, which is a matter of what the ledger is written in; -1 where it isn't any. */
    private static long value(Fields fields) {
        byte[] bytes = fields.buffer();
        int from = fields.from(1);
        int to = fields.to(1);
        boolean negative = bytes[from] == '-';
        long value = 0;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            if (!Values.isDigit(bytes[i]) || i - from >= MOST_DIGITS) {
                return -1;
            }
            value = value * 10 + bytes[i] - '0';
        }
        return negative ? -value & 0xFFFF_FFFFL : value;
    }

    void end(long line) throws UnreadableSie {
        if (open) {
            throw new UnreadableSie(SieFault.SIE_CUT_OFF, line);
        }
        if (!right) {
            cautions.add(SieCaution.CHECKSUM_UNCHECKED);
        }
    }

    boolean isRight() {
        return right;
    }
}
