package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.port.Cluster;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether published rows that git does not have may go. A repository that came back empty, or much too old, looks exactly
 * like one in which a user deleted a lot, so that a large removal waits for an operator, who confirms these very rows.
 */
final class Removals {
    private static final int TOKEN_LENGTH = 16;

    private final Repository repository;
    private final double threshold;
    private final Consent consent;
    private final boolean awaited;

    /** @param awaited whether a removal has been waiting already, so that it stays one however many rows there are now */
    Removals(Repository repository, double threshold, Consent consent, boolean awaited) {
        this.repository = repository;
        this.threshold = threshold;
        this.consent = consent;
        this.awaited = awaited;
    }

    /**
     * Whether {@code missing} of {@code published} rows may be removed.
     *
     * @param directories the packages that are on the package branch
     */
    boolean mayGo(List<CachedRevision> missing, int published, Set<PackageName> directories) {
        return !isLarge(missing, published, directories) || confirmed().equals(Optional.of(token(missing)));
    }

    boolean isLarge(List<CachedRevision> missing, int published, Set<PackageName> directories) {
        boolean unasked =
                missing.stream().anyMatch(row -> row.metadata().deletedAt().isEmpty())
                        && !isCutShort(missing, directories);
        return unasked && (awaited || missing.size() == published || missing.size() > threshold * published);
    }

    /** A deletion takes the tag first and leaves the directory; a process killed in between leaves just that behind. */
    private static boolean isCutShort(List<CachedRevision> missing, Set<PackageName> directories) {
        return missing.size() == 1
                && missing.get(0).lifecycle() == Lifecycle.DELETION_PROPOSED
                && directories.contains(missing.get(0).name().packageName());
    }

    boolean isAwaited() {
        return awaited;
    }

    /** The token that was given, on the command line or on the Repository. */
    Optional<String> confirmed() {
        return Optional.ofNullable(consent.confirmedRemovals().get(repository.name()))
                .or(() -> Optional.ofNullable(repository.annotations().get(Cluster.CONFIRM_REMOVAL)));
    }

    /** A hash over the names and commits that are to go, so that consent to one removal never serves for another. */
    static String token(List<CachedRevision> missing) {
        StringBuilder text = new StringBuilder();
        missing.stream()
                .map(row -> row.name().objectName() + " " + row.lock().commit() + "\n")
                .sorted()
                .forEach(text::append);
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, TOKEN_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    String question(List<CachedRevision> missing, int published) {
        return missing.size() + " of " + published + " published revisions of Repository '" + repository.name()
                + "' are not in git any more and are kept until their removal is confirmed; restore git, or run"
                + " 'firedrill recover --confirm-removal " + repository.name() + "=" + token(missing) + "'.";
    }
}
