package dev.firedrill.recovery.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** Objects of git that no client would write, and repositories that hold them. */
public final class HostileObjects {
    private HostileObjects() {}

    /** Makes a package {@code good} with a revision, and what is hostile beside it. */
    public static void fill(BareRepository bare, Iterable<Hostility> kinds, Random random) throws IOException {
        bare.tag("good/v1", bare.commit("main", "m", Map.of("good/Kptfile", Hostility.KPTFILE, "README.md", "r")));
        for (Hostility kind : kinds) {
            kind.spoil(bare, random);
        }
    }

    static String mode(Random random) {
        return random.nextBoolean() ? "100644" : "100755";
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static ObjectId blob(BareRepository bare, String text) throws IOException {
        return bare.object(Constants.OBJ_BLOB, bytes(text));
    }

    static ObjectId commit(BareRepository bare, String tree, String header, String message) throws IOException {
        return bare.object(Constants.OBJ_COMMIT, bytes("tree " + tree + "\n" + header + "\n" + message + "\n"));
    }
}
