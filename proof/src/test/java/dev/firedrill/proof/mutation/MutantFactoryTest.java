package dev.firedrill.proof.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine changes the classes that it is asked for, and what it writes is another class. */
class MutantFactoryTest {
    @TempDir
    private Path folder;

    @Test
    void mutants_are_of_the_wanted_classes_and_differ_from_the_shipped_ones() throws IOException {
        try (RecoveryBytecode bytecode = RecoveryBytecode.ofThisBuild()) {
            MutantFactory factory = new MutantFactory(bytecode);
            List<BytecodeMutant> mutants = factory.mutants("*.recovery.plan.DraftRules");

            assertThat(mutants).hasSizeGreaterThan(10).allSatisfy(mutant -> {
                assertThat(mutant.className()).isEqualTo("dev.firedrill.recovery.plan.DraftRules");
                assertThat(mutant.line()).isPositive();
            });
            assertThat(mutants).extracting(BytecodeMutant::key).doesNotHaveDuplicates();
            assertThat(factory.mutants("*.recovery.plan.DraftRules")).isEqualTo(mutants);

            factory.write(mutants.get(0), folder);
            assertThat(Files.readAllBytes(folder.resolve("dev/firedrill/recovery/plan/DraftRules.class")))
                    .isNotEqualTo(bytecode.bytes("dev.firedrill.recovery.plan.DraftRules")
                            .orElseThrow());
        }
    }
}
