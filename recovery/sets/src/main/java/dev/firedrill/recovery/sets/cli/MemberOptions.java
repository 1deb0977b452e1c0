package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.member.Member;
import dev.firedrill.recovery.sets.member.cache.CacheMember;
import dev.firedrill.recovery.sets.member.git.GitMember;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The stores that a backup takes. */
public final class MemberOptions {
    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--database-schema",
            paramLabel = "NAME",
            description = "Only this schema of the package cache; may be given several times (default: all of them).")
    private List<String> schemas = new ArrayList<>();

    @Option(
            names = "--cache-alias",
            paramLabel = "NAME",
            defaultValue = "cache",
            description = "The name of the package cache member (default: ${DEFAULT-VALUE}).")
    private String cacheAlias = "cache";

    @Mixin
    private GitOptions git = new GitOptions();

    @Option(
            names = "--git-alias",
            paramLabel = "NAME",
            defaultValue = "git",
            description = "The name of the git member (default: ${DEFAULT-VALUE}).")
    private String gitAlias = "git";

    /** Gives the members to {@code work} and closes what they hold afterwards. */
    <T> T with(boolean encrypted, Function<Map<String, Member>, T> work) {
        Map<String, Member> members = new LinkedHashMap<>();
        database.database().ifPresent(each -> members.put(cacheAlias, new CacheMember(each, schemas)));
        if (!git.isEmpty()) {
            members.put(gitAlias, new GitMember(git.sources(), git.login(), Clock.systemUTC()));
        }
        return work.apply(members);
    }
}
