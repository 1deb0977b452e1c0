package dev.firedrill.conformance.git;

import dev.firedrill.conformance.Deviation;

/** What a git server may do in another way than the suite expects. */
public enum GitDeviation implements Deviation {
    /** Names of repositories with letters of other scripts are refused, and refused as other bad names are. */
    ASCII_NAMES
}
