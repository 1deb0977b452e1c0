package dev.firedrill.recovery.sets.create;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.codec.Recipients;
import dev.firedrill.recovery.sets.format.MemberKind;
import dev.firedrill.recovery.sets.format.RootId;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.storage.DirectoryStorage;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.support.HookedStorage;
import dev.firedrill.recovery.sets.support.SmallMember;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that takes or removes a set and stops dead at one of its steps, without any of Java's own cleaning up. */
final class DoomedProcess {
    static final int DEAD = 137;

    private DoomedProcess() {}

    /** Storage, catalogue, the step to die at (counted from 1), the number of artefacts, and the set to remove, if any. */
    public static void main(String[] arguments) {
        AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[2]));
        Storage storage = hooked(arguments[0], left);
        Catalogue catalogue = new Catalogue(hooked(arguments[1], left));
        if (arguments.length > 4) {
            new SetRemoval(storage, catalogue).remove(new SetPlace("porch", new RootId(arguments[4])));
        } else {
            SmallMember member = new SmallMember(MemberKind.GIT, Integer.parseInt(arguments[3]));
            BackupRequest request =
                    new BackupRequest("porch", Map.of("git", member), Recipients.none(), Optional.empty(), false, 1);
            BackupResult result = new Backup(storage, catalogue, Clock.systemUTC()).create(request, status -> {});
            System.out.println(result.place().root() + " " + result.rootHash());
            System.out.flush();
        }
    }

    private static Storage hooked(String folder, AtomicInteger left) {
        return new HookedStorage(new DirectoryStorage(Path.of(folder)), step -> {
            if (!step.startsWith("open") && left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(DEAD);
            }
        });
    }
}
