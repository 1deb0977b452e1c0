package dev.firedrill.recovery.sets.cli;

import dev.firedrill.recovery.sets.member.Member;
import dev.firedrill.recovery.sets.member.cache.CacheMember;
import dev.firedrill.recovery.sets.member.controlplane.ControlPlaneMember;
import dev.firedrill.recovery.sets.member.controlplane.ObjectKind;
import dev.firedrill.recovery.sets.member.controlplane.RepositoryUrls;
import dev.firedrill.recovery.sets.member.git.GitMember;
import dev.firedrill.recovery.sets.member.git.GitSource;
import dev.firedrill.recovery.sets.member.git.GitSources;
import dev.firedrill.recovery.sets.problem.SetRefused;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            names = "--git-from-repositories",
            description = "Takes every git repository that a Repository object of the control plane names.")
    private boolean gitFromRepositories;

    @Option(
            names = "--git-alias",
            paramLabel = "NAME",
            defaultValue = "git",
            description = "The name of the git member (default: ${DEFAULT-VALUE}).")
    private String gitAlias = "git";

    @Mixin
    private ControlPlaneOptions controlPlane = new ControlPlaneOptions();

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Only objects of this namespace (default: all of them).")
    private String namespace = "";

    @Option(
            names = "--kind",
            paramLabel = "PLURAL.VERSION.GROUP/KIND",
            description = "A kind besides those of Porch; may be given several times.")
    private List<String> kinds = new ArrayList<>();

    @Option(names = "--with-secrets", description = "Takes the Secrets of Repositories too; encrypted sets only.")
    private boolean withSecrets;

    @Option(
            names = "--control-plane-alias",
            paramLabel = "NAME",
            defaultValue = "control-plane",
            description = "The name of the control plane member (default: ${DEFAULT-VALUE}).")
    private String controlPlaneAlias = "control-plane";

    /** Gives the members to {@code work} and closes what they hold afterwards. */
    <T> T with(boolean encrypted, Function<Map<String, Member>, T> work) {
        if (withSecrets && !encrypted) {
            throw new SetRefused(
                    "Secrets are taken into encrypted sets only: add --recipient, or leave out --with-secrets");
        }
        Optional<KubernetesClient> client = controlPlane.connect();
        try {
            return work.apply(members(client));
        } finally {
            client.ifPresent(KubernetesClient::close);
        }
    }

    private Map<String, Member> members(Optional<KubernetesClient> client) {
        List<ObjectKind> named = kinds.stream().map(ObjectKind::parse).toList();
        Map<String, Member> members = new LinkedHashMap<>();
        database.database().ifPresent(each -> members.put(cacheAlias, new CacheMember(each, schemas)));
        List<GitSource> sources = gitSources(client);
        if (!sources.isEmpty()) {
            members.put(gitAlias, new GitMember(sources, git.login(), Clock.systemUTC()));
        }
        client.ifPresent(each -> members.put(
                controlPlaneAlias, new ControlPlaneMember(each, namespace, named, withSecrets, Clock.systemUTC())));
        return members;
    }

    private List<GitSource> gitSources(Optional<KubernetesClient> client) {
        if (!gitFromRepositories) {
            return git.sources();
        }
        if (!git.isEmpty() || client.isEmpty()) {
            throw new SetRefused(
                    "--git-from-repositories needs a control plane (--kubeconfig), and no --git beside it");
        }
        return GitSources.named(RepositoryUrls.of(client.get(), namespace));
    }
}
