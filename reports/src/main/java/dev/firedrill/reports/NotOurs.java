package dev.firedrill.reports;

import java.nio.file.Path;

/**
 * The folder for results holds something that Firedrill does not prove to have written, in a place that it would write
 * to. Nothing was touched. The message is one sentence for the user, who has to name another folder.
 */
public final class NotOurs extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotOurs(Path folder, Path foreign, String what) {
        super(foreign + " " + what + "; nothing was removed from " + folder
                + ": name another folder for results, or move that away yourself");
    }
}
