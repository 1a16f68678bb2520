package se.medel.costreport.sie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes lines and vouchers of records. */
final class Transactions {

    /** The longest account; the municipal chart has three digits, cities up to six. */
    private static final int LONGEST_ACCOUNT = 16;

    /** Of how many dimensions objects are remembered; a ledger has ten or so. */
    private static final int MOST_DIMENSIONS = 50;

    private final Fields fields;
    private final SieLines lines;
    private final CleanText texts;
    private final Cautions cautions;
    private final Names names;
    private final ByteCache<String, UnreadableSie> accounts = new ByteCache<>(this::account);
    private final ByteCache<LocalDate, UnreadableSie> dates = new ByteCache<>(this::date);
    private final ByteCache<Objects, UnreadableSie> lists = new ByteCache<>((bytes, from, to) -> list());
    private final Map<Integer, ByteCache<ObjectPair, RuntimeException>> objects = new HashMap<>();

    /** What a list of objects says, and whether it said more. */
    private record Objects(List<ObjectPair> kept, boolean dropped) {}

    Transactions(Fields fields, SieLines lines, CleanText texts, Cautions cautions, Names names) {
        this.fields = fields;
        this.lines = lines;
        this.texts = texts;
        this.cautions = cautions;
        this.names = names;
    }

    Voucher voucher() throws UnreadableSie {
        return new Voucher(text(1), text(2), date(3), text(4), lines.number());
    }

    Line line(Voucher voucher) throws UnreadableSie {
        if (fields.isNested()) {
            throw new UnreadableSie(SieFault.SIE_NESTED_TOO_DEEP, lines.number());
        }
        if (fields.areBracesWrong()) {
            throw new UnreadableSie(SieFault.SIE_OBJECTS_UNREADABLE, lines.number());
        }
        byte[] content = fields.content();
        String account = accounts.of(content, fields.from(1), fields.to(1));
        long ore = Values.ore(content, fields.from(2), fields.to(2));
        if (ore == Values.NO_AMOUNT) {
            throw new UnreadableSie(SieFault.SIE_AMOUNT_UNREADABLE, lines.number());
        }
        LocalDate date = date(3);
        return new Line(
                lines.number(),
                voucher,
                account,
                fields.listCount() == 0 ? List.of() : objects(),
                ore,
                date == null ? voucher.date() : date,
                text(4));
    }

    /** To be called when other dimensions are dropped than before. */
    void forgetObjects() {
        lists.clear();
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
        Objects list = lists.of(lines.buffer(), fields.rawListFrom(), fields.rawListTo());
        if (list.dropped) {
            cautions.add(SieCaution.PERSONAL_OBJECTS_DROPPED, lines.number());
        }
        return list.kept;
    }

    private Objects list() throws UnreadableSie {
        int count = fields.listCount();
        if (count % 2 != 0) {
            throw new UnreadableSie(SieFault.SIE_OBJECTS_UNREADABLE, lines.number());
        }
        List<ObjectPair> kept = new ArrayList<>(count / 2);
        for (int i = 0; i < count; i += 2) {
            int dimension = Values.number(fields.content(), fields.listFrom(i), fields.listTo(i));
            if (dimension == Values.NO_NUMBER) {
                throw new UnreadableSie(SieFault.SIE_OBJECTS_UNREADABLE, lines.number());
            }
            if (!names.isDropped(dimension)) {
                kept.add(object(dimension, fields.listFrom(i + 1), fields.listTo(i + 1)));
            }
        }
        return new Objects(Collections.unmodifiableList(kept), kept.size() < count / 2);
    }

    private ObjectPair object(int dimension, int from, int to) {
        ByteCache<ObjectPair, RuntimeException> ofDimension = objects.get(dimension);
        if (ofDimension == null) {
            if (objects.size() == MOST_DIMENSIONS) {
                return newObject(dimension, from, to);
            }
            ofDimension = new ByteCache<>((bytes, first, last) -> newObject(dimension, first, last));
            objects.put(dimension, ofDimension);
        }
        return ofDimension.of(fields.content(), from, to);
    }

    private ObjectPair newObject(int dimension, int from, int to) {
        ObjectPair object = new ObjectPair(dimension, texts.of(fields.content(), from, to));
        names.seen(object, lines.number());
        return object;
    }

    private LocalDate date(int field) throws UnreadableSie {
        return fields.isEmpty(field) ? null : dates.of(fields.content(), fields.from(field), fields.to(field));
    }

    private LocalDate date(byte[] bytes, int from, int to) throws UnreadableSie {
        LocalDate date = Values.date(bytes, from, to);
        if (date == null) {
            throw new UnreadableSie(SieFault.SIE_DATE_UNREADABLE, lines.number());
        }
        return date;
    }

    private String text(int field) {
        return texts.of(fields.content(), fields.from(field), fields.to(field));
    }
}
