package dev.firedrill.recovery.git;

import static dev.firedrill.recovery.git.HostileObjects.blob;
import static dev.firedrill.recovery.git.HostileObjects.bytes;
import static dev.firedrill.recovery.git.HostileObjects.commit;
import static dev.firedrill.recovery.git.HostileObjects.mode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/** One way in which a git repository can be out of the ordinary. Each spoils packages of its own beside a good one. */
public enum Hostility {
    ODD_NAME(true) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            String[] names = {"a\\b", "..", ".", ".GIT", "tab\there", "new\nline", "\u007f", ".git\u200c"};
            byte[] name = names[random.nextInt(names.length)].getBytes(StandardCharsets.UTF_8);
            bare.commit("names", "m", Map.of("names/Kptfile", KPTFILE));
            bare.tag("names/v1", bare.with("names", "names", name, mode(random), blob(bare, "x")));
        }
    },
    NOT_UTF8(true) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            byte[] name = {'g', (byte) (0x80 + random.nextInt(0x40)), 'e'};
            bare.commit("latin", "m", Map.of("latin/Kptfile", KPTFILE));
            bare.tag("latin/v1", bare.with("latin", "latin", name, "100644", blob(bare, "x")));
            // On the package branch too, beside all packages.
            bare.with("main", "", name, "40000", bare.object(Constants.OBJ_TREE, new byte[0]));
        }
    },
    DEEP(true) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            String deep = "d/".repeat(101 + random.nextInt(400));
            bare.tag("deep/v1", bare.commit("deep", "m", Map.of("deep/Kptfile", KPTFILE, "deep/" + deep + "x", "x")));
        }
    },
    LONG_PATH(true) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            String path = "é".repeat(1 + random.nextInt(100)) + "/" + "x".repeat(1100 + random.nextInt(3000));
            bare.tag("long/v1", bare.commit("long", "m", Map.of("long/Kptfile", KPTFILE, "long/" + path, "x")));
        }
    },
    LONG_PACKAGE(true) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            String path = ("p".repeat(200) + "/").repeat(6) + "leaf";
            ObjectId commit = bare.commit("longer", "m", Map.of(path + "/Kptfile", KPTFILE));
            bare.tag(path + "/v1", commit);
        }
    },
    LARGE(true) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            byte[] text = "a: b\n".repeat(2 * 1024 * 1024).getBytes(StandardCharsets.UTF_8);
            byte[] binary = new byte[random.nextInt(10) == 0 ? 60 * 1024 * 1024 : 1024];
            bare.tag(
                    "large/v1",
                    bare.commitBytes(
                            "large",
                            "m",
                            Map.of("large/Kptfile", bytes(KPTFILE), "large/a.yaml", text, "large/b.bin", binary)));
        }
    },
    DATES(false) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            String[] dates = {
                "1700000000000 +0000",
                "9274780800 +0000",
                "9223372036854775807 +0000",
                "99999999999999999999999 +0000",
                "-1 -0000",
                "-99999999999 +0000",
                "4102444800 +9999",
                "x",
                ""
            };
            String tree = bare.repository()
                    .parseCommit(bare.commit("dates", "m", Map.of("dates/Kptfile", KPTFILE)))
                    .getTree()
                    .name();
            for (int n = 1; n <= 3; n++) {
                String author = "author J <j@example.org> " + dates[random.nextInt(dates.length)] + "\n";
                String committer = "committer J <j@example.org> " + dates[random.nextInt(dates.length)] + "\n";
                bare.tag("dates/v" + n, commit(bare, tree, author + committer, "x"));
            }
        }
    },
    COMMITS(false) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            String tree = bare.repository()
                    .parseCommit(bare.commit("commits", "m", Map.of("commits/Kptfile", KPTFILE)))
                    .getTree()
                    .name();
            bare.tag("commits/v1", commit(bare, tree, "", "no author"));
            bare.tag("commits/v2", commit(bare, tree, "author \0 <\0@x> 1 +0000\nencoding none\n", "\0"));
            String[] annotations = {
                "{]",
                "{\"package\":\"commits\",\"workspaceName\":\"a\\u0000/b\"}",
                "[".repeat(5000),
                "{\"package\":\"commits\",\"workspaceName\":" + "{\"a\":".repeat(2000) + "1",
                "{\"package\":\"commits\",\"workspaceName\":\"w\",\"task\":{\"type\":\"init\",\"init\":\"\\u0000\"}}",
                "{\"package\":\"commits\",\"workspaceName\":\"" + "w".repeat(100_000) + "\"}",
                "{\"package\":\"commits\",\"workspaceName\":[],\"task\":\"clone\"}"
            };
            for (int n = 3; n <= 5; n++) {
                String annotation = annotations[random.nextInt(annotations.length)];
                bare.tag(
                        "commits/v" + n,
                        commit(
                                bare,
                                tree,
                                "author J <j@x> 1 +0000\ncommitter J <j@x> 1 +0000\n",
                                "m\n\nkpt:" + annotation));
            }
        }
    },
    TAGS(true) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            ObjectId commit =
                    bare.commit("tags", "m", Map.of("tags/Kptfile", KPTFILE, "tags/n", "" + random.nextInt()));
            bare.tag("tags/v1", commit);
            bare.tag("tags/v2", bare.blob(commit, "tags/Kptfile"));
            bare.tag("tags/v3", bare.repository().parseCommit(commit).getTree());
            bare.tag("tags/v0", commit);
            bare.tag("tags/v01", commit);
            bare.tag("tags/v3.0.0", commit);
            bare.tag("tags/v99999999999", commit);
        }
    },
    LOST_TAG(true) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            ObjectId commit =
                    bare.commit("lost", "m", Map.of("lost/Kptfile", KPTFILE, "lost/x", "" + random.nextInt()));
            bare.delete("refs/heads/lost");
            bare.tag("lost/v1", commit);
            ObjectId gone = random.nextBoolean()
                    ? bare.blob(commit, "lost/x")
                    : bare.repository().parseCommit(commit).getTree().copy();
            Files.delete(bare.looseObject(gone));
        }
    },
    BROKEN_TREE(true) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            ByteArrayOutputStream torn = new ByteArrayOutputStream();
            torn.write(bytes("100644 Kptfile\0"));
            torn.write(new byte[random.nextInt(19)]);
            ObjectId tree = bare.object(Constants.OBJ_TREE, torn.toByteArray());
            bare.tag("torn/v1", bare.with("torn", "", bytes("torn"), "40000", tree));
            bare.delete("refs/heads/torn");
        }
    },
    DUPLICATES(true) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            ObjectId kptfile = blob(bare, KPTFILE);
            ObjectId tree =
                    bare.tree("100644", "Kptfile", kptfile, "100644", "x", kptfile, "100755", "x", blob(bare, "y"));
            bare.tag("twice/v1", bare.with("twice", "", bytes("twice"), "40000", tree));
        }
    },
    KPTFILES(false) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            Map<String, byte[]> files = new HashMap<>();
            files.put("kpt/a/Kptfile", new byte[] {0, 1, 2});
            files.put("kpt/b/Kptfile", bytes("[".repeat(20_000)));
            files.put(
                    "kpt/c/Kptfile", bytes("a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]\n"));
            files.put("kpt/d/Kptfile", bytes("metadata: 3\ninfo: []\nupstreamLock: x\nstatus: {conditions: 7}\n"));
            files.put("kpt/e/Kptfile", bytes(KPTFILE + "# ".repeat((random.nextInt(10) == 0 ? 5 : 1) * 1024 * 1024)));
            files.put("kpt/f/Kptfile", bytes("%YAML 9.9\n--- !!java.lang.Thread {}\n"));
            files.put("kpt/g/Kptfile", bytes("\ufeff" + KPTFILE + "status: {conditions: [{type: 1}, x, null]}\n"));
            files.put("kpt/h/Kptfile", bytes(""));
            ObjectId commit = bare.commitBytes("kpt", "m", files);
            for (String path : files.keySet()) {
                bare.tag(path.replace("Kptfile", "v1"), commit);
            }
            ObjectId link = bare.tree("120000", "Kptfile", blob(bare, "a"));
            bare.tag("kptlink/v1", bare.with("kptlink", "", bytes("kptlink"), "40000", link));
        }
    },
    NOT_TEXT(true) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            ObjectId tree = bare.tree(
                    "100644",
                    "Kptfile",
                    blob(bare, KPTFILE),
                    "120000",
                    "link",
                    blob(bare, "../../etc/passwd"),
                    "160000",
                    "sub",
                    ObjectId.fromString("0123456789012345678901234567890123456789"));
            bare.tag("subs/v1", bare.with("subs", "", bytes("subs"), "40000", tree));
        }
    },
    SAME_NAME(true) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            ObjectId commit = bare.commit("same", "m", Map.of("s/t/Kptfile", KPTFILE, "s.t/Kptfile", KPTFILE));
            bare.tag("s/t/v1", commit);
            bare.tag("s.t/v1", commit);
        }
    },
    ODD_PACKAGES(false) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            ObjectId commit = bare.commit(
                    "odd", "m", Map.of("Big Ü ~^:/Kptfile", KPTFILE, "$(id)/Kptfile", KPTFILE, "'--/Kptfile", KPTFILE));
            bare.tag("$(id)/v1", commit);
            bare.tag("'--/v1", commit);
        }
    },
    ODD_REFS(false) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            ObjectId commit = bare.commit("refs", "m", Map.of("refs/Kptfile", KPTFILE));
            Path packed = bare.repository().getDirectory().toPath().resolve("packed-refs");
            String id = commit.name();
            String refs =
                    "# pack-refs with: peeled fully-peeled sorted \n" + id + " refs/heads/a..b\n" + id + " refs/heads/"
                            + "x".repeat(300) + "\n" + id + " refs/heads/x.lock\n" + id + " refs/tags/refs/v1\n";
            Files.writeString(packed, refs);
        }
    },
    LOST_HEAD(true) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            ObjectId commit = bare.commit("main", "m", Map.of("good/Kptfile", KPTFILE, "x", "" + random.nextLong()));
            Files.delete(bare.looseObject(bare.blob(commit, "x")));
        }

        @Override
        public boolean spoilsAll() {
            return true;
        }
    },
    NO_BRANCH(true) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            bare.delete("refs/heads/main");
        }

        @Override
        public boolean spoilsAll() {
            return true;
        }
    },
    REF_TO_NOTHING(true) {
        @Override
        void spoil(BareRepository bare, Random random) throws IOException {
            Path ref = bare.repository().getDirectory().toPath().resolve("refs/tags/nothing/v1");
            Files.createDirectories(ref.getParent());
            Files.writeString(ref, "0123456789012345678901234567890123456789\n");
        }
    };

    public static final String KPTFILE = "apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: x\n";

    private final boolean named;

    Hostility(boolean named) {
        this.named = named;
    }

    /** Whether something cannot be taken, so that it has to be named; otherwise all of it can be taken. */
    public boolean isNamed() {
        return named;
    }

    /** Whether nothing of the repository can be said. */
    public boolean spoilsAll() {
        return false;
    }

    abstract void spoil(BareRepository bare, Random random) throws IOException;
}
