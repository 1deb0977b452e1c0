package dev.firedrill.recovery.sets.member.controlplane;

import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where the git repositories of Porch are, as its Repository objects say. Several objects may share a repository. */
public final class RepositoryUrls {
    private RepositoryUrls() {}

    /**
     * Each URL once, sorted; they may hold logins.
     *
     * @param namespace the only one to read; empty for all
     * @throws StoreUnavailable when the control plane does not know the kind
     */
    public static List<String> of(KubernetesClient client, String namespace) {
        Set<String> urls = new TreeSet<>();
        new KubeApi(client)
                .list(ObjectKind.PORCH.get(0), namespace, object -> {
                    String url = object.at("/spec/git/repo").asText();
                    if (!url.isEmpty()) {
                        urls.add(url);
                    }
                })
                .orElseThrow(
                        () -> new StoreUnavailable(
                                "the control plane does not know Repositories, from which --git-from-repositories takes the URLs"));
        return List.copyOf(urls);
    }
}
