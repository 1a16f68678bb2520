package se.medel.district;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** A district administration with its committee, and the time in which it exists. */
@Entity
class District {

    @Id
    String slug;

    String name;
    String committeeName;
    String administrationName;
    LocalDate validFrom;
    LocalDate validTo;
    String successor;

    @Version
    long version;

    DistrictView view() {
        return new DistrictView(slug, name, committeeName, administrationName, validFrom, validTo, successor, version);
    }
}
