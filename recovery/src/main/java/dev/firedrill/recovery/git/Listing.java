package dev.firedrill.recovery.git;

import dev.firedrill.recovery.model.GitRevision;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Optional;

/**
 * What a repository held at a version. The revisions are held softly: with many large repositories, memory matters more
 * than listing one of them again.
 */
record Listing(String version, SoftReference<List<GitRevision>> revisions) {
    static Listing of(String version, List<GitRevision> revisions) {
        return new Listing(version, new SoftReference<>(revisions));
    }

    Optional<List<GitRevision>> at(String wanted) {
        return version.equals(wanted) ? Optional.ofNullable(revisions.get()) : Optional.empty();
    }
}
