package se.medel.archive.eark;

import java.time.Instant;

/**
 * What a package says about itself.
 *
 * @param id of the package and the folder that it is in: letters, digits and hyphens
 * @param title what the package holds, in words
 * @param caseNumber of the case it belongs to
 * @param archive the organisation whose archive it is
 * @param organisationNumber of that organisation; null where it isn't set
 * @param submitter the unit that hands it over
 * @param version of the software that makes it
 * @param made when
 */
public record PackageLabel(
        String id,
        String title,
        String caseNumber,
        String archive,
        String organisationNumber,
        String submitter,
        String version,
        Instant made) {

    public PackageLabel {
        if (!id.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("Not the name of a folder: " + id);
        }
    }
}
