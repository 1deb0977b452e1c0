package dev.firedrill.model;

/** What a disaster does to one store. */
public sealed interface Fate {
    /** Nothing happens to the store. */
    record Intact() implements Fate {
        @Override
        public String toString() {
            return "intact";
        }
    }

    /**
     * The store is destroyed and an empty one takes its place. For the control plane that is a new cluster on which
     * GitOps applies the manifests as of the disaster, with new UIDs; for git, repositories that are empty; for the
     * package cache, an empty schema.
     */
    record Lost() implements Fate {
        @Override
        public String toString() {
            return "lost";
        }
    }

    /**
     * The store is put back to a recovery point, identities included.
     *
     * @param point where the store stands afterwards
     */
    record Restored(RecoveryPoint point) implements Fate {
        @Override
        public String toString() {
            return "restored to " + point;
        }
    }

    /** The fate of a store that keeps everything. */
    static Fate intact() {
        return new Intact();
    }

    /** The fate of a store that keeps nothing. */
    static Fate lost() {
        return new Lost();
    }

    /** The fate of a store that is put back to {@code point}. */
    static Fate restored(RecoveryPoint point) {
        return new Restored(point);
    }
}
