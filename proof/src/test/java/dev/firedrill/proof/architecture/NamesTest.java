package dev.firedrill.proof.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One word a thing, one thing a word, and rooms that can be read in one sitting. */
@AnalyzeClasses(packages = "dev.firedrill", importOptions = ImportOption.DoNotIncludeTests.class)
class NamesTest {
    private static final int MOST_TYPES = 30;
    private static final String RECOVERY = "dev.firedrill.recovery.";

    @ArchTest
    static void no_two_types_of_the_harness_have_one_simple_name(JavaClasses all) {
        assertThat(twice(all, type -> !type.getName().startsWith(RECOVERY))).isEmpty();
    }

    @ArchTest
    static void no_two_types_of_the_recovery_have_one_simple_name(JavaClasses all) {
        assertThat(twice(all, type -> type.getName().startsWith(RECOVERY))).isEmpty();
    }

    @ArchTest
    static void no_package_holds_more_than_thirty_types(JavaClasses all) {
        Map<String, Long> sizes = topLevel(all)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

        assertThat(sizes).isNotEmpty();
        sizes.values().removeIf(count -> count <= MOST_TYPES);
        assertThat(sizes).isEmpty();
    }

    private static Map<String, TreeSet<String>> twice(JavaClasses all, Predicate<JavaClass> side) {
        Map<String, TreeSet<String>> byName = topLevel(all)
                .filter(side)
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toCollection(TreeSet::new))));
        assertThat(byName).isNotEmpty();
        byName.values().removeIf(names -> names.size() == 1);
        return byName;
    }

    private static Stream<JavaClass> topLevel(JavaClasses all) {
        return all.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"));
    }
}
