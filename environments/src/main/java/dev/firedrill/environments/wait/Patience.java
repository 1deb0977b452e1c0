package dev.firedrill.environments.wait;

import dev.firedrill.model.EnvironmentFailure;
import java.time.Duration;
import java.util.Locale;

/**
 * How long the harness waits for something, by what it waits for. A slow machine gets more of each through the system
 * property {@value #FACTOR}, a positive factor such as {@code 3} or {@code 1.5}; one kind of waiting alone through a property
 * that has the kind's name behind a dot, such as {@code firedrill.patience.pass}.
 */
public enum Patience {
    /** A running store answers, a signal takes effect. */
    PROMPT(Duration.ofSeconds(10)),
    /** A process comes up, a small store recovers. */
    START(Duration.ofSeconds(60)),
    /** A pass of recovery over all repositories ends. */
    PASS(Duration.ofMinutes(3)),
    /** Something is unpacked, downloaded or built for the first time. */
    FIRST_TIME(Duration.ofMinutes(10));

    /** Name of the system property that stretches every budget. */
    public static final String FACTOR = "firedrill.patience";

    private static final Duration FOR_EACH_REPOSITORY = Duration.ofSeconds(1);

    private final Duration nominal;
    private volatile Duration work = Duration.ZERO;

    Patience(Duration nominal) {
        this.nominal = nominal;
    }

    /**
     * The budget on this machine.
     *
     * @throws EnvironmentFailure when the factor is not a positive number
     */
    public Duration budget() {
        String factor = System.getProperty(factorOfThisKind(), System.getProperty(FACTOR, "1"));
        try {
            double stretch = Double.parseDouble(factor);
            if (stretch > 0 && stretch <= 1000) {
                return Duration.ofMillis(Math.round(nominal.plus(work).toMillis() * stretch));
            }
        } catch (NumberFormatException notANumber) {
            // Answered below in the same words as a number out of range.
        }
        throw new EnvironmentFailure("The factor for waiting, -D" + FACTOR + "=" + factor
                + ", is not a number above 0 and up to 1000; give one such as 2");
    }

    /**
     * From now on passes go over {@code repositories}, and get time for each of them besides what a pass over the few of a
     * usual drill gets.
     */
    public static void passesOver(int repositories) {
        PASS.work = FOR_EACH_REPOSITORY.multipliedBy(repositories);
    }

    /** Name of the system property that stretches, or shortens, budgets of this kind only. */
    public String factorOfThisKind() {
        return FACTOR + "." + name().toLowerCase(Locale.ROOT);
    }

    /** Waits of this kind get this budget from now on, whatever the factor for all kinds says. */
    public void become(Duration budget) {
        System.setProperty(
                factorOfThisKind(),
                String.valueOf((double) budget.toMillis() / nominal.plus(work).toMillis()));
    }
}
