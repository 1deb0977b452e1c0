package dev.firedrill.environments.role.system;

/**
 * A step of a system, as its own journal has it.
 *
 * @param number its number in its process, from 1
 * @param name what was done, such as {@code cache.inserted}
 * @param subject to which object
 */
public record JournalStep(int number, String name, String subject) {
    private static final String PASS = "pass.";

    /** Whether it changed a store, and is not only the begin or the end of a pass. */
    public boolean changes() {
        return !name.startsWith(PASS);
    }

    @Override
    public String toString() {
        return "step " + number + " (" + name + " " + subject + ")";
    }
}
