package dev.firedrill.recovery.sets.create;

import dev.firedrill.recovery.sets.format.ArtefactEntry;
import dev.firedrill.recovery.sets.format.FileEntry;
import dev.firedrill.recovery.sets.format.KeyReference;
import dev.firedrill.recovery.sets.format.MemberMetadata;
import dev.firedrill.recovery.sets.format.SetPlace;
import dev.firedrill.recovery.sets.signature.SshSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes RESTORE.md: how the set is verified and restored by common tools alone. */
final class Instructions {
    private final List<String> lines = new ArrayList<>();

    /**
     * The text.
     *
     * @param commands lines of shell by alias
     */
    static String write(
            SetPlace place,
            List<MemberMetadata> members,
            List<FileEntry> metadataFiles,
            Map<String, List<String>> commands,
            List<KeyReference> encryptedFor,
            Optional<KeyReference> signer) {
        Instructions text = new Instructions();
        text.head(place, encryptedFor);
        text.verification(members, metadataFiles, signer);
        members.forEach(member -> text.member(member, commands.get(member.alias())));
        return String.join("\n", text.lines) + "\n";
    }

    private void head(SetPlace place, List<KeyReference> encryptedFor) {
        add("# Restoring " + place + " without Firedrill", "");
        add(
                "With `sha256sum`, `zstd`, `git`, `psql` and `kubectl`" + (encryptedFor.isEmpty() ? "" : " and `age`")
                        + " this set can be restored by hand. Run the blocks in one POSIX shell, in this folder, after setting");
        add("- `GIT_FOLDER`: an empty folder that gets the git repositories;");
        add("- `PGHOST`, `PGPORT`, `PGUSER`, `PGDATABASE`, `PGPASSWORD`: an empty database of the package cache;");
        add("- `KUBECONFIG`: a control plane that has Porch's definitions and namespaces.");
        if (!encryptedFor.isEmpty()) {
            add("- `IDENTITY`: the file with a secret key of age that belongs to one of these:");
            encryptedFor.forEach(key -> add("  - `" + key.publicKey() + "`"));
        }
        add("", "```sh", "set -eu");
        add("plain() {");
        add("    case $1 in *.age) age -d -i \"$IDENTITY\" \"$1\" ;; *) cat \"$1\" ;; esac |");
        add("        case $1 in *.zst | *.zst.age) zstd -q -d -c - ;; *) cat ;; esac");
        add("}", "```", "");
    }

    private void verification(List<MemberMetadata> members, List<FileEntry> files, Optional<KeyReference> signer) {
        add("## Verify", "");
        add("The hash of `" + SetPlace.MANIFEST
                + "` has to be the root hash that the backup printed; it lists the hash of this");
        add(
                "file. The rest follows from here.",
                "",
                "```sh",
                "sha256sum " + SetPlace.MANIFEST + " " + SetPlace.INSTRUCTIONS);
        add("sha256sum --quiet -c - <<'HASHES'");
        files.forEach(file -> add(file.sha256() + "  " + file.path()));
        for (MemberMetadata member : members) {
            for (ArtefactEntry entry : member.artefacts()) {
                add(entry.sha256() + "  " + (entry.set() == null ? "" : "../" + entry.set() + "/") + entry.path());
            }
        }
        add("HASHES", "```", "");
        signer.ifPresent(key -> {
            add("It is signed by `" + key.keyId() + "`. Where you know that key, put `backup " + key.publicKey()
                    + "` into a file `allowed`:");
            add(
                    "",
                    "    ssh-keygen -Y verify -f allowed -I backup -n " + SshSignature.NAMESPACE + " -s "
                            + SetPlace.SIGNATURE + " < " + SetPlace.MANIFEST);
            add("");
        });
    }

    private void member(MemberMetadata member, List<String> commands) {
        add("## " + member.alias() + " (" + member.kind().text() + ")", "");
        add("Taken from " + member.window().from() + " to " + member.window().to() + ".", "");
        add("```sh");
        lines.addAll(commands);
        add("```", "");
    }

    private void add(String... more) {
        lines.addAll(List.of(more));
    }
}
