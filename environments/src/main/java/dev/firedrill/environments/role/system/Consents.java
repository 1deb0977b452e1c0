package dev.firedrill.environments.role.system;

import dev.firedrill.model.SystemStatement.Removal;
import java.util.List;

/**
 * Ability of a system to ask before it removes much at once, and to be told that nothing more returns. Operators answer by a
 * command of its own, beside the system's process.
 */
public interface Consents {
    /**
     * How an operator's command ended.
     *
     * @param exitCode 128 + n after signal n
     * @param output what it printed
     */
    record Answer(int exitCode, String output) {}

    /** Says yes to these removals; {@code options} may interrupt the command, or tell it what the system was told. */
    Answer confirm(List<Removal> removals, StartOptions options);

    /** Whether an answer tells what a confirmation has to tell: what it changed, and how many Repositories are ready. */
    boolean isComplete(Answer confirmation);

    /** Ends the time in which Repositories that are missing may return. */
    Answer closeWindow();
}
