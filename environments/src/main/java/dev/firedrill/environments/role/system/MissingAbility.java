package dev.firedrill.environments.role.system;

import dev.firedrill.model.Product;
import java.util.Locale;

/** Something was needed that the system under test cannot do, so that a scenario does not apply to it. */
public final class MissingAbility extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param ability the interface of the ability */
    public MissingAbility(Product system, Class<?> ability) {
        super("This does not apply to " + system.product() + " " + system.version() + ", which lacks the ability '"
                + words(ability) + "'");
    }

    /** An ability in words: {@code CrashPoints} is {@code crash points}. */
    public static String words(Class<?> ability) {
        return ability.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
