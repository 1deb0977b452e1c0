package dev.firedrill.conformance;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One form of a role, as its provider declares it. Declaring a form starts nothing.
 *
 * @param name what reports call it
 * @param family what {@value FormArguments#ONLY} selects it by; forms of several products can be one family
 * @param type the class of the store or of the links: the roles and abilities that it implements decide which suites run
 * @param opening opens one that holds nothing yet; the suite closes it
 * @param missing why it cannot run here, such as for want of a binary; empty where it can, and where it has to
 * @param deviations what of the suite does not hold for it, told of one that runs
 */
public record Form<R extends AutoCloseable>(
        String name,
        String family,
        Class<R> type,
        Supplier<? extends R> opening,
        Supplier<Optional<String>> missing,
        Function<? super R, Set<? extends Deviation>> deviations) {
    /** A form that runs everywhere and deviates in nothing. */
    public static <R extends AutoCloseable> Form<R> of(String name, Class<R> type, Supplier<? extends R> opening) {
        return new Form<>(name, name, type, opening, Optional::empty, running -> Set.of());
    }

    /** The same form, selected by another word than its name. */
    public Form<R> inFamily(String other) {
        return new Form<>(name, other, type, opening, missing, deviations);
    }

    /** The same form, which runs only where nothing is missing. */
    public Form<R> unlessMissing(Supplier<Optional<String>> reason) {
        return new Form<>(name, family, type, opening, reason, deviations);
    }

    /** The same form, of which the suite expects these deviations. */
    public Form<R> deviating(Function<? super R, Set<? extends Deviation>> known) {
        return new Form<>(name, family, type, opening, missing, known);
    }

    /** The same form, of which the suite expects these deviations whatever its version. */
    public Form<R> deviating(Deviation... known) {
        return deviating(running -> Set.of(known));
    }

    /** Whether it has all of these roles and abilities. */
    boolean isA(Class<?>... rolesAndAbilities) {
        for (Class<?> wanted : rolesAndAbilities) {
            if (!wanted.isAssignableFrom(type)) {
                return false;
            }
        }
        return true;
    }
}
