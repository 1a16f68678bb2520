package se.medel.costreport.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import se.medel.costreport.sie.AccountChart;
import se.medel.storage.StoredJson;

/** One version of the chart. */
@Entity
@Immutable
@Table(name = "account_chart")
class ChartVersion {

    @Id
    int version;

    String lines;
    String madeBy;
    Instant madeAt;

    ChartView view() {
        return new ChartView(version, StoredJson.read(lines, AccountChart.class), madeBy, madeAt);
    }
}
