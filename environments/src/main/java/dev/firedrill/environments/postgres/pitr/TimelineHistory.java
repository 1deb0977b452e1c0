package dev.firedrill.environments.postgres.pitr;

import dev.firedrill.environments.postgres.pitr.Timeline.Predecessor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All timelines of the database, and which of them is the past of the present one at a given time. */
public final class TimelineHistory {
    private final List<Timeline> all = new ArrayList<>();

    /**
     * A stretch of time to which the database can be put back.
     *
     * @param timeline the timeline whose log is replayed
     * @param from the first such moment
     * @param until the last one that is known to be in the archive
     * @param open whether later log may be in the archive as well
     */
    public record Window(Timeline timeline, Instant from, Instant until, boolean open) {
        boolean holds(Instant target) {
            return !target.isBefore(from) && (open || !target.isAfter(until));
        }

        @Override
        public String toString() {
            return from + " to " + until;
        }
    }

    /** The present timeline from now on. */
    public void add(Timeline timeline) {
        all.add(timeline);
    }

    /** How many timelines there were, the present one included. */
    public int size() {
        return all.size();
    }

    /**
     * The stretch that holds a target.
     *
     * @throws IllegalArgumentException when none does; names those that there are
     */
    public Window windowFor(Instant target) {
        List<Window> windows = windows();
        return windows.stream()
                .filter(window -> window.holds(target))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(refusal(target, windows)));
    }

    /** The stretches of the present timeline and its past, the latest first. */
    List<Window> windows() {
        List<Window> windows = new ArrayList<>();
        Timeline timeline = all.get(all.size() - 1);
        Instant limit = null;
        while (true) {
            if (timeline.hasBase()) {
                boolean whole = limit == null;
                Instant until = whole || timeline.until().isBefore(limit) ? timeline.until() : limit;
                windows.add(new Window(timeline, timeline.from(), until, whole && timeline.ended()));
            }
            Predecessor origin = timeline.origin();
            if (origin == null) {
                return windows;
            }
            timeline = origin.timeline();
            limit = origin.until();
        }
    }

    private String refusal(Instant target, List<Window> windows) {
        String abandoned = all.stream()
                .filter(timeline -> timeline.wasServedAt(target))
                .map(timeline -> " The time lies on timeline " + timeline.number()
                        + " of the database, which was abandoned when the database was put back.")
                .collect(Collectors.joining());
        String reachable = windows.stream()
                .sorted((one, other) -> one.from().compareTo(other.from()))
                .map(Window::toString)
                .collect(Collectors.joining("; "));
        return "The package cache cannot be put back to " + target + "." + abandoned
                + " It can be put back to any time from " + reachable
                + " (from the first consistent point to the last archived log, in UTC).";
    }
}
