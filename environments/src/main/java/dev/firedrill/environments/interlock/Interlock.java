package dev.firedrill.environments.interlock;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The permission to destroy what is in a target. It is given once, before anything is connected to, and only by whoever
 * can name the target; what the stores themselves say about it is asked again right before each destructive act.
 */
public final class Interlock {
    private final Target target;

    private Interlock(Target target) {
        this.target = target;
    }

    /**
     * Asks for the permission.
     *
     * @param typed asks somebody for the target's name; empty when there is nobody to ask
     * @throws InterlockRefused when the target is on the deny list, or its name was not given
     */
    public static Interlock engage(Target target, Supplier<Optional<String>> typed) {
        new DenyList(target.deny()).check(target);
        String given = typed.get()
                .orElseThrow(() -> new InterlockRefused("Target " + target.name()
                        + " is refused: there is no terminal at which somebody could type its name; pass"
                        + " --confirm-target " + target.name() + " once you are sure that all in it may be destroyed"));
        if (!given.equals(target.name())) {
            throw new InterlockRefused("Target " + target.name() + " is refused: '" + given
                    + "' is not its name; look again which target this is, then type its name exactly");
        }
        return new Interlock(target);
    }

    /** What may be destroyed. */
    public Target target() {
        return target;
    }

    /** What the target says of one of its stores. */
    public static <T> T required(Optional<T> part, String role, String keys) {
        return part.orElseThrow(() -> new IllegalArgumentException(
                "The target does not say where the " + role + " is; add " + keys + " to its file"));
    }
}
