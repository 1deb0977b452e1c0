package dev.firedrill.environments.role.system;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The processes behind a system, which a drill watches and holds back. */
public interface SystemProcesses {
    /** The ids of the processes of the system that runs, or ran last and was neither ended nor killed. */
    List<Long> pids();

    /** When it was started: every look at its stores is younger. Empty when it was ended or killed. */
    Optional<Instant> startedAt();

    /** Stops it where it is: it hears and does nothing, and its connections stay open. Harmless when it does not run. */
    void standStill();

    /** Lets it go on from where it stands; harmless when it moves, and when it does not run. */
    void goOn();
}
