package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.catalogue.Catalogue;
import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.signature.PublicKeyLine;
import dev.firedrill.recovery.sets.verify.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What tells a true set from another one. */
public final class TrustOptions {
    @Option(
            names = "--root-hash",
            paramLabel = "HASH",
            description = "The root hash that the backup printed; needed where the catalogue does not know the set.")
    private @Nullable String rootHash;

    @Option(
            names = "--trusted-key",
            paramLabel = "FILE",
            description = "A public key of OpenSSH (ssh-ed25519); the set has to be signed by one of those given.")
    private List<Path> trustedKeys = new ArrayList<>();

    Trust trust(Catalogue catalogue) {
        Set<PublicKeyLine> keys = new HashSet<>();
        trustedKeys.forEach(file -> keys.add(read(file)));
        return new Trust(Optional.ofNullable(rootHash), catalogue, keys);
    }

    private static PublicKeyLine read(Path file) {
        try {
            return PublicKeyLine.parse(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new SetRefused("the trusted key " + file + " cannot be used: " + e.getMessage()
                    + "; give a file that ends in .pub");
        }
    }
}
