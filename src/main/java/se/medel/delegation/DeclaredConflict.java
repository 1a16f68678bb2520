package se.medel.delegation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import se.medel.delegation.rules.ConflictGround;

/** A declared conflict of interest in one case. */
@Entity
@IdClass(DeclaredConflict.Key.class)
class DeclaredConflict {

    record Key(String subject, String username) implements Serializable {}

    /** The case, such as {@code application/17}. */
    @Id
    String subject;

    @Id
    String username;

    @Enumerated(EnumType.STRING)
    ConflictGround ground;

    Instant declaredAt;
}
