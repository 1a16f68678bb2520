package se.medel.costreport.sie;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Makes lines and vouchers of records. */
final class Transactions {

    /** The longest account; the municipal chart has three digits, cities up to six. */
    private static final int LONGEST_ACCOUNT = 16;

    /** Of which dimensions objects are remembered; most ledgers have none above. */
    private static final int REMEMBERED_DIMENSIONS = 40;

    private final Fields fields;
    private final SieLines lines;
    private final CleanText texts;
    private final Cautions cautions;
    private final Names names;
    private final ByteCache<String, UnreadableSie> accounts = new ByteCache<>(this::account);
    private final ByteCache<LocalDate, UnreadableSie> dates = new ByteCache<>(this::newDate);
    /** By dimension. */
    private final List<ByteCache<ObjectPair, RuntimeException>> objects = IntStream.range(0, REMEMBERED_DIMENSIONS)
            .mapToObj(dimension ->
                    new ByteCache<ObjectPair, RuntimeException>((bytes, from, to) -> newObject(dimension, from, to)))
            .toList();

    /** The objects of the line that is read just now. */
    private final ObjectPair[] keeping = new ObjectPair[Fields.MOST / 2];

    Transactions(Fields fields, SieLines lines, CleanText texts, Cautions cautions, Names names) {
        this.fields = fields;
        this.lines = lines;
        this.texts = texts;
        this.cautions = cautions;
        this.names = names;
    }

    Voucher voucher() throws UnreadableSie {
        return new Voucher(text(1), number(), date(3), text(4), lines.number());
    }

    Line line(Voucher voucher) throws UnreadableSie {
        if (fields.isNested()) {
            throw new UnreadableSie(SieFault.SIE_NESTED_TOO_DEEP, lines.number());
        }
        if (fields.areBracesWrong()) {
            throw new UnreadableSie(SieFault.SIE_OBJECTS_UNREADABLE, lines.number());
        }
        byte[] bytes = fields.buffer();
        String account = accounts.of(bytes, fields.from(1), fields.to(1));
        long ore = Values.ore(bytes, fields.from(2), fields.to(2));
        if (ore == Values.NO_AMOUNT) {
            throw new UnreadableSie(SieFault.SIE_AMOUNT_UNREADABLE, lines.number());
        }
        LocalDate date = date(3);
        return new Line(
                lines.number(), voucher, account, objects(), ore, date == null ? voucher.date() : date, text(4));
    }

    /** Each voucher has its own. */
    private String number() {
        return texts.ofNew(fields.buffer(), fields.from(2), fields.to(2));
    }

    private String account(byte[] bytes, int from, int to) throws UnreadableSie {
        boolean right = to > from && to - from <= LONGEST_ACCOUNT;
        for (int i = from; i < to && right; i++) {
            right = bytes[i] > ' ' && bytes[i] < 0x7F;
        }
        if (!right) {
            throw new UnreadableSie(SieFault.SIE_ACCOUNT_UNREADABLE, lines.number());
        }
        return texts.of(bytes, from, to);
    }

    private List<ObjectPair> objects() throws UnreadableSie {
        int count = fields.listCount();
        if (count == 0) {
            return List.of();
        }
        if (count % 2 != 0) {
            throw new UnreadableSie(SieFault.SIE_OBJECTS_UNREADABLE, lines.number());
        }
        int kept = 0;
        for (int i = 0; i < count; i += 2) {
            int dimension = Values.number(fields.buffer(), fields.listFrom(i), fields.listTo(i));
            if (dimension == Values.NO_NUMBER) {
                throw new UnreadableSie(SieFault.SIE_OBJECTS_UNREADABLE, lines.number());
            }
            if (names.isDropped(dimension)) {
                lookAt(fields.listFrom(i + 1), fields.listTo(i + 1));
                cautions.add(SieCaution.PERSONAL_OBJECTS_DROPPED, lines.number());
            } else {
                keeping[kept++] = object(dimension, fields.listFrom(i + 1), fields.listTo(i + 1));
            }
        }
        return List.of(Arrays.copyOf(keeping, kept));
    }

    private ObjectPair object(int dimension, int from, int to) {
        if (dimension < 0 || dimension >= objects.size()) {
            return newObject(dimension, from, to);
        }
        return objects.get(dimension).of(fields.buffer(), from, to);
    }

    private ObjectPair newObject(int dimension, int from, int to) {
        ObjectPair object = new ObjectPair(dimension, texts.of(fields.buffer(), from, to));
        names.seen(object, lines.number());
        return object;
    }

    /** Looks whether a text is personal that isn't kept. */
    private void lookAt(int from, int to) {
        texts.of(fields.buffer(), from, to);
    }

    /** Looks at the text of a line that doesn't count. */
    void lookAtStruck() {
        lookAt(fields.from(4), fields.to(4));
    }

    private LocalDate date(int field) throws UnreadableSie {
        return fields.isEmpty(field) ? null : dates.of(fields.buffer(), fields.from(field), fields.to(field));
    }

    private LocalDate newDate(byte[] bytes, int from, int to) throws UnreadableSie {
        LocalDate date = Values.date(bytes, from, to);
        if (date == null) {
            throw new UnreadableSie(SieFault.SIE_DATE_UNREADABLE, lines.number());
        }
        return date;
    }

    private String text(int field) {
        return texts.of(fields.buffer(), fields.from(field), fields.to(field));
    }
}
