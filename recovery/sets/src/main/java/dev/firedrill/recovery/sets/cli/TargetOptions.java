package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.codec.Identities;
import dev.firedrill.recovery.sets.format.MemberKind;
import dev.firedrill.recovery.sets.format.MemberSummary;
import dev.firedrill.recovery.sets.member.MemberTarget;
import dev.firedrill.recovery.sets.member.cache.CacheTarget;
import dev.firedrill.recovery.sets.member.controlplane.ControlPlaneTarget;
import dev.firedrill.recovery.sets.member.git.GitTarget;
import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.restore.RestoreRequest;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a restore goes. Only members whose target is named are restored. */
public final class TargetOptions {
    @Mixin
    private SetArgument argument = new SetArgument();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private GitOptions git = new GitOptions();

    @Mixin
    private ControlPlaneOptions controlPlane = new ControlPlaneOptions();

    @Option(
            names = "--git-base",
            paramLabel = "URL",
            description = "Restores every repository to URL/NAME.git; --git NAME=URL sends single ones elsewhere.")
    private @Nullable String gitBase;

    @Option(
            names = "--repository",
            paramLabel = "NAME",
            description = "Restores only this git repository; may be given several times.")
    private Set<String> onlyRepositories = new LinkedHashSet<>();

    @Option(
            names = "--member",
            paramLabel = "ALIAS",
            description = "Restores only this member; may be given several times (default: all with a target).")
    private Set<String> onlyMembers = new LinkedHashSet<>();

    @Option(
            names = "--replace",
            paramLabel = "ALIAS",
            description = "What is in the target of this member, and not in the set, may be destroyed.")
    private Set<String> replace = new LinkedHashSet<>();

    @Option(
            names = "--identity",
            paramLabel = "FILE",
            description = "A file with a secret key of age, for encrypted sets.")
    private List<Path> identities = new ArrayList<>();

    SetArgument argument() {
        return argument;
    }

    /** Gives the request to {@code work} and closes what its targets hold afterwards. */
    <T> T with(Function<RestoreRequest, T> work) {
        Optional<KubernetesClient> client = controlPlane.connect();
        try {
            return work.apply(request(targets(client)));
        } finally {
            client.ifPresent(KubernetesClient::close);
        }
    }

    private Map<MemberKind, MemberTarget> targets(Optional<KubernetesClient> client) {
        Map<MemberKind, MemberTarget> targets = new EnumMap<>(MemberKind.class);
        database.database().ifPresent(each -> targets.put(MemberKind.CACHE, new CacheTarget(each)));
        client.ifPresent(each -> targets.put(MemberKind.CONTROL_PLANE, new ControlPlaneTarget(each)));
        Map<String, String> named = git.byName();
        if (gitBase != null) {
            String base = GitOptions.withoutLogin(gitBase);
            targets.put(
                    MemberKind.GIT,
                    new GitTarget(
                            name -> named.getOrDefault(name, base + "/" + name + ".git"),
                            onlyRepositories,
                            git.login()));
        } else if (!named.isEmpty()) {
            targets.put(
                    MemberKind.GIT, new GitTarget(name -> named.getOrDefault(name, ""), named.keySet(), git.login()));
        }
        if (targets.isEmpty()) {
            throw new SetRefused(
                    "no target is named: say where the members go, by --database-url, --git-base or --kubeconfig");
        }
        return targets;
    }

    private RestoreRequest request(Map<MemberKind, MemberTarget> byKind) {
        var place = argument.place();
        List<MemberSummary> members = argument.verifier().manifest(place).members();
        Map<String, MemberTarget> targets = new LinkedHashMap<>();
        for (MemberSummary member : members) {
            MemberTarget target = byKind.get(member.kind());
            if (target != null && (onlyMembers.isEmpty() || onlyMembers.contains(member.alias()))) {
                targets.put(member.alias(), target);
            }
        }
        for (String alias : onlyMembers) {
            if (!targets.containsKey(alias)) {
                throw new SetRefused("the member '" + alias + "' has no target, or is not in the set");
            }
        }
        return new RestoreRequest(place, targets, replace, Identities.read(identities));
    }
}
