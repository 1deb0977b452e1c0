package dev.firedrill.recovery.sets.support;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.firedrill.recovery.sets.artefact.ArtefactWriter;
import dev.firedrill.recovery.sets.format.Compression;
import dev.firedrill.recovery.sets.format.MemberKind;
import dev.firedrill.recovery.sets.format.Window;
import dev.firedrill.recovery.sets.member.Member;
import dev.firedrill.recovery.sets.member.Taken;
import dev.firedrill.recovery.sets.storage.Content;
import java.time.Instant;
import java.util.List;

/** A member that needs no store. */
public record SmallMember(MemberKind kind, int artefacts) implements Member {
    @Override
    public Taken take(ArtefactWriter writer) {
        for (int i = 0; i < artefacts; i++) {
            writer.writeChanged("a" + i, Compression.NONE, Content.of(new byte[] {1, 2, 3, (byte) i}));
        }
        return new Taken(Window.moment(Instant.EPOCH), JsonNodeFactory.instance.objectNode(), List.of());
    }
}
