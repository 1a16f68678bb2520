package se.medel.participant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** A social intervention group; its districts, areas and settings are rows of their own. */
@Entity
class InterventionGroup {

    @Id
    String slug;

    String name;
    String codePrefix;
    int fewestLetters;
    int mostLetters;
    int mostDigits;

    @Version
    long version;
}
