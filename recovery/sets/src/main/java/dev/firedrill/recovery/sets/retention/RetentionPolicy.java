package dev.firedrill.recovery.sets.retention;

import dev.firedrill.recovery.sets.problem.SetRefused;
import java.time.Duration;

/**
 * How many sets to keep. A set is kept when any of these asks for it; the newest complete set is kept always.
 *
 * @param last the newest ones
 * @param hourly the newest of each of that many hours that have one, hours being those of UTC
 * @param daily the same for days
 * @param weekly the same for weeks, which begin on Monday
 * @param monthly the same for months
 * @param yearly the same for years
 * @param within all that are not older than this
 */
public record RetentionPolicy(int last, int hourly, int daily, int weekly, int monthly, int yearly, Duration within) {
    /**
     * A policy that asks for something.
     *
     * @throws SetRefused when a number is negative, or all are zero: a policy that keeps nothing is a mistake
     */
    public RetentionPolicy {
        int least = Math.min(Math.min(Math.min(last, hourly), Math.min(daily, weekly)), Math.min(monthly, yearly));
        if (least < 0 || within.isNegative()) {
            throw new SetRefused("a number of sets to keep cannot be negative");
        }
        if (last + hourly + daily + weekly + monthly + yearly == 0 && within.isZero()) {
            throw new SetRefused("nothing says what to keep; give --keep-last, --keep-daily or another of them");
        }
    }
}
