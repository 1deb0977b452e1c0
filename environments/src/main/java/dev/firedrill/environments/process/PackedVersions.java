package dev.firedrill.environments.process;

import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The versions of the products that this build of Firedrill packs. */
public final class PackedVersions {
    private static final String FILE = "binaries.properties";

    private PackedVersions() {}

    /**
     * The version of one product.
     *
     * @param product its name in {@code binaries.properties}, such as {@code postgresql}
     */
    public static String of(String product) {
        try (InputStream text = PackedVersions.class.getResourceAsStream(FILE)) {
            Properties versions = new Properties();
            if (text != null) {
                versions.load(text);
            }
            String version = versions.getProperty(product);
            if (version == null) {
                throw new EnvironmentFailure("This build of Firedrill does not tell its version of " + product
                        + "; build it again with Maven");
            }
            return version;
        } catch (IOException unreadable) {
            throw new EnvironmentFailure(
                    "The file " + FILE + " of this build cannot be read; build it again", unreadable);
        }
    }
}
