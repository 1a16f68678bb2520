package se.medel.costreport.sie;

import java.io.ByteArrayInputStream;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import se.medel.costreport.sie.CostSums.Sum;
import se.medel.money.Kronor;
import se.medel.privacy.PersonalNumbers;
import se.medel.refusal.Answer;

/** What holds whatever bytes are read. */
final class ReaderLaws {

    private ReaderLaws() {}

    /** The bytes are read or refused, and no line is lost between what is taken and what is left out. */
    static void check(byte[] bytes) {
        CostSums sums = new CostSums(new CostSums.Choice(
                Set.of(ObjectPair.project("SIG14")),
                LocalDate.of(2014, 1, 1),
                LocalDate.of(2014, 12, 31),
                KommunBas.chart()));
        Ore all = new Ore();
        Answer<SieResult> answer = SieFile.read(new ByteArrayInputStream(bytes), new SieListener() {
            @Override
            public void line(Line line) {
                all.add(line.ore());
                sums.line(line);
                require(!isPersonal(line));
            }

            @Override
            public void voucherEnded(Voucher voucher, Kronor difference) {
                sums.voucherEnded(voucher, difference);
            }
        });
        if (!answer.isRefused()) {
            Sum counted = sums.outcome().totalTaken().plus(sums.outcome().totalLeftOut());
            require(counted.equals(new Sum(all.kronor(), answer.get().transactions())));
            require(!isPersonal(answer.get().header()));
            require(!isPersonal(answer.get().unbalanced()));
        }
    }

    /**
     * Whether any text in it seems to hold anybody's personal number, as {@link PersonalNumbers} means it: a part of a longer
     * row of digits, such as an account of fourteen, is none.
     */
    private static boolean isPersonal(Object value) {
        if (value instanceof Map<?, ?> map) {
            return isPersonal(map.keySet()) || isPersonal(map.values());
        }
        if (value instanceof Collection<?> values) {
            return values.stream().anyMatch(ReaderLaws::isPersonal);
        }
        if (value instanceof Record) {
            return Stream.of(value.getClass().getRecordComponents())
                    .anyMatch(component -> isPersonal(component(value, component)));
        }
        return value instanceof String text && PersonalNumbers.areIn(text);
    }

    private static Object component(Object of, RecordComponent component) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("A law of the reader is broken");
        }
    }
}
