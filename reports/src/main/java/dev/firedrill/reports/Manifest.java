package dev.firedrill.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of the files that Firedrill wrote into a folder. In the form that {@code sha256sum --check} reads; a file that
 * was begun and not finished has a dash in the place of its hash.
 */
final class Manifest {
    /** The file's name. */
    static final String NAME = "firedrill-files.txt";

    static final String HEADER = "# Firedrill wrote these files, and will replace or remove them and no others.";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}|-)  (.+)");

    private final Path folder;
    private final Map<String, Optional<String>> hashes;

    private Manifest(Path folder, Map<String, Optional<String>> hashes) {
        this.folder = folder;
        this.hashes = hashes;
    }

    /**
     * Reads the manifest of {@code folder}; without one, nothing is Firedrill's.
     *
     * @throws NotOurs when a file of that name is none
     */
    static Manifest read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        Map<String, Optional<String>> hashes = new LinkedHashMap<>();
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Manifest(folder, hashes);
        }
        List<String> lines = lines(file);
        // A disk that was full from the start leaves it without a word.
        if (lines.isEmpty() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == 0) {
            return new Manifest(folder, hashes);
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || lines.isEmpty()
                || !lines.get(0).equals(HEADER)) {
            throw new NotOurs(folder, file, "is no list of files that Firedrill wrote");
        }
        for (String line : lines.subList(1, lines.size())) {
            Matcher entry = LINE.matcher(line);
            // A line that a kill tore names no file that was written: it is noted before the file is.
            if (entry.matches() && isBelow(folder, entry.group(2))) {
                hashes.put(entry.group(2), Optional.of(entry.group(1)).filter(hash -> !hash.equals("-")));
            }
        }
        return new Manifest(folder, hashes);
    }

    static String line(String path, Optional<String> hash) {
        return hash.orElse("-") + "  " + path + "\n";
    }

    /** Where a file is written before it takes its place. */
    static Path draftOf(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    boolean holds(String path) {
        return hashes.containsKey(path);
    }

    Set<String> paths() {
        return Set.copyOf(hashes.keySet());
    }

    void add(String path) {
        hashes.put(path, Optional.empty());
    }

    void forgetAll() {
        hashes.clear();
    }

    /** Whether a file of Firedrill is below the folder at {@code path}. */
    boolean reachesInto(String path) {
        return hashes.keySet().stream().anyMatch(file -> file.startsWith(path + "/"));
    }

    /** Whether the file at {@code path} is as Firedrill left it, or was left unfinished. */
    boolean proves(String path) throws IOException {
        String finished = path.endsWith(".part") ? path.substring(0, path.length() - ".part".length()) : path;
        Optional<String> hash = hashes.getOrDefault(path, Optional.empty());
        boolean known = hashes.containsKey(path) || hashes.containsKey(finished);
        return known && (hash.isEmpty() || hash.equals(Optional.of(hashOf(folder.resolve(path)))));
    }

    /** The whole manifest with the hashes of what is there now. */
    String hashed() throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        for (String path : new ArrayList<>(hashes.keySet())) {
            Path file = folder.resolve(path);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                text.append(line(path, Optional.of(hashOf(file))));
            }
        }
        return text.toString();
    }

    /** A manifest that somebody else wrote must not lead out of its folder. */
    private static boolean isBelow(Path folder, String path) {
        return !Path.of(path).isAbsolute()
                && folder.resolve(path).normalize().startsWith(folder.normalize())
                && !path.contains("..");
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        } catch (MalformedInputException otherText) {
            return List.of();
        }
    }

    private static String hashOf(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file);
                DigestInputStream digest = new DigestInputStream(stream, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
