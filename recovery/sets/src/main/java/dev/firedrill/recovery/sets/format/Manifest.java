package dev.firedrill.recovery.sets.format;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file that closes a set and is written last. Its SHA-256 is the root hash: it names every metadata file by hash, and each
 * of them names every artefact by hash, so that no byte of the set can change without the root hash changing.
 *
 * @param format always {@link #FORMAT}
 * @param version the version of the layout
 * @param batch the set's batch
 * @param rootId the set's id
 * @param base the id of the set of the same batch that this one builds on; absent when it stands alone
 * @param startedAt when the set was begun
 * @param finishedAt when the last member was taken
 * @param encryptedFor whom the artefacts are encrypted for; empty when they are not
 * @param signer who signed; absent when nobody did
 * @param members in the order in which they were taken, failed ones included
 * @param files every file of the set but artefacts, manifest and signature
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(
        String format,
        int version,
        String batch,
        String rootId,
        @Nullable String base,
        Instant startedAt,
        Instant finishedAt,
        List<KeyReference> encryptedFor,
        @Nullable KeyReference signer,
        List<MemberSummary> members,
        List<FileEntry> files) {
    /** What the files of a set call themselves. */
    public static final String FORMAT = "firedrill-recovery-set";

    /** The layout that this program writes; it reads this one and all before it. */
    public static final int VERSION = 1;

    /**
     * The time within which all members were taken; empty when none was. What was written before it is in all of them, what was
     * written within it may be in some of them only.
     */
    public Optional<Window> jointWindow() {
        List<Window> windows = members.stream()
                .flatMap(member -> Stream.ofNullable(member.window()))
                .toList();
        Optional<Instant> from = windows.stream().map(Window::from).min(Comparator.naturalOrder());
        Optional<Instant> to = windows.stream().map(Window::to).max(Comparator.naturalOrder());
        return from.flatMap(first -> to.map(last -> new Window(first, last)));
    }

    /** Whether every member is in the set. */
    public boolean isComplete() {
        return members.stream().allMatch(member -> member.state() == MemberState.SUCCEEDED);
    }
}
