package dev.firedrill.proof.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;

/** Holds design §2: imports go one way, and the judge shares nothing with the judged. */
@AnalyzeClasses(packages = "dev.firedrill", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {
    @ArchTest
    static final ArchRule imports_go_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("steps")
            .definedBy("dev.firedrill.steps..")
            .layer("fixtures")
            .definedBy("dev.firedrill.fixtures..")
            .layer("environments")
            .definedBy("dev.firedrill.environments..")
            .layer("reports")
            .definedBy("dev.firedrill.reports..")
            .layer("recovery")
            .definedBy("dev.firedrill.recovery..")
            .layer("vocabulary")
            .definedBy("dev.firedrill.vocabulary..")
            .whereLayer("steps")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("fixtures")
            .mayOnlyBeAccessedByLayers("steps")
            .whereLayer("environments")
            .mayOnlyBeAccessedByLayers("steps")
            .whereLayer("reports")
            .mayOnlyBeAccessedByLayers("steps")
            .whereLayer("recovery")
            .mayOnlyBeAccessedByLayers("steps")
            .whereLayer("vocabulary")
            .mayOnlyBeAccessedByLayers("steps", "fixtures", "environments", "reports")
            .whereLayer("vocabulary")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule packages_of_a_module_do_not_depend_on_each_other_in_circles =
            slices().matching("dev.firedrill.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_decision_is_pure = noClasses()
            .that()
            .resideInAnyPackage("dev.firedrill.recovery.plan..", "dev.firedrill.fixtures.expect..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.net..", "java.nio.file..", "org.eclipse.jgit..", "io.fabric8..");

    @ArchTest
    static final ArchRule nothing_sleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(TimeUnit.class, "sleep", long.class);

    /** The embedded git server's library computes there; whoever waits for this server there can wait for itself. */
    @ArchTest
    static final ArchRule nothing_waits_in_the_common_pool = noClasses()
            .should()
            .callMethod(Collection.class, "parallelStream")
            .orShould()
            .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
            .orShould()
            .callMethod(CompletableFuture.class, "runAsync", Runnable.class);

    @ArchTest
    static final ArchRule every_package_says_what_may_be_null =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);

    @ArchTest
    static final ArchRule glue_only_translates = noClasses()
            .that()
            .resideInAPackage("dev.firedrill.steps.glue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.firedrill.environments..",
                    "dev.firedrill.recovery..",
                    "java.sql..",
                    "java.net.http..",
                    "org.eclipse.jgit..",
                    "io.fabric8..");
}
