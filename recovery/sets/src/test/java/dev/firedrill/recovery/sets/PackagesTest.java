package dev.firedrill.recovery.sets;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What is shipped knows nothing of who tests it, and its packages stand in an order. */
@AnalyzeClasses(packages = "dev.firedrill.recovery.sets", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {
    @ArchTest
    static final ArchRule nothing_else_of_firedrill_is_needed = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAPackage("dev.firedrill..").and(resideOutsideOfPackage("dev.firedrill.recovery.sets..")));

    @ArchTest
    static final ArchRule there_are_no_circles =
            slices().matching("dev.firedrill.recovery.sets.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule members_know_nothing_of_sets_as_a_whole = noClasses()
            .that()
            .resideInAPackage("dev.firedrill.recovery.sets.member..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.firedrill.recovery.sets.create..",
                    "dev.firedrill.recovery.sets.restore..",
                    "dev.firedrill.recovery.sets.verify..",
                    "dev.firedrill.recovery.sets.cli..");
}
