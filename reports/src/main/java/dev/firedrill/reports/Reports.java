package dev.firedrill.reports;

import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.ResultFile;
import dev.firedrill.reports.site.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

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
        DrillResult clean = redactor.redact(result);
        writeWhole(out.resolve(ResultFile.NAME), ResultFile.text(clean));
        for (Map.Entry<String, String> page : Site.pages(clean).entrySet()) {
            writeWhole(out.resolve("site").resolve(page.getKey()), page.getValue());
        }
    }

    /**
     * Merges the results in {@code outs} into the folder {@code into}, which may be one of them, and returns the merged
     * result. One folder is rendered anew.
     *
     * @throws ShardsDoNotMatch when the folders are not parts of one drill
     */
    public static DrillResult merge(List<Path> outs, Path into) {
        DrillResult merged = ResultMerge.merge(outs, into);
        write(merged, into);
        return merged;
    }

    // A reader, or a second drill that was killed, never sees half a file.
    private static void writeWhole(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".part");
            Files.writeString(draft, text, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ResultsNotWritten(file, e);
        }
    }
}
