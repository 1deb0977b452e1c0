package dev.firedrill.recovery.git;

import dev.firedrill.recovery.model.GitRevision;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a repository held at a version, with the head of its package branch. The revisions are held softly: with many large repositories, memory matters more
 * than listing one of them again.
 */
record Listing(String version, ObjectId head, SoftReference<List<GitRevision>> revisions) {
    static Listing of(String version, ObjectId head, List<GitRevision> revisions) {
        return new Listing(version, head, new SoftReference<>(revisions));
    }

    /** What was held then, when memory still has it. */
    List<GitRevision> remembered() {
        return Optional.ofNullable(revisions.get()).orElse(List.of());
    }

    Optional<List<GitRevision>> at(String wanted) {
        return version.equals(wanted) ? Optional.ofNullable(revisions.get()) : Optional.empty();
    }
}
