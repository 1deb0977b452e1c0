package dev.firedrill.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Copies what parts of a drill kept beside their results into one folder. Nothing is overwritten: a file whose name is
 * taken by another content goes below a folder (evidence) or a prefix (Allure) named after its part.
 */
final class FolderMerge {
    private static final String ALLURE = "allure-results";
    private static final String EVIDENCE = "evidence";

    private final ResultFolder into;

    private FolderMerge(ResultFolder into) {
        this.into = into;
    }

    static FolderMerge into(ResultFolder into) {
        return new FolderMerge(into);
    }

    /** Copies the files of {@code shard} and returns it with its evidence where it lies now. */
    ShardResult take(ShardResult shard) {
        for (String file : filesBelow(shard.out(), ALLURE)) {
            copy(
                    shard.out(),
                    file,
                    ALLURE + "/" + shard.name() + "-"
                            + file.substring(ALLURE.length() + 1).replace('/', '-'));
        }
        Map<String, String> moved = new HashMap<>();
        for (String file : filesBelow(shard.out(), EVIDENCE)) {
            moved.put(file, copy(shard.out(), file, EVIDENCE + "/" + shard.name() + file.substring(EVIDENCE.length())));
        }
        return shard.withEvidenceAt(moved);
    }

    /** Copies to the same name, or to {@code otherwise} when that is taken; returns where it went. */
    private String copy(Path out, String file, String otherwise) {
        String target = file;
        try {
            for (int i = 1; !free(out.resolve(file), into.path().resolve(target)); i++) {
                target = i == 1 ? otherwise : otherwise + "." + i;
            }
            if (!Files.exists(into.path().resolve(target))) {
                Files.copy(out.resolve(file), into.claim(target));
            }
            return target;
        } catch (IOException e) {
            throw new ResultsNotWritten(into.path().resolve(target), e);
        }
    }

    private static boolean free(Path source, Path target) throws IOException {
        return !Files.exists(target) || Files.isRegularFile(target) && Files.mismatch(source, target) < 0;
    }

    /** The regular files below a folder, relative to {@code out}; links are left behind, they may lead anywhere. */
    private static List<String> filesBelow(Path out, String folder) {
        Path root = out.resolve(folder);
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> out.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ShardsDoNotMatch(root + " cannot be read (" + e.getMessage() + ")");
        }
    }
}
