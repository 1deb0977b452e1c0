package dev.firedrill.recovery.model;

/**
 * Names a package: a directory of a repository that holds a Kptfile.
 *
 * @param namespace the Kubernetes namespace of the repository
 * @param repository the repository's name, an RFC 1123 label and so without dots
 * @param path the package's path below the repository's directory, with slashes, such as {@code networking/upf}
 */
public record PackageName(String namespace, String repository, String path) {
    /** The last segment of the path. */
    public String leaf() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path without its last segment; empty at the root. */
    public String parent() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The key of the package's row: repository and path joined by dots. */
    public String rowName() {
        return repository + "." + path.replace('/', '.');
    }

    @Override
    public String toString() {
        return namespace + "/" + rowName();
    }
}
