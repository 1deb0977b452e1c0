package dev.firedrill.recovery.sets.member;

/**
 * What a target holds before a restore.
 *
 * @param state how it stands to the member
 * @param description in a few words, for the plan
 */
public record TargetLook(State state, String description) {
    /** How a target stands to a member. */
    public enum State {
        /** Nothing is in it. */
        EMPTY,
        /** Some of the member is in it and nothing else, as after a restore that was interrupted. */
        PART,
        /** All of the member is in it and nothing else. */
        SAME,
        /** Something else is in it, which a restore would take away. */
        OTHER,
        /** Somebody is using it. */
        IN_USE
    }

    /** Whether a restore into it takes nothing from anybody. */
    public boolean isSafe() {
        return state != State.OTHER && state != State.IN_USE;
    }
}
