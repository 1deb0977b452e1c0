package dev.firedrill.proof.mutants;

import java.util.List;

/** Mistakes in git besides what is read of it: refs are changed that the recovery has no business with. */
final class GitMistakes {
    private static final List<Mutant> ALL = List.of(
            Mutant.acting(
                    "feature-branch-moved",
                    "moves branches that are no package branches to where the package branch is",
                    "@S05",
                    "refs/heads/feature/x",
                    AfterPass.movingRef("packages", "refs/heads/feature/x")),
            Mutant.acting(
                    "release-tag-moved",
                    "moves tags that are no package revisions",
                    "@S05",
                    "refs/tags/release-2026",
                    AfterPass.movingRef("packages", "refs/tags/release-2026")),
            Mutant.acting(
                    "backup-branch-left",
                    "leaves a branch of its own in git",
                    "@S05",
                    "refs/heads/recovery-backup",
                    AfterPass.movingRef("packages", "refs/heads/recovery-backup")));

    private GitMistakes() {}

    static List<Mutant> all() {
        return ALL;
    }
}
