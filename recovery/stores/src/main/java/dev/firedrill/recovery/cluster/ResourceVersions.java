package dev.firedrill.recovery.cluster;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Notices that the control plane went back in time, by its resource versions. These are opaque in theory and numbers in
 * practice; a version that is no number says nothing. Not for several threads.
 */
public final class ResourceVersions {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private String latest = "0";

    /**
     * Takes note of the version of the latest look.
     *
     * @return the version from which the control plane went back to this one; empty when it did not
     */
    public Optional<String> observe(String version) {
        if (!NUMBER.matcher(version).matches()) {
            return Optional.empty();
        }
        String before = latest;
        latest = version;
        return Long.parseLong(version) < Long.parseLong(before) ? Optional.of(before) : Optional.empty();
    }
}
