package dev.firedrill.recovery.port;

import dev.firedrill.recovery.model.ClusterView;
import dev.firedrill.recovery.model.OwnerReference;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.RepositoryStatus;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.model.VariantStatus;
import java.util.Optional;

/**
 * The control plane. Methods throw {@link ClusterUnavailable} when it does not answer or lacks a CRD; those that write into an
 * object throw {@link ClusterRefused} when it does not accept that for this object.
 */
public interface Cluster {
    /** The finalizer that Porch puts on Repositories. */
    String REPOSITORY_FINALIZER = "config.porch.kpt.dev/repository";

    /** The finalizer that Porch puts on PackageVariants. */
    String VARIANT_FINALIZER = "config.porch.kpt.dev/packagevariants";

    /** Where an operator may confirm a removal on the Repository itself; the value is the token. */
    String CONFIRM_REMOVAL = "recovery.firedrill.dev/confirm-removal";

    /** The namespace that this recovery works in. */
    String namespace();

    /** One consistent look at the Repositories and PackageVariants; invalid objects are listed apart. */
    ClusterView look();

    /** Whether the control plane has the object that a reference names, under the UID that it names. */
    boolean isThere(OwnerReference owner);

    /** User name and password (or token with an empty user name) out of a Secret; empty when it is not there. */
    Optional<Credentials> credentials(String secretName);

    /** Writes the Repository's status if it says something else than the present one, its time apart. */
    void report(Repository repository, RepositoryStatus status);

    /** Writes into the status of a Repository that {@link ClusterView#invalid} names why it cannot be used. */
    void reportInvalid(String repository, String message);

    /** Writes the PackageVariant's conditions if they say something else. */
    void report(Variant variant, VariantStatus status);

    /** Adds our finalizer if it is not there. */
    void hold(Repository repository);

    /** Removes our finalizer, which lets a deletion go through. */
    void release(Repository repository);

    /** Adds our finalizer if it is not there. */
    void hold(Variant variant);

    /** Removes our finalizer, which lets a deletion go through. */
    void release(Variant variant);

    /** Calls {@code wake} soon after anything changed; a lost watch is only a delay, never an error. */
    AutoCloseable onChange(Runnable wake);
}
