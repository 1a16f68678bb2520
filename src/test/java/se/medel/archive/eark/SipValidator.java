package se.medel.archive.eark;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import org.roda_project.commons_ip2.validator.EARKSIPValidator;
import org.roda_project.commons_ip2.validator.reporter.ValidationReportOutputJson;

/** What the validator of the E-ARK specifications (CSIP and SIP 2.1) finds wrong in a package. */
public final class SipValidator {

    private static final String VERSION = "2.1.0";

    private SipValidator() {}

    /** Every requirement that isn't met, with what is wrong; empty for a package without errors, whatever it is advised. */
    public static List<String> errors(Path zip) throws Exception {
        ValidationReportOutputJson report = new ValidationReportOutputJson(zip, new ByteArrayOutputStream());
        boolean valid = new EARKSIPValidator(report, VERSION).validate(VERSION);
        if (valid && report.getErrors() == 0) {
            return List.of();
        }
        return report.getResults().entrySet().stream()
                .filter(result -> !result.getValue().isValid())
                .map(result -> result.getKey() + " " + result.getValue().getIssues())
                .toList();
    }
}
