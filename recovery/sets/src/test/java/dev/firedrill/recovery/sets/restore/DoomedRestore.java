package dev.firedrill.recovery.sets.restore;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.codec.Identities;
import dev.firedrill.recovery.sets.format.RootId;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.member.cache.CacheDatabase;
import dev.firedrill.recovery.sets.member.cache.CacheTarget;
import dev.firedrill.recovery.sets.member.git.GitLogin;
import dev.firedrill.recovery.sets.member.git.GitTarget;
import dev.firedrill.recovery.sets.storage.DirectoryStorage;
import dev.firedrill.recovery.sets.storage.Storage;
import dev.firedrill.recovery.sets.support.HookedStorage;
import dev.firedrill.recovery.sets.verify.SetVerifier;
import dev.firedrill.recovery.sets.verify.Trust;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that restores a set and stops dead when it opens its n-th file after all of them were verified. */
final class DoomedRestore {
    static final int DEAD = 137;

    private DoomedRestore() {}

    /** Storage, catalogue, id of the set, folder for git, URL of the database, the file to die at. */
    public static void main(String[] arguments) {
        AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[5]));
        DirectoryStorage plain = new DirectoryStorage(Path.of(arguments[0]));
        Storage doomed = new HookedStorage(plain, step -> {
            if (left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(DEAD);
            }
        });
        Catalogue catalogue = new Catalogue(new DirectoryStorage(Path.of(arguments[1])));
        SetVerifier verifier = new SetVerifier(plain, new Trust(Optional.empty(), catalogue, Set.of()));
        CacheDatabase database = new CacheDatabase(arguments[4], "postgres", Optional.empty(), Optional.empty());
        GitTarget git =
                new GitTarget(name -> arguments[3] + "/" + name + ".git", Set.of(), new GitLogin(Optional.empty()));
        new Restore(doomed, verifier)
                .run(
                        new RestoreRequest(
                                new SetPlace("porch", new RootId(arguments[2])),
                                Map.of("cache", new CacheTarget(database), "git", git),
                                Set.of(),
                                Identities.none()),
                        plan -> {},
                        outcome -> {
                            if (!outcome.validated()) {
                                throw new IllegalStateException(String.join("; ", outcome.remarks()));
                            }
                        });
    }
}
