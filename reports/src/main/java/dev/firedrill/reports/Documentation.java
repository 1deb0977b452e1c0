package dev.firedrill.reports;

import dev.firedrill.reports.catalogue.Catalogue;
import dev.firedrill.reports.site.CatalogueSite;
import java.nio.file.Path;

/** Writes the living documentation of what can be drilled, without a drill. */
public final class Documentation {
    private Documentation() {}

    /**
     * Writes {@code site/} into the folder {@code out}.
     *
     * @throws dev.firedrill.reports.NotOurs when {@code out} holds something that Firedrill did not write where it would write
     */
    public static void write(Catalogue catalogue, Path out) {
        try (ResultFolder folder = ResultFolder.renewed(out)) {
            CatalogueSite.pages(catalogue).forEach((page, text) -> folder.write("site/" + page, text));
        }
    }
}
