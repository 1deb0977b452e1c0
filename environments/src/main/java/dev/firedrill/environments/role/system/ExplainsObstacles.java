package dev.firedrill.environments.role.system;

import java.util.List;
import java.util.Optional;

/** Ability of a system to say what is in its way. */
public interface ExplainsObstacles {
    /**
     * Something that it could not do.
     *
     * @param hint what to do about it; empty where it does not say
     */
    record Obstacle(String message, Optional<String> hint) {
        @Override
        public String toString() {
            return message + hint.map(remedy -> "; " + remedy).orElse("");
        }
    }

    /** What it could not do when it looked last; none when it does not answer. */
    List<Obstacle> obstacles();
}
