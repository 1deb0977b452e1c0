package dev.firedrill.recovery.sets.status;

import dev.firedrill.recovery.sets.format.Manifest;
import dev.firedrill.recovery.sets.format.MemberState;
import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.status.SetStatus.MemberStatus;
import dev.firedrill.recovery.sets.storage.Storage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the status file of one set up to date while it is taken. */
public final class StatusBoard {
    private final Storage storage;
    private final SetPlace place;
    private final Clock clock;
    private final Consumer<MemberStatus> told;
    private final Map<String, MemberStatus> members = new LinkedHashMap<>();
    private SetState state = SetState.IN_PROGRESS;

    /**
     * For a set that begins now, all of whose members are pending.
     *
     * @param told gets what is new of a member, for whoever watches this process
     */
    public StatusBoard(
            Storage storage, SetPlace place, List<String> aliases, Clock clock, Consumer<MemberStatus> told) {
        this.storage = storage;
        this.place = place;
        this.clock = clock;
        this.told = told;
        aliases.forEach(alias -> members.put(alias, new MemberStatus(alias, MemberState.PENDING, null)));
        write();
    }

    /** Tells how far a member is. */
    public void member(String alias, MemberState memberState, @Nullable String error) {
        MemberStatus status = new MemberStatus(alias, memberState, error);
        members.put(alias, status);
        told.accept(status);
        write();
    }

    /** Tells what the set is. */
    public void set(SetState setState) {
        state = setState;
        write();
    }

    private void write() {
        SetStatus status = new SetStatus(
                Manifest.FORMAT, Manifest.VERSION, state, clock.instant(), new ArrayList<>(members.values()));
        storage.replace(place.statusKey(), SetJson.write(status));
    }
}
