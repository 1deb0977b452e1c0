package dev.firedrill.environments.system.shipped;

import dev.firedrill.environments.role.system.ExplainsObstacles.Obstacle;
import dev.firedrill.environments.role.system.Settlement;
import dev.firedrill.environments.system.AttendedWait;
import dev.firedrill.environments.wait.TimeIsUp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Waiting for our orchestrator: for a pass that began late enough, and for readiness. */
final class ShippedReadiness {
    /** Complete passes that change nothing and still end unready, after which waiting longer is in vain. */
    private static final int VAIN_PASSES = 8;

    private final OrchestratorPages pages;

    ShippedReadiness(OrchestratorPages pages) {
        this.pages = pages;
    }

    /** Waits until a pass over all stores that began after {@code since} is complete, whatever it found. */
    void pass(Instant since, AttendedWait attended) {
        pages.readySince(since);
        attended.until(
                "a pass of the orchestrator that began after " + since,
                pages::status,
                status -> status.map(StatusPage::pass)
                        .filter(pass -> pass.completedAt() != null
                                && pass.startedAt() != null
                                && Instant.parse(pass.startedAt()).isAfter(since))
                        .isPresent());
    }

    /** Waits until the orchestrator says that it is ready, or has shown for long enough that it will not be. */
    Settlement settle(Instant since, AttendedWait attended) {
        AtomicLong lastThatChanged = new AtomicLong(-1);
        AtomicBoolean ready = new AtomicBoolean();
        try {
            Optional<StatusPage> last = attended.until("the orchestrator to be ready", pages::status, status -> {
                if (status.isPresent() && pages.readySince(since)) {
                    // Not asked again: what it wrote about itself may have told it to look once more since.
                    ready.set(true);
                    return true;
                }
                return status.map(StatusPage::pass)
                        .filter(pass -> isVain(pass, lastThatChanged))
                        .isPresent();
            });
            return ready.get() ? new Settlement.Settled() : new Settlement.NotReady(reasons(last));
        } catch (TimeIsUp unknown) {
            return new Settlement.TimedOut(String.valueOf(unknown.getMessage()));
        }
    }

    private static boolean isVain(StatusPage.Pass pass, AtomicLong lastThatChanged) {
        if (pass.changed() || lastThatChanged.get() < 0) {
            lastThatChanged.set(pass.number());
        }
        return pass.number() - lastThatChanged.get() > VAIN_PASSES;
    }

    private static List<String> reasons(Optional<StatusPage> status) {
        return status.stream()
                .flatMap(page -> Stream.concat(
                        page.obstacles().stream().map(Obstacle::toString),
                        page.statement().repositories().stream()
                                .filter(repository -> !repository.ready())
                                .map(repository -> repository.name() + ": " + repository.message())))
                .toList();
    }
}
