package dev.firedrill.proof.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One word a thing, one thing a word, and rooms that can be read in one sitting. */
class NamesTest {
    private static final int MOST_TYPES = 30;
    private static final String RECOVERY = "dev.firedrill.recovery.";

    private final JavaClasses all = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.firedrill");

    @Test
    void no_two_types_of_the_harness_have_one_simple_name() {
        assertThat(twice(type -> !type.getName().startsWith(RECOVERY))).isEmpty();
    }

    @Test
    void no_two_types_of_the_recovery_have_one_simple_name() {
        assertThat(twice(type -> type.getName().startsWith(RECOVERY))).isEmpty();
    }

    @Test
    void no_package_holds_more_than_thirty_types() {
        Map<String, Long> sizes = topLevel()
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

        assertThat(sizes).isNotEmpty();
        sizes.values().removeIf(count -> count <= MOST_TYPES);
        assertThat(sizes).isEmpty();
    }

    private Map<String, TreeSet<String>> twice(Predicate<JavaClass> side) {
        Map<String, TreeSet<String>> byName = topLevel()
                .filter(side)
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toCollection(TreeSet::new))));
        assertThat(byName).isNotEmpty();
        byName.values().removeIf(names -> names.size() == 1);
        return byName;
    }

    private Stream<JavaClass> topLevel() {
        return all.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"));
    }
}
