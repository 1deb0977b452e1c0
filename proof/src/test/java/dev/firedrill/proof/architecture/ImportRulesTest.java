package dev.firedrill.proof.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;

/** Holds docs/internals/architecture.md: imports go one way, and the judge shares nothing with the judged. */
@AnalyzeClasses(packages = "dev.firedrill", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportRulesTest {
    @ArchTest
    static final ArchRule imports_go_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("proof")
            .definedBy("dev.firedrill.proof..")
            .layer("cli")
            .definedBy("dev.firedrill.cli..")
            .layer("steps")
            .definedBy("dev.firedrill.steps..")
            .layer("scenarios")
            .definedBy("dev.firedrill.scenarios..")
            .layer("faults")
            .definedBy("dev.firedrill.faults..")
            .layer("oracle")
            .definedBy("dev.firedrill.oracle..")
            .layer("workload")
            .definedBy("dev.firedrill.workload..")
            .layer("environments")
            .definedBy("dev.firedrill.environments..")
            .layer("conformance")
            .definedBy("dev.firedrill.conformance..")
            .layer("reports")
            .definedBy("dev.firedrill.reports..")
            .layer("recovery")
            .definedBy("dev.firedrill.recovery..")
            .layer("model")
            .definedBy("dev.firedrill.model..")
            .whereLayer("proof")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("proof")
            .whereLayer("steps")
            .mayOnlyBeAccessedByLayers("cli", "proof")
            .whereLayer("scenarios")
            .mayOnlyBeAccessedByLayers("steps", "cli", "proof")
            .whereLayer("faults")
            .mayOnlyBeAccessedByLayers("scenarios", "steps", "proof")
            .whereLayer("oracle")
            .mayOnlyBeAccessedByLayers("scenarios", "steps", "proof")
            .whereLayer("workload")
            .mayOnlyBeAccessedByLayers("oracle", "faults", "scenarios", "steps", "proof")
            .whereLayer("environments")
            .mayOnlyBeAccessedByLayers("conformance", "faults", "scenarios", "cli", "proof")
            .whereLayer("conformance")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("reports")
            .mayOnlyBeAccessedByLayers("scenarios", "steps", "cli", "proof")
            .whereLayer("recovery")
            .mayOnlyBeAccessedByLayers("proof")
            .whereLayer("recovery")
            .mayNotAccessAnyLayer()
            .whereLayer("model")
            .mayNotAccessAnyLayer();

    @ArchTest
    static final ArchRule parts_of_the_recovery_depend_on_each_other_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("dev.firedrill.recovery.cli..")
            .layer("orchestrator")
            .definedBy(
                    "dev.firedrill.recovery.reconcile..",
                    "dev.firedrill.recovery.engine..",
                    "dev.firedrill.recovery.variant..",
                    "dev.firedrill.recovery.api..",
                    "dev.firedrill.recovery.serve..")
            .layer("stores")
            .definedBy(
                    "dev.firedrill.recovery.cluster..",
                    "dev.firedrill.recovery.git..",
                    "dev.firedrill.recovery.cache..",
                    "dev.firedrill.recovery.tls..")
            .layer("core")
            .definedBy(
                    "dev.firedrill.recovery.model..",
                    "dev.firedrill.recovery.plan..",
                    "dev.firedrill.recovery.port..",
                    "dev.firedrill.recovery.journal..",
                    "dev.firedrill.recovery.json..")
            .layer("sets")
            .definedBy("dev.firedrill.recovery.sets..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("sets")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("orchestrator")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("stores")
            .mayOnlyBeAccessedByLayers("orchestrator", "cli")
            .whereLayer("core")
            .mayNotAccessAnyLayer();

    /** A package is a slice, at whatever depth it lies. */
    @ArchTest
    static final ArchRule packages_do_not_depend_on_each_other_in_circles =
            slices().matching("dev.firedrill.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_decision_is_pure = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.firedrill.recovery.plan..", "dev.firedrill.recovery.model..", "dev.firedrill.oracle.expect..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.net..", "java.nio.file..", "org.eclipse.jgit..", "io.fabric8..");

    @ArchTest
    static final ArchRule only_these_speak_to_stores = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.firedrill.model..",
                    "dev.firedrill.reports..",
                    "dev.firedrill.scenarios..",
                    "dev.firedrill.steps..",
                    "dev.firedrill.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.net.http..", "org.eclipse.jgit..", "io.fabric8..");

    @ArchTest
    static final ArchRule nothing_sleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(TimeUnit.class, "sleep", long.class)
            .orShould()
            .callMethod(LockSupport.class, "parkNanos", long.class)
            .orShould()
            .callMethod(LockSupport.class, "parkNanos", Object.class, long.class);

    /** The embedded git server's library computes there; whoever waits for this server there can wait for itself. */
    @ArchTest
    static final ArchRule nothing_waits_in_the_common_pool = noClasses()
            .should()
            .callMethod(Collection.class, "parallelStream")
            .orShould()
            .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
            .orShould()
            .callMethod(CompletableFuture.class, "runAsync", Runnable.class);

    /** Suites of conformance number what they make in a run of tests, whose state it is. */
    @ArchTest
    static final ArchRule nothing_counts_for_the_whole_process = fields().that()
            .areStatic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("dev.firedrill.conformance..")
            .should()
            .beFinal()
            .andShould()
            .notHaveRawType(AtomicInteger.class)
            .andShould()
            .notHaveRawType(AtomicLong.class)
            .andShould()
            .notHaveRawType(AtomicReference.class);

    @ArchTest
    static final ArchRule every_package_says_what_may_be_null =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);

    @ArchTest
    static final ArchRule glue_only_translates = noClasses()
            .that()
            .resideInAPackage("dev.firedrill.steps..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.firedrill.environments..", "dev.firedrill.oracle..");
}
