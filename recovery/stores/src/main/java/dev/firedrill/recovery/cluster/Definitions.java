package dev.firedrill.recovery.cluster;

import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;

/** The kinds that the recovery reads. */
final class Definitions {
    static final String GROUP = "config.porch.kpt.dev";
    static final ResourceDefinitionContext REPOSITORY = context("Repository", "repositories");
    static final ResourceDefinitionContext VARIANT = context("PackageVariant", "packagevariants");
    static final ResourceDefinitionContext VARIANT_SET = new ResourceDefinitionContext.Builder()
            .withGroup(GROUP)
            .withVersion("v1alpha2")
            .withKind("PackageVariantSet")
            .withPlural("packagevariantsets")
            .withNamespaced(true)
            .build();

    private Definitions() {}

    private static ResourceDefinitionContext context(String kind, String plural) {
        return new ResourceDefinitionContext.Builder()
                .withGroup(GROUP)
                .withVersion("v1alpha1")
                .withKind(kind)
                .withPlural(plural)
                .withNamespaced(true)
                .build();
    }
}
