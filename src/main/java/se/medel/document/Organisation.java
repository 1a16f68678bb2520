package se.medel.document;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Whose decisions these are, in the words that stand within a sentence: a city's own, so they are set and not written. */
@ConfigMapping(prefix = "medel.organisation")
public interface Organisation {

    /** The organisation number that the city's ledgers carry; where there is none, any is taken. */
    Optional<String> number();

    /** Such as {@code Stockholms stad}. */
    String city();

    /** The social administration, such as {@code socialförvaltningen}. */
    String administration();

    /** The committee that has approved the model, such as {@code socialnämnden}. */
    String committee();

    /** The one who decides on delegation, such as {@code förvaltningschefen}. */
    String director();

    /** Where the lawfulness of a decision is tried, such as {@code Förvaltningsrätten i Stockholm}. */
    String court();
}
