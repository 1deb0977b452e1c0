package dev.firedrill.recovery.sets.create;

import dev.firedrill.recovery.sets.codec.Recipients;
import dev.firedrill.recovery.sets.format.KeyNames;
import dev.firedrill.recovery.sets.member.Member;
import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.signature.SigningKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What to back up.
 *
 * @param batch the name under which sets of the same stores are kept together
 * @param members by alias; at least one
 * @param recipients whom to encrypt for
 * @param signingKey who signs
 * @param incremental whether files of the newest set are referred to where nothing has changed
 * @param attempts how often a member is tried before it counts as failed, at least 1
 */
public record BackupRequest(
        String batch,
        Map<String, Member> members,
        Recipients recipients,
        Optional<SigningKey> signingKey,
        boolean incremental,
        int attempts) {
    private static final Set<String> RESERVED = Set.of("log", "status");

    /**
     * A request that can be tried.
     *
     * @throws SetRefused when a name is not allowed or there is nothing to take
     */
    public BackupRequest {
        checkName("batch", batch);
        members.keySet().forEach(alias -> checkName("alias", alias));
        if (members.isEmpty()) {
            throw new SetRefused(
                    "there is nothing to back up: name a package cache, git repositories or a control plane");
        }
        if (attempts < 1) {
            throw new SetRefused("a member has to be tried at least once");
        }
    }

    /** The aliases in the order in which the members are taken: the cache before git. */
    List<String> order() {
        return members.entrySet().stream()
                .sorted(Map.Entry.<String, Member>comparingByValue(java.util.Comparator.comparing(Member::kind))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void checkName(String what, String name) {
        if (!KeyNames.isName(name) || RESERVED.contains(name) || name.contains(".")) {
            throw new SetRefused("'" + name + "' cannot be the " + what + " of a set: allowed are " + KeyNames.RULE
                    + ", without '.', and neither of " + RESERVED);
        }
    }
}
