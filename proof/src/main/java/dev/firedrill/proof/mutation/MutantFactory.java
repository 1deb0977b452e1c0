package dev.firedrill.proof.mutation;

import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.pitest.bytecode.analysis.ClassTree;
import org.pitest.classinfo.ClassName;
import org.pitest.mutationtest.EngineArguments;
import org.pitest.mutationtest.build.CompoundInterceptorFactory;
import org.pitest.mutationtest.build.InterceptorType;
import org.pitest.mutationtest.build.MutationInterceptor;
import org.pitest.mutationtest.config.PluginServices;
import org.pitest.mutationtest.config.ReportOptions;
import org.pitest.mutationtest.engine.Location;
import org.pitest.mutationtest.engine.Mutater;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.mutationtest.engine.MutationIdentifier;
import org.pitest.mutationtest.engine.gregor.config.GregorEngineFactory;

/**
 * All mutants of the recovery, made by PIT's engine with its group {@value #GROUP}: conditionals that always or never hold,
 * calls that are left out, results that are empty, null, true or false, arithmetic turned round. PIT's own filters take out
 * what no line of the source says, such as the code that closes a resource.
 */
final class MutantFactory {
    private static final String GROUP = "STRONGER";
    private static final String MUTATORS = "org.pitest.mutationtest.engine.gregor.mutators.";

    private final RecoveryBytecode bytecode;
    private final Mutater engine;
    private final MutationInterceptor filter;

    MutantFactory(RecoveryBytecode bytecode) {
        this.bytecode = bytecode;
        this.engine = new GregorEngineFactory()
                .createEngine(EngineArguments.arguments().withMutators(List.of(GROUP)))
                .createMutator(bytecode::bytes);
        this.filter = new CompoundInterceptorFactory(
                        List.of(),
                        PluginServices.makeForLoader(MutantFactory.class.getClassLoader())
                                .findInterceptors())
                .createInterceptor(new ReportOptions(), null, bytecode::bytes, null, null, null)
                .filter(type -> type == InterceptorType.FILTER);
    }

    /**
     * The mutants of all classes of a name, in an order that depends on the bytecode alone.
     *
     * @param classes a glob over full class names, such as {@code dev.firedrill.recovery.plan.*}
     */
    List<BytecodeMutant> mutants(String classes) {
        PathMatcher wanted = FileSystems.getDefault().getPathMatcher("glob:" + classes);
        List<BytecodeMutant> all = new ArrayList<>();
        for (String name : bytecode.classes()) {
            if (wanted.matches(Path.of(name))) {
                of(name).forEach(details -> all.add(described(details)));
            }
        }
        return all;
    }

    private Collection<MutationDetails> of(String className) {
        filter.begin(ClassTree.fromBytes(bytecode.bytes(className).orElseThrow()));
        Collection<MutationDetails> kept =
                filter.intercept(engine.findMutations(ClassName.fromString(className)), engine);
        filter.end();
        return kept;
    }

    private static BytecodeMutant described(MutationDetails details) {
        MutationIdentifier id = details.getId();
        return new BytecodeMutant(
                id.getClassName().asJavaName(),
                id.getLocation().getMethodName(),
                id.getLocation().getMethodDesc(),
                id.getFirstIndex(),
                details.getLineNumber(),
                id.getMutator().replace(MUTATORS, ""),
                details.getDescription());
    }

    /**
     * Writes the mutated class into {@code folder}, where a class path finds it.
     *
     * @throws EnvironmentFailure when the folder cannot be written
     */
    void write(BytecodeMutant mutant, Path folder) {
        Location location =
                Location.location(ClassName.fromString(mutant.className()), mutant.method(), mutant.signature());
        byte[] mutated = engine.getMutation(new MutationIdentifier(location, mutant.index(), mutator(mutant)))
                .getBytes();
        Path file = folder.resolve(mutant.className().replace('.', '/') + ".class");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, mutated);
        } catch (IOException refused) {
            throw new EnvironmentFailure(
                    "The mutated class " + file + " cannot be written: " + refused.getMessage(), refused);
        }
    }

    private static String mutator(BytecodeMutant mutant) {
        return MUTATORS + mutant.mutator();
    }
}
