package dev.firedrill.environments.process;

import dev.firedrill.model.EnvironmentFailure;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that was opened for everybody, or the reason why it could not be. */
final class Shared<T> {
    private final @Nullable T thing;
    private final @Nullable EnvironmentFailure failure;
    private final Consumer<T> closing;

    private Shared(@Nullable T thing, @Nullable EnvironmentFailure failure, Consumer<T> closing) {
        this.thing = thing;
        this.failure = failure;
        this.closing = closing;
    }

    static <T> Shared<T> open(Supplier<T> open, Consumer<T> closing) {
        try {
            return new Shared<>(open.get(), null, closing);
        } catch (EnvironmentFailure failed) {
            return new Shared<>(null, failed, closing);
        }
    }

    T thing() {
        if (thing == null) {
            throw new EnvironmentFailure(String.valueOf(failure == null ? null : failure.getMessage()), failure);
        }
        return thing;
    }

    void close() {
        if (thing != null) {
            closing.accept(thing);
        }
    }
}
