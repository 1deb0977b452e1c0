package dev.firedrill.cli;

import java.util.Map;

/** Names deliberately wrong recoveries; a service, because what is shipped holds none. */
public interface BrokenRecoveryCatalogue {
    /** What each does wrong, as a sentence without its subject, by its name, in the order of the list. */
    Map<String, String> mistakes();
}
