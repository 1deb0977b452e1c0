package dev.firedrill.recovery.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.recovery.engine.User;
import dev.firedrill.recovery.fake.EngineFixture;
import dev.firedrill.recovery.fake.Requests;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.Lifecycle;
import dev.firedrill.recovery.model.OwnerReference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissingOwnersTest extends PassLoopFixture {
    @Test
    void an_owner_that_is_not_there_is_kept_and_not_shown_until_it_is_back() {
        OwnerReference dead = owner("config.porch.kpt.dev/v1alpha1", "PackageVariant", "gone", "uid-of-gone");
        OwnerReference other = owner("v1", "ConfigMap", "settings", "uid-of-settings");
        CachedRevision row = new EngineFixture().draft("blue", "upf", "v1");
        cache.insert(row.withMetadata(row.metadata().withOwners(List.of(dead, other))));
        loop.start();
        await(() -> pages.ready(Optional.empty()).good());
        assertThat(owners()).isEmpty();
        // A user who read the revision without its owners and writes it back has not taken them away.
        CachedRevision seen = engine.shown(engine.get("blue.upf.v1"));
        engine.update("blue.upf.v1", Requests.change(seen, Lifecycle.PROPOSED), User.nobody());
        assertThat(engine.get("blue.upf.v1").metadata().owners()).containsExactly(dead, other);
        cluster.objects.add("uid-of-settings");
        awaitPass();
        assertThat(owners()).containsExactly(other);
        cluster.variants.put("gone", variant("gone", "uid-of-gone"));
        awaitPass();
        assertThat(owners()).containsExactly(dead, other);
    }

    private List<OwnerReference> owners() {
        return engine.shown(engine.get("blue.upf.v1")).metadata().owners();
    }

    private static OwnerReference owner(String api, String kind, String name, String uid) {
        return new OwnerReference(api, kind, name, uid, false, false);
    }
}
