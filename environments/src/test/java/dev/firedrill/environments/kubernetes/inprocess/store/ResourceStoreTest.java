package dev.firedrill.environments.kubernetes.inprocess.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResourceStoreTest {
    private static final Scope WIDGETS = new Scope("widgets", "");

    private final ResourceStore store = new ResourceStore(3);

    @Test
    void every_change_raises_the_one_counter() {
        assertThat(put("a", "n", 1).revision()).isEqualTo(1);
        assertThat(put("b", "n", 1).revision()).isEqualTo(2);
        remove("a", "n");
        assertThat(store.revision()).isEqualTo(3);
        remove("a", "n");
        assertThat(store.revision()).as("nothing was removed").isEqualTo(3);
    }

    @Test
    void an_object_says_its_revision() {
        assertThat(put("a", "n", 1).body().at("/metadata/resourceVersion").asText())
                .isEqualTo("1");
    }

    @Test
    void a_list_keeps_to_its_scope_and_to_the_order_of_keys() {
        put("b", "n", 1);
        put("a", "n", 1);
        put("a", "m", 1);
        store.transact(steps -> steps.put(new ObjectKey("widgetsets", "n", "x"), body(1)));
        assertThat(names(store.list(WIDGETS))).containsExactly("m/a", "n/a", "n/b");
        assertThat(names(store.list(new Scope("widgets", "n")))).containsExactly("n/a", "n/b");
    }

    @Test
    void an_earlier_revision_is_listed_as_it_was() {
        put("a", "n", 1);
        put("b", "n", 1);
        put("a", "n", 2);
        remove("b", "n");
        StoreListing then = store.listAt(WIDGETS, 2).orElseThrow();
        assertThat(names(then)).containsExactly("n/a", "n/b");
        assertThat(then.objects().get(0).body().path("value").asInt()).isEqualTo(1);
        assertThat(then.revision()).isEqualTo(2);
    }

    @Test
    void what_is_compacted_or_in_the_future_cannot_be_listed() {
        for (int i = 0; i < 5; i++) {
            put("a", "n", i);
        }
        assertThat(store.listAt(WIDGETS, 1)).isEmpty();
        assertThat(store.listAt(WIDGETS, 2)).isPresent();
        assertThat(store.listAt(WIDGETS, 6)).isEmpty();
    }

    @Test
    void a_follower_is_told_what_it_missed_and_what_comes() {
        put("a", "n", 1);
        put("b", "n", 1);
        Notes notes = new Notes();
        List<ObjectChange> missed = store.followSince(1, WIDGETS, notes).orElseThrow();
        put("c", "n", 1);
        assertThat(missed).extracting(ObjectChange::revision).containsExactly(2L);
        assertThat(notes.told).extracting(ObjectChange::revision).containsExactly(3L);
    }

    @Test
    void who_comes_too_late_is_not_served() {
        for (int i = 0; i < 5; i++) {
            put("a", "n", i);
        }
        assertThat(store.followSince(1, WIDGETS, new Notes())).isEmpty();
        assertThat(store.compactedAt()).isEqualTo(2);
    }

    @Test
    void a_restore_takes_the_counter_back_and_cuts_followers_off() {
        put("a", "n", 1);
        SavedState saved = store.save();
        String before = store.incarnation();
        put("a", "n", 2);
        put("b", "n", 1);
        Notes notes = new Notes();
        store.follow(WIDGETS, notes);

        store.restore(saved);

        assertThat(store.revision()).isEqualTo(1);
        assertThat(names(store.list(WIDGETS))).containsExactly("n/a");
        assertThat(store.incarnation()).isNotEqualTo(before);
        assertThat(notes.isCutOff).isTrue();
        assertThat(store.followSince(0, WIDGETS, notes)).as("history is gone").isEmpty();
        assertThat(put("b", "n", 1).revision()).isEqualTo(2);
        assertThat(notes.told).isEmpty();
    }

    @Test
    void a_saved_state_survives_what_comes_after_its_restore() {
        put("a", "n", 1);
        SavedState saved = store.save();
        store.restore(saved);
        put("a", "n", 2);
        store.restore(saved);
        assertThat(store.get(key("a", "n")).orElseThrow().body().path("value").asInt())
                .isEqualTo(1);
    }

    @Test
    void a_reset_begins_at_the_beginning() {
        put("a", "n", 1);
        String before = store.incarnation();
        store.reset(steps -> steps.put(key("first", "n"), body(1)));
        assertThat(names(store.list(WIDGETS))).containsExactly("n/first");
        assertThat(store.revision()).isEqualTo(1);
        assertThat(store.incarnation()).isNotEqualTo(before);
    }

    private StoredObject put(String name, String namespace, int value) {
        return store.transact(steps -> steps.put(key(name, namespace), body(value)));
    }

    private void remove(String name, String namespace) {
        store.transact(steps -> {
            steps.remove(key(name, namespace));
            return Optional.empty();
        });
    }

    private static ObjectKey key(String name, String namespace) {
        return new ObjectKey("widgets", namespace, name);
    }

    private static ObjectNode body(int value) {
        return JsonNodeFactory.instance.objectNode().put("value", value);
    }

    private static List<String> names(StoreListing listing) {
        return listing.objects().stream()
                .map(each -> each.key().namespace() + "/" + each.key().name())
                .toList();
    }

    private static final class Notes implements StoreListener {
        private final List<ObjectChange> told = new ArrayList<>();
        private boolean isCutOff;

        @Override
        public void changed(ObjectChange change) {
            told.add(change);
        }

        @Override
        public void cutOff() {
            isCutOff = true;
        }
    }
}
