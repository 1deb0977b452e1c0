package dev.firedrill.recovery.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PackageContentTest {
    private static String read(String text) {
        return new String(text.toCharArray());
    }

    @Test
    void equal_files_that_are_read_twice_are_held_once() {
        PackageContent git = PackageContent.shared(Map.of(read("Kptfile"), read("kind: Kptfile")));
        PackageContent cache = PackageContent.shared(Map.of(read("Kptfile"), read("kind: Kptfile")));

        assertThat(cache).isSameAs(git);
        assertThat(cache).isEqualTo(PackageContent.of(Map.of("Kptfile", "kind: Kptfile")));
    }

    @Test
    void contents_that_differ_in_one_file_hold_the_others_once() {
        PackageContent one = PackageContent.shared(Map.of(read("same.yaml"), read("a: b"), "Kptfile", "one"));
        PackageContent two = PackageContent.shared(Map.of(read("same.yaml"), read("a: b"), "Kptfile", "two"));

        assertThat(two).isNotEqualTo(one);
        assertThat(two.files().get("same.yaml")).isSameAs(one.files().get("same.yaml"));
        assertThat(two.files().lastKey()).isSameAs(one.files().lastKey());
    }
}
