package dev.firedrill.environments.docker;

import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which image each product is run from. Later ones win: the file of this package, a file of the user's, the environment,
 * system properties, what the caller gives. A mirror's prefix goes before the defaults only: who names an image himself
 * names it whole.
 */
public final class Images {
    /** Names a properties file of the user's with the same keys as the file of this package. */
    static final String FILE = "firedrill.images";
    /** The key of what to put before each default image, such as a mirror's host name and project. */
    static final String PREFIX = "prefix";

    private static final String ONE = "firedrill.image.";
    private static final String DEFAULTS = "images.properties";

    /** The products that have an image. */
    public enum Of {
        K3S,
        GITEA,
        POSTGRES,
        TOXIPROXY,
        RYUK;

        /** The product's key, as in {@code --image k3s=…}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An image as configured.
     *
     * @param written how it was written: with its tag, which tells a person the version, also beside a digest
     * @param substitute an image built here that does instead when {@code written} is not on this machine; {@code null}
     *     when there is none or the user named the image
     */
    record Choice(String written, @Nullable String substitute) {
        /** What to run. Testcontainers reads either a tag or a digest; the digest is the stricter of the two. */
        String name() {
            return written.replaceFirst(":[^:/@]+@", "@");
        }
    }

    private final Map<String, String> given;
    private final Properties defaults;
    private final String prefix;

    private Images(Map<String, String> given, Properties defaults, String prefix) {
        this.given = given;
        this.defaults = defaults;
        this.prefix = prefix;
    }

    /** The images as this process's system properties and environment have them. */
    public static Images configured() {
        return configured(Map.of());
    }

    /**
     * As above, with images that the caller names.
     *
     * @param named product key to image; {@code prefix} to what goes before the defaults
     * @throws IllegalArgumentException when a key is not known, or an image is not a name
     */
    public static Images configured(Map<String, String> named) {
        return of(named, System.getProperties(), System.getenv());
    }

    static Images of(Map<String, String> named, Properties system, Map<String, String> environment) {
        Properties defaults = new Properties();
        try (InputStream text = Images.class.getResourceAsStream(DEFAULTS)) {
            defaults.load(text);
        } catch (IOException | NullPointerException missing) {
            throw new EnvironmentFailure("The list of images is not in this build of Firedrill", missing);
        }
        Map<String, String> given = new TreeMap<>();
        String file = setting(FILE, system, environment);
        if (file != null) {
            readInto(given, Path.of(file));
        }
        for (String key : keys()) {
            String one = setting(ONE + key, system, environment);
            if (one != null) {
                given.put(key, one);
            }
        }
        given.putAll(named);
        given.forEach(Images::require);
        String prefix = given.get(PREFIX);
        return new Images(given, defaults, prefix == null ? "" : prefix.replaceAll("/+$", "") + "/");
    }

    Choice choice(Of product) {
        String own = given.get(product.key());
        if (own != null) {
            return new Choice(own, null);
        }
        return new Choice(
                prefix + defaults.getProperty(product.key()), defaults.getProperty(product.key() + ".substitute"));
    }

    private static @Nullable String setting(String name, Properties system, Map<String, String> environment) {
        String property = system.getProperty(name);
        String value = property != null
                ? property
                : environment.get(name.toUpperCase(Locale.ROOT).replace('.', '_'));
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static void readInto(Map<String, String> given, Path file) {
        Properties read = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(text);
        } catch (IOException unreadable) {
            throw new EnvironmentFailure(
                    "The list of images " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
        read.stringPropertyNames().forEach(key -> given.put(key, read.getProperty(key)));
    }

    private static void require(String key, String image) {
        if (!keys().contains(key)) {
            throw new IllegalArgumentException(
                    "No image has the key '" + key + "': known are " + String.join(", ", keys()));
        }
        if (!image.matches("[a-z0-9][A-Za-z0-9._:/@-]*")) {
            throw new IllegalArgumentException(
                    "'" + image + "' does not name an image for " + key + "; give one such as name:tag");
        }
    }

    private static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        for (Of product : Of.values()) {
            keys.add(product.key());
        }
        keys.add(PREFIX);
        return keys;
    }
}
