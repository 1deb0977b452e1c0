package dev.firedrill.recovery.variant;

import dev.firedrill.recovery.engine.Kptfile;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.RevisionName;
import dev.firedrill.recovery.model.Variant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The upstream revision of a PackageVariant, and what was made from it. */
sealed interface Upstream {
    /** It is there and published. */
    record Found(CachedRevision revision) implements Upstream {
        private static final Pattern NUMBER = Pattern.compile(".*/v?(\\d+)");

        /**
         * Whether {@code downstream} was made from this revision. Number and commit must both be equal: a number that
         * was given a second time, after the first holder was lost, stands for other content. A version such as
         * {@code v3.0.0} has no number, and its name is compared. What has no upstream at all is left as it is.
         */
        boolean isFollowedBy(CachedRevision downstream) {
            return lockOf(downstream)
                    .map(lock -> lock.commit().equals(revision.lock().commit()) && isNamedBy(lock))
                    .orElse(true);
        }

        private boolean isNamedBy(GitLock lock) {
            return revision.revision() > 0
                    ? number(lock).equals(Optional.of(revision.revision()))
                    : lock.ref().endsWith("/" + revision.name().workspace());
        }

        private static Optional<Integer> number(GitLock lock) {
            Matcher matcher = NUMBER.matcher(lock.ref());
            if (!matcher.matches() || matcher.group(1).length() > 9) {
                return Optional.empty();
            }
            return Optional.of(Integer.valueOf(matcher.group(1)));
        }
    }

    /** It is not there, or cannot be used; {@code why} is one sentence. */
    record Missing(String why) implements Upstream {}

    /** Its repository is registered and cannot be trusted for now, so that nothing can be said. */
    record Unknown(String why) implements Upstream {}

    static Upstream of(Variant variant, World world) {
        if (variant.upstreamRepository().isEmpty() || variant.upstreamPackage().isEmpty()) {
            return new Missing("spec.upstream needs repo and package");
        }
        if (variant.upstreamWorkspace()
                .filter(workspace -> !workspace.isEmpty())
                .isEmpty()) {
            return new Missing("spec.upstream needs workspaceName, which says which revision of package '"
                    + variant.upstreamPackage() + "' is wanted");
        }
        Optional<String> obstacle = world.obstacle(variant.upstreamRepository());
        if (obstacle.isPresent()) {
            String why = "the upstream cannot be read: " + obstacle.get();
            return world.isRegistered(variant.upstreamRepository()) ? new Unknown(why) : new Missing(why);
        }
        RevisionName name = new RevisionName(
                new PackageName(variant.namespace(), variant.upstreamRepository(), variant.upstreamPackage()),
                variant.upstreamWorkspace().orElse(""));
        Optional<CachedRevision> row = world.find(name);
        if (row.isEmpty() && world.hindered().contains(name.objectName())) {
            return new Unknown("the upstream package revision '" + name.objectName()
                    + "' is not in line; the condition of repository '" + variant.upstreamRepository() + "' says why");
        }
        if (row.isEmpty()) {
            return new Missing("the upstream package revision '" + name.objectName() + "' does not exist");
        }
        if (row.get().isPlaceholder()) {
            return new Missing("the upstream '" + name.objectName()
                    + "' is the head of a package branch, not a revision; name another workspace");
        }
        return row.get().lifecycle().isPublished()
                ? new Found(row.get())
                : new Missing("the upstream package revision '" + name.objectName() + "' is "
                        + row.get().lifecycle().text() + ", not published");
    }

    /** Where {@code downstream} was taken from. */
    static Optional<GitLock> lockOf(CachedRevision downstream) {
        return Kptfile.of(downstream.content()).flatMap(Kptfile::upstreamLock);
    }
}
