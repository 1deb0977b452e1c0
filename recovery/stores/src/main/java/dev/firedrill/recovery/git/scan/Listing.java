package dev.firedrill.recovery.git.scan;

import dev.firedrill.recovery.model.GitDraft;
import dev.firedrill.recovery.model.GitRevision;
import dev.firedrill.recovery.model.LeftOut;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a repository held at a version, with the head of its package branch. What was found is held softly: with many
 * large repositories, memory matters more than listing one of them again.
 */
public record Listing(String version, ObjectId head, SoftReference<Listed> found) {
    public static Listing of(String version, ObjectId head, Listed found) {
        return new Listing(version, head, new SoftReference<>(found));
    }

    /** What was published then, when memory still has it. */
    List<GitRevision> remembered() {
        return Optional.ofNullable(found.get()).map(Listed::revisions).orElse(List.of());
    }

    /** What was left out of it. */
    List<LeftOut> rememberedLeftOut() {
        return Optional.ofNullable(found.get()).map(Listed::leftOut).orElse(List.of());
    }

    public Optional<Listed> at(String wanted) {
        return version.equals(wanted) ? Optional.ofNullable(found.get()) : Optional.empty();
    }

    /**
     * All that was found.
     *
     * @param drafts branches of drafts and proposals, where they are looked for
     * @param leftOut what was not taken
     */
    public record Listed(List<GitRevision> revisions, List<GitDraft> drafts, List<LeftOut> leftOut) {
        public Listed {
            revisions = List.copyOf(revisions);
            drafts = List.copyOf(drafts);
            leftOut = List.copyOf(leftOut);
        }
    }
}
