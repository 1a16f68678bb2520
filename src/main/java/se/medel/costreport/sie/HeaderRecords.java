package se.medel.costreport.sie;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import se.medel.costreport.sie.Header.Balance;
import se.medel.money.Kronor;

/** The records around the vouchers: who, when, in which money, and what things are called. */
final class HeaderRecords {

    /** What a file can begin with. */
    private static final Set<String> FIRST = Set.of(
            "#FLAGGA",
            "#PROGRAM",
            "#FORMAT",
            "#GEN",
            "#SIETYP",
            "#KSUMMA",
            "#PROSA",
            "#FTYP",
            "#FNR",
            "#ORGNR",
            "#FNAMN");

    private static final byte[] CURRENT_YEAR = {'0'};
    private static final byte[] IMPORTED = {'1'};
    private static final byte[] PC8 = {'P', 'C', '8'};
    private static final byte[] SEK = {'S', 'E', 'K'};
    private static final int MOST_YEARS = 100;

    private final Fields fields;
    private final CleanText texts;
    private final Cautions cautions;
    private final Names names;
    private final List<Header.FiscalYear> years = new ArrayList<>();
    private final Map<String, Balance> balances = new HashMap<>();
    private String program = "";
    private LocalDate madeOn;
    private String organisationNumber = "";
    private String company = "";
    private boolean typed;

    HeaderRecords(Fields fields, CleanText texts, Cautions cautions, Names names) {
        this.fields = fields;
        this.texts = texts;
        this.cautions = cautions;
        this.names = names;
    }

    static boolean canBeFirst(String label) {
        return FIRST.contains(label);
    }

    /** Reads the record, if it is one of these. */
    void read(String label, long line) throws UnreadableSie {
        switch (label) {
            case "#FLAGGA" -> cautionIf(fields.has(1, IMPORTED), SieCaution.ALREADY_IMPORTED, line);
            case "#FORMAT" -> cautionIf(!fields.has(1, PC8), SieCaution.FORMAT_NOT_PC8, line);
            case "#SIETYP" -> type(line);
            case "#VALUTA" -> currency(line);
            case "#PROGRAM" -> program = text(1);
            case "#GEN" -> madeOn = date(1);
            case "#ORGNR" -> organisationNumber = text(1);
            case "#FNAMN" -> company = text(1);
            case "#RAR" -> year(line);
            case "#KONTO" -> cautionIf(!account(line), SieCaution.HEADER_UNREADABLE, line);
            case "#DIM" -> dimension(null, line);
            case "#UNDERDIM" -> dimension(number(3), line);
            case "#OBJEKT" -> object(line);
            case "#IB" -> balance(line, (old, now) -> new Balance(now, old.closing(), old.result()));
            case "#UB" -> balance(line, (old, now) -> new Balance(old.opening(), now, old.result()));
            case "#RES" -> balance(line, (old, now) -> new Balance(old.opening(), old.closing(), now));
            default -> {
                // The format wants unknown records to be ignored.
            }
        }
    }

    private void cautionIf(boolean odd, SieCaution caution, long line) {
        if (odd) {
            cautions.add(caution, line);
        }
    }

    private void type(long line) throws UnreadableSie {
        int length = fields.to(1) - fields.from(1);
        if (length < 1 || length > 2 || fields.buffer()[fields.from(1)] != '4') {
            throw new UnreadableSie(SieFault.SIE_WRONG_TYPE, line);
        }
        typed = true;
    }

    private void currency(long line) throws UnreadableSie {
        if (!fields.isEmpty(1) && !fields.has(1, SEK)) {
            throw new UnreadableSie(SieFault.SIE_FOREIGN_CURRENCY, line);
        }
    }

    private void year(long line) {
        int number = number(1);
        LocalDate from = date(2);
        LocalDate to = date(3);
        if (number == Values.NO_NUMBER || from == null || to == null || years.size() == MOST_YEARS) {
            cautions.add(SieCaution.HEADER_UNREADABLE, line);
        } else {
            years.add(new Header.FiscalYear(number, from, to));
        }
    }

    private boolean account(long line) {
        String account = text(1);
        if (!account.isEmpty()) {
            names.account(account, text(2), line);
        }
        return !account.isEmpty();
    }

    private void dimension(Integer parent, long line) {
        int dimension = number(1);
        if (dimension == Values.NO_NUMBER || parent != null && parent == Values.NO_NUMBER) {
            cautions.add(SieCaution.HEADER_UNREADABLE, line);
        } else {
            names.dimension(dimension, text(2), parent, line);
        }
    }

    private void object(long line) {
        int dimension = number(1);
        if (dimension == Values.NO_NUMBER) {
            cautions.add(SieCaution.HEADER_UNREADABLE, line);
        } else if (names.isDropped(dimension)) {
            // Not kept, but looked at: a personal number in them must be told of.
            text(2);
            text(3);
            cautions.add(SieCaution.PERSONAL_OBJECTS_DROPPED, line);
        } else {
            names.object(new ObjectPair(dimension, text(2)), text(3), line);
        }
    }

    private void balance(long line, BiFunction<Balance, Kronor, Balance> change) {
        if (!fields.has(1, CURRENT_YEAR)) {
            return;
        }
        long ore = Values.ore(fields.buffer(), fields.from(3), fields.to(3));
        if (ore == Values.NO_AMOUNT) {
            cautions.add(SieCaution.HEADER_UNREADABLE, line);
            return;
        }
        String account = text(2);
        if (balances.size() < Names.MOST || balances.containsKey(account)) {
            balances.put(account, change.apply(balances.getOrDefault(account, Balance.NONE), Ore.kronor(ore)));
        }
    }

    private String text(int field) {
        return texts.of(fields.buffer(), fields.from(field), fields.to(field));
    }

    private int number(int field) {
        return Values.number(fields.buffer(), fields.from(field), fields.to(field));
    }

    private LocalDate date(int field) {
        return Values.date(fields.buffer(), fields.from(field), fields.to(field));
    }

    /** Refuses what is of no type: by the format that is type 1. */
    void requireType() throws UnreadableSie {
        if (!typed) {
            throw new UnreadableSie(SieFault.SIE_TYPE_MISSING);
        }
    }

    Header header() {
        return new Header(
                program,
                madeOn,
                organisationNumber,
                company,
                years,
                names.accounts(),
                names.dimensions(),
                names.objects(),
                balances);
    }
}
