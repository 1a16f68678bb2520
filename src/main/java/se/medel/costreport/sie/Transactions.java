package se.medel.costreport.sie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes lines and vouchers of records. */
final class Transactions {

    /** The longest account; the municipal chart has three digits, cities up to six. */
    private static final int LONGEST_ACCOUNT = 16;

    private final Fields fields;
    private final SieLines lines;
    private final CleanText texts;
    private final Cautions cautions;
    private final Names names;
    private final ByteCache<String> accounts = new ByteCache<>(this::account);
    private final ByteCache<LocalDate> dates = new ByteCache<>(this::date);
    private final ByteCache<List<ObjectPair>> objects = new ByteCache<>((bytes, from, to) -> objects());

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
                fields.listCount() == 0
                        ? List.of()
                        : objects.of(lines.buffer(), fields.rawListFrom(), fields.rawListTo()),
                ore,
                date == null ? voucher.date() : date,
                text(4));
    }

    /** To be called when other dimensions are dropped than before. */
    void forgetObjects() {
        objects.clear();
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
        if (fields.listCount() % 2 != 0) {
            throw new UnreadableSie(SieFault.SIE_OBJECTS_UNREADABLE, lines.number());
        }
        List<ObjectPair> kept = new ArrayList<>();
        for (int i = 0; i < fields.listCount(); i += 2) {
            int dimension = Values.number(fields.content(), fields.listFrom(i), fields.listTo(i));
            if (dimension == Values.NO_NUMBER) {
                throw new UnreadableSie(SieFault.SIE_OBJECTS_UNREADABLE, lines.number());
            }
            if (names.isDropped(dimension)) {
                cautions.add(SieCaution.PERSONAL_OBJECTS_DROPPED, lines.number());
            } else {
                kept.add(object(dimension, fields.listFrom(i + 1), fields.listTo(i + 1)));
            }
        }
        return List.copyOf(kept);
    }

    private ObjectPair object(int dimension, int from, int to) {
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
