package dev.firedrill.recovery.model;

/**
 * Names a package revision by its package and workspace, which is its identity for as long as it lives.
 *
 * @param packageName the package
 * @param workspace the workspace, unique in the package
 */
public record RevisionName(PackageName packageName, String workspace) {
    /** The {@code metadata.name} of the package revision and the key of its row. */
    public String objectName() {
        return packageName.rowName() + "." + workspace;
    }

    /** The namespace of the repository and so of the package revision. */
    public String namespace() {
        return packageName.namespace();
    }

    /** The name of the repository. */
    public String repository() {
        return packageName.repository();
    }

    @Override
    public String toString() {
        return namespace() + "/" + objectName();
    }
}
