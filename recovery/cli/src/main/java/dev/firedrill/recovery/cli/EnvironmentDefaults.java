package dev.firedrill.recovery.cli;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes what is not given as an option from the environment: {@code --database-url} is {@code FIREDRILL_DATABASE_URL}. */
public final class EnvironmentDefaults implements IDefaultValueProvider {
    private final UnaryOperator<@Nullable String> environment;

    public EnvironmentDefaults() {
        this(System::getenv);
    }

    EnvironmentDefaults(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option && option.arity().max() > 0) {
            String name = option.longestName().replaceFirst("^--", "").replace('-', '_');
            String value = environment.apply("FIREDRILL_" + name.toUpperCase(Locale.ROOT));
            return value == null || value.isEmpty() ? argument.defaultValue() : value;
        }
        return argument.defaultValue();
    }
}
