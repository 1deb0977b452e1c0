package dev.firedrill.recovery.variant;

import static dev.firedrill.recovery.variant.VariantFixture.following;
import static dev.firedrill.recovery.variant.VariantFixture.variant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.engine.Kptfile;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.GitLock;
import dev.firedrill.recovery.model.Variant;
import dev.firedrill.recovery.model.VariantStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PackageVariants whose upstream is a tag such as {@code upf/v3.0.0}, which has no number to compare. */
class SemanticUpstreamTest {
    private static final String FIRST = "edge.site.upf.packagevariant-1";
    private static final String SECOND = "edge.site.upf.packagevariant-2";

    private final VariantFixture fixture = new VariantFixture();
    private final Variant variant = following(variant("uid-1"), "v3.0.0");

    @BeforeEach
    void publishUpstream() {
        CachedRevision numbered = fixture.stores.published("blue", "upf", "v1");
        fixture.stores.semantic(numbered, "v3.0.0");
        fixture.stores.semantic(numbered, "v3.1.0");
    }

    private String madeFrom(String name) {
        return Kptfile.of(fixture.row(name).content())
                .flatMap(Kptfile::upstreamLock)
                .map(GitLock::ref)
                .orElse("nothing");
    }

    @Test
    void what_was_made_from_it_follows_it() {
        VariantStatus status = fixture.settled(variant);
        assertThat(status.ready()).as(status.message()).isTrue();
        assertThat(madeFrom(FIRST)).isEqualTo("upf/v3.0.0");
        fixture.publish(FIRST);
        assertThat(fixture.settled(variant).ready()).isTrue();
        assertThat(fixture.downstream()).containsExactly("site/upf/packagevariant-1 Published");
    }

    @Test
    void another_version_gives_an_upgrade_draft() {
        fixture.settle(variant);
        fixture.publish(FIRST);
        assertThat(fixture.settled(following(variant, "v3.1.0")).ready()).isTrue();
        assertThat(madeFrom(SECOND)).isEqualTo("upf/v3.1.0");
    }

    @Test
    void a_number_and_a_version_are_not_taken_for_each_other() {
        fixture.settle(variant);
        fixture.publish(FIRST);
        assertThat(fixture.settled(following(variant, "v1")).ready()).isTrue();
        assertThat(madeFrom(SECOND)).isEqualTo("upf/v1");
    }
}
