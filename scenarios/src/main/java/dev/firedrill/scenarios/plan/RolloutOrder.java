package dev.firedrill.scenarios.plan;

/** In which order GitOps brings a cluster's objects back. */
public enum RolloutOrder {
    /** Repositories, then PackageVariants. */
    REPOSITORIES_FIRST,
    /** PackageVariants, then Repositories. */
    VARIANTS_FIRST,
    /** PackageVariants, then Repositories, and last the one that PackageVariants copy from. */
    DOWNSTREAM_FIRST,
    /** In an order drawn from the drill's seed. */
    SHUFFLED
}
