package dev.firedrill.environments.wait;

import dev.firedrill.model.EnvironmentFailure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.pollinterval.FibonacciPollInterval;
import org.awaitility.pollinterval.PollInterval;

/**
 * Waits by looking again and again, quickly at first and at least every 144 ms later. Whatever the observer throws ends
 * the wait at once, so an observer that sees that waiting is in vain throws {@link EnvironmentFailure} with the reason.
 */
public final class Wait {
    private static final Duration SLOWEST = Duration.ofMillis(144);
    private static final PollInterval QUICK_FIRST = (count, previous) -> {
        Duration next = FibonacciPollInterval.fibonacci().next(count, previous);
        return next.compareTo(SLOWEST) > 0 ? SLOWEST : next;
    };

    private Wait() {}

    /**
     * Waits until a condition holds.
     *
     * @param name what is waited for, continuing the sentence "waited for"
     * @throws TimeIsUp when the budget is spent
     */
    public static void until(String name, Patience budget, BooleanSupplier condition) {
        until(name, budget, condition::getAsBoolean, holds -> holds);
    }

    /**
     * Waits until an observed value is the wanted one.
     *
     * @param name what is waited for, continuing the sentence "waited for"
     * @return the value that satisfied {@code wanted}
     * @throws TimeIsUp when the budget is spent; names the value seen last
     */
    public static <T> T until(String name, Patience budget, Supplier<T> observe, Predicate<? super T> wanted) {
        AtomicReference<T> last = new AtomicReference<>();
        Duration limit = budget.budget();
        try {
            Awaitility.await(name)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(QUICK_FIRST)
                    .atMost(limit)
                    .until(() -> {
                        last.set(observe.get());
                        return wanted.test(last.get());
                    });
        } catch (ConditionTimeoutException spent) {
            throw new TimeIsUp(
                    "Waited " + limit.toMillis() / 1000.0 + " s for " + name + "; last seen: " + last.get()
                            + ". If the machine is slow, stretch every wait with -D" + Patience.FACTOR + "=3",
                    spent);
        }
        return last.get();
    }
}
