package dev.firedrill.recovery.sets.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a member says of itself: {@code <alias>/metadata.json}.
 *
 * @param format always {@link Manifest#FORMAT}
 * @param version the version of the layout
 * @param alias its folder in the set
 * @param kind which store it is from
 * @param window when it was taken
 * @param artefacts every other file in its folder
 * @param details what this kind of member needs for being restored
 */
public record MemberMetadata(
        String format,
        int version,
        String alias,
        MemberKind kind,
        Window window,
        List<ArtefactEntry> artefacts,
        ObjectNode details) {
    /** The artefact at {@code path}. */
    public Optional<ArtefactEntry> artefact(String path) {
        return artefacts.stream().filter(entry -> entry.path().equals(path)).findFirst();
    }
}
