package dev.firedrill.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.util.Optional;
import java.util.jar.Manifest;

/** What this Firedrill was built from, as the manifest of its jar says. */
final class Build {
    private static final String ENTRY = "Implementation-Revision";

    private Build() {}

    /** Its git commit, with {@code -dirty} where files had been changed; empty when it was built outside of git. */
    static Optional<String> commit() {
        URL jar = Build.class.getProtectionDomain().getCodeSource().getLocation();
        try (InputStream stream =
                URI.create("jar:" + jar + "!/META-INF/MANIFEST.MF").toURL().openStream()) {
            return Optional.ofNullable(new Manifest(stream).getMainAttributes().getValue(ENTRY))
                    .filter(commit -> commit.matches("[0-9a-f]{7,40}(-dirty)?"));
        } catch (IOException noJar) {
            return Optional.empty();
        }
    }
}
