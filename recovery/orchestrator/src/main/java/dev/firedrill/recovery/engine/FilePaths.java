package dev.firedrill.recovery.engine;

import dev.firedrill.recovery.model.PackageContent;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What may stand in a package: paths that stay in it, texts that every store can hold. */
final class FilePaths {
    private static final int LONGEST_PATH = 1024;
    private static final int LARGEST_PACKAGE = 8 * 1024 * 1024;

    private FilePaths() {}

    static PackageContent checked(Map<String, String> files) {
        if (!files.containsKey(Kptfile.FILE)) {
            throw Refused.invalid("spec.resources has no Kptfile, and a directory without one is no package");
        }
        if (Kptfile.parse(files.getOrDefault(Kptfile.FILE, "")).isEmpty()) {
            throw Refused.invalid("the Kptfile in spec.resources is not a YAML mapping of Kptfile's shape");
        }
        SortedMap<String, String> sorted = new TreeMap<>(files);
        long size = 0;
        for (Map.Entry<String, String> file : sorted.entrySet()) {
            requirePath(file.getKey(), sorted);
            requireText(file.getKey(), file.getValue());
            size += file.getValue().length();
        }
        if (size > LARGEST_PACKAGE) {
            throw Refused.invalid("spec.resources is larger than " + LARGEST_PACKAGE + " characters");
        }
        return new PackageContent(sorted);
    }

    private static void requirePath(String path, SortedMap<String, String> files) {
        if (path.length() > LONGEST_PATH || path.indexOf('\\') >= 0) {
            throw unusable(path);
        }
        for (int i = 0; i < path.length(); i++) {
            if (Character.isISOControl(path.charAt(i))) {
                throw unusable(path);
            }
        }
        for (String segment : path.split("/", -1)) {
            boolean climbs = segment.isEmpty() || segment.equals(".") || segment.equals("..");
            if (climbs || segment.equalsIgnoreCase(".git") || !isUnicode(segment)) {
                throw unusable(path);
            }
        }
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            if (files.containsKey(path.substring(0, slash))) {
                throw Refused.invalid("spec.resources has " + Names.quoted(path.substring(0, slash))
                        + " as a file and as a directory");
            }
        }
    }

    private static void requireText(String path, String text) {
        if (text.indexOf('\0') >= 0 || !isUnicode(text)) {
            throw Refused.invalid("the file " + Names.quoted(path)
                    + " in spec.resources is not text: the package cache cannot hold NUL or broken Unicode");
        }
    }

    private static boolean isUnicode(String text) {
        CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
        return encoder.canEncode(text);
    }

    private static Refused unusable(String path) {
        return Refused.invalid("the path " + Names.quoted(path)
                + " in spec.resources is not a plain relative path inside of the package");
    }
}
