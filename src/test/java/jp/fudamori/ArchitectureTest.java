package jp.fudamori;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import jp.fudamori.process.Step;
import jp.fudamori.process.UserStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@AnalyzeClasses(packages = "jp.fudamori", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule only_process_knows_the_engine = noClasses()
            .that()
            .resideOutsideOfPackage("..process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule only_one_package_knows_the_inside_of_the_engine = noClasses()
            .that()
            .resideOutsideOfPackage("..process.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..impl..", "org.camunda.bpm.spring..", "org.camunda.bpm.webapp..")
            .because("leaving the engine for a fork must touch one package");

    @ArchTest
    static final ArchRule only_web_speaks_http = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "..process.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.web..");

    @ArchTest
    static final ArchRule steps_are_seen_by_the_engine_only = classes()
            .that()
            .areAssignableTo(Step.class)
            .or()
            .areAssignableTo(UserStep.class)
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now", ZoneId.class)
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now", ZoneId.class)
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now", ZoneId.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callConstructor(Date.class)
            .because("tests and deadlines need a clock that can be set");

    @ArchTest
    static final ArchRule sql_stands_in_repositories = classes()
            .that()
            .areAnnotatedWith(Repository.class)
            .should()
            .bePackagePrivate()
            .because("a table belongs to its module");

    @ArchTest
    static final ArchRule web_and_process_hold_no_sql = noClasses()
            .that()
            .resideInAnyPackage("..web..", "..process..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(JdbcClient.class);

    @ArchTest
    static final ArchRule no_field_injection = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
}
