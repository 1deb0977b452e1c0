package dev.firedrill.model;

/** The three stores over which the system's truth is spread. */
public enum Store {
    /** The Kubernetes API: Repositories, PackageVariants, PackageVariantSets. */
    CONTROL_PLANE("controlPlane", "control plane"),
    /** The git server: published package revisions. */
    GIT("git", "git"),
    /** The package cache in PostgreSQL: all package revisions with their metadata. */
    DATABASE("database", "package cache");

    private final String key;
    private final String title;

    Store(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /** The name of this store in result files. */
    public String key() {
        return key;
    }

    /** The name of this store in sentences. */
    public String title() {
        return title;
    }
}
