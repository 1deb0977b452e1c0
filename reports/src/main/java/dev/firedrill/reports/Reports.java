package dev.firedrill.reports;

import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.ResultFile;
import dev.firedrill.reports.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what a drill leaves behind: {@code result.json} and {@code site/index.html} in its folder; renders them again,
 * and merges the folders of several parts of one drill into one.
 */
public final class Reports {
    private Reports() {}

    /** Writes {@code result} and its site into the folder {@code out}; nothing is known to be secret. */
    public static void write(DrillResult result, Path out) {
        write(result, out, new Redactor());
    }

    /** Writes {@code result} and its site into the folder {@code out}, without the secrets that {@code redactor} knows. */
    public static void write(DrillResult result, Path out, Redactor redactor) {
        try (ResultFolder folder = ResultFolder.extended(out)) {
            write(result, folder, redactor);
        }
    }

    /** Writes {@code result} and its site into a folder, without the secrets that {@code redactor} knows. */
    public static void write(DrillResult result, ResultFolder folder, Redactor redactor) {
        DrillResult clean = redactor.redact(result);
        folder.write(ResultFile.NAME, ResultFile.text(clean));
        folder.write(JUnitFile.NAME, JUnitFile.text(clean));
        folder.write(MetricsFile.NAME, MetricsFile.text(clean));
        Site.pages(clean).forEach((page, text) -> folder.write("site/" + page, text));
    }

    /**
     * Merges the results in {@code outs} into the folder {@code into}, which may be one of them, and returns the merged
     * result. One folder is rendered anew.
     *
     * @throws ShardsDoNotMatch when the folders are not parts of one drill
     * @throws NotOurs when {@code into} holds something that Firedrill did not write where it would write
     */
    public static DrillResult merge(List<Path> outs, Path into) {
        List<ShardResult> shards = ResultMerge.read(outs);
        try (ResultFolder folder = isOneOf(outs, into) ? ResultFolder.extended(into) : ResultFolder.renewed(into)) {
            DrillResult merged = ResultMerge.merge(shards, folder);
            write(merged, folder, new Redactor());
            return merged;
        }
    }

    private static boolean isOneOf(List<Path> outs, Path into) {
        return outs.stream().anyMatch(out -> real(out).equals(real(into)));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            return path.toAbsolutePath().normalize();
        }
    }
}
