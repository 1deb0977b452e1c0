package dev.firedrill.recovery.plan;

import dev.firedrill.recovery.model.PackageName;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RevisionName;

/**
 * The object that an action changes.
 *
 * @param repository the Repository that it belongs to
 * @param name the name of the object: of the Repository itself, of a package or of a package revision
 */
public record Subject(String repository, String name) {
    static Subject of(Repository repository) {
        return ofRepository(repository.name());
    }

    static Subject ofRepository(String name) {
        return new Subject(name, name);
    }

    static Subject of(RevisionName revision) {
        return new Subject(revision.repository(), revision.objectName());
    }

    static Subject of(PackageName packageName) {
        return new Subject(packageName.repository(), packageName.rowName());
    }
}
