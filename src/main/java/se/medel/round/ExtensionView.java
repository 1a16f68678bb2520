package se.medel.round;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * More time for one district's cost report.
 *
 * @param wasDue the day it was due until then
 * @param dueOn the day it is due instead
 */
@Schema(name = "ReportExtension")
public record ExtensionView(
        String district, LocalDate wasDue, LocalDate dueOn, String reason, String grantedBy, Instant grantedAt) {}
