package se.medel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** The shape of the house, so that it stays guessable. */
class ArchitectureTest {

    private static final JavaClasses MEDEL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.medel");

    @Test
    void theRulesOfMoneyArePlainJava() {
        classes()
                .that()
                .resideInAnyPackage("..rules..", "se.medel.money..", "se.medel.refusal..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "..rules..", "se.medel.money..", "se.medel.refusal..", "se.medel.privacy..")
                .check(MEDEL);
    }

    @Test
    void nothingReadsTheClockButByItsBeanAndTheRulesHaveNoFloatingPoint() {
        noClasses()
                .that()
                .resideInAnyPackage("..rules..", "se.medel.money..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Instant.class, Double.class, Float.class)
                .check(MEDEL);
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .check(MEDEL);
    }

    @Test
    void featuresDependOneWay() {
        noClasses()
                .that()
                .resideInAPackage("se.medel.round..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.medel.decision..")
                .check(MEDEL);
        noClasses()
                .that()
                .resideInAPackage("se.medel.ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.medel.application..", "se.medel.decision..", "se.medel.payment..")
                .check(MEDEL);
        noClasses()
                .that()
                .resideInAnyPackage("se.medel.round..", "se.medel.application..", "se.medel.decision..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.medel.payment..")
                .check(MEDEL);
        noClasses()
                .that()
                .resideInAPackage("se.medel.payment..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.medel.settlement..", "se.medel.overview..", "se.medel.costreport")
                .check(MEDEL);
        noClasses()
                .that()
                .resideInAnyPackage("se.medel.application..", "se.medel.decision..", "se.medel.followup..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.medel.costreport..", "se.medel.settlement..")
                .check(MEDEL);
        noClasses()
                .that()
                .resideInAPackage("se.medel.costreport..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.medel.settlement..", "se.medel.overview..")
                .check(MEDEL);
        // Control only reads reports and bars their approval through costreport's own interface; nobody asks it
        // anything.
        noClasses()
                .that()
                .resideOutsideOfPackage("se.medel.control..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.medel.control..")
                .check(MEDEL);
        noClasses()
                .that()
                .resideOutsideOfPackage("se.medel.matrix..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.medel.matrix..")
                .check(MEDEL);
        // What is tried stands beside everything; only the demo may try something too.
        noClasses()
                .that()
                .resideOutsideOfPackages("se.medel.whatif..", "se.medel.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.medel.whatif..")
                .check(MEDEL);
        // What is published and archived is read from the features; none of them knows.
        noClasses()
                .that()
                .resideOutsideOfPackages("se.medel.opendata..", "se.medel.archive..", "se.medel.overview..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.medel.opendata..", "se.medel.archive..")
                .check(MEDEL);
        noClasses()
                .that()
                .resideInAPackage("se.medel.costreport..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.medel.settlement..", "se.medel.decision..")
                .check(MEDEL);
        // The committee's papers are made of what everybody before them has done.
        noClasses()
                .that()
                .resideInAnyPackage(
                        "se.medel.round..",
                        "se.medel.application..",
                        "se.medel.decision..",
                        "se.medel.payment..",
                        "se.medel.costreport..",
                        "se.medel.settlement..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("se.medel.committee..")
                .check(MEDEL);
        slices().matching("se.medel.(*).rules..").should().beFreeOfCycles().check(MEDEL);
    }

    @Test
    void entitiesStayInsideTheirFeature() {
        classes()
                .that()
                .areAnnotatedWith(jakarta.persistence.Entity.class)
                .should()
                .notBePublic()
                .check(MEDEL);
    }

    @Test
    void whatAnswersRequestsIsCalledPagesOrResource() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .haveSimpleNameEndingWith("Pages")
                .orShould()
                .haveSimpleNameEndingWith("Resource")
                .check(MEDEL);
    }

    @Test
    void noPackageIsADrawerForEverything() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..impl..", "..util..", "..utils..", "..dto..", "..mapper..", "..manager..", "..common..")
                .check(MEDEL);
    }
}
