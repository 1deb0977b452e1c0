package dev.firedrill.environments.interlock;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stores that a drill is pointed at. Each is there only if the target's file speaks of it.
 *
 * @param name what the target is called; somebody types it once
 * @param cluster where the control plane is
 * @param git where the git server is
 * @param database where the package cache is
 * @param deny patterns of names and hosts that are refused, beyond those that always are
 */
public record Target(
        String name, Optional<Cluster> cluster, Optional<Git> git, Optional<Database> database, List<String> deny) {
    public Target {
        deny = List.copyOf(deny);
    }

    /**
     * A namespace of a cluster.
     *
     * @param kubeconfig how to get in, with one context; it holds credentials and must not be printed
     * @param context what the user's own kubeconfig calls it
     * @param namespace the namespace that the drill works in and deletes
     * @param keep the operator's command that takes a snapshot; empty when there is none
     * @param restore the operator's command that puts a snapshot back; empty when there is none
     */
    public record Cluster(
            String kubeconfig, String context, String namespace, Optional<String> keep, Optional<String> restore) {
        @Override
        public String toString() {
            return "Cluster[" + context + ", namespace " + namespace + "]";
        }
    }

    /**
     * An owner on a git server.
     *
     * @param url the URL below which the owner's repositories lie, without a slash at its end
     * @param user who logs in
     * @param password the secret of {@code user}; never printed
     * @param commands what takes the place of Gitea's API; empty when the server has that
     */
    public record Git(String url, String user, String password, Optional<GitCommands> commands) {
        /** Who owns the repositories: the last part of the URL. */
        public String owner() {
            return url.substring(url.lastIndexOf('/') + 1);
        }

        /** The URL of the server itself. */
        public String server() {
            return url.substring(0, url.lastIndexOf('/'));
        }

        @Override
        public String toString() {
            return "Git[" + url + ", " + user + "]";
        }
    }

    /**
     * The operator's commands for a git server without Gitea's API.
     *
     * @param list prints the names of the owner's repositories, a line each
     * @param create founds the empty repository {@code $FIREDRILL_REPOSITORY}
     * @param remove removes the repository {@code $FIREDRILL_REPOSITORY}
     */
    public record GitCommands(String list, String create, String remove) {}

    /**
     * A database of PostgreSQL.
     *
     * @param url the JDBC URL, without credentials
     * @param user who logs in, the owner of the database
     * @param password the secret of {@code user}; never printed
     */
    public record Database(String url, String user, String password) {
        public URI uri() {
            return URI.create(url.substring("jdbc:".length()));
        }

        /** The name of the database. */
        public String name() {
            return uri().getPath().substring(1);
        }

        @Override
        public String toString() {
            return "Database[" + url + ", " + user + "]";
        }
    }

    /** Every name and host by which somebody could recognise what must not be touched, each by what it is. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("name", name);
        cluster.ifPresent(where -> {
            names.put("context", where.context());
            names.put("server of the cluster", KubeAccess.of(where).endpoint().getHostString());
            names.put("namespace", where.namespace());
        });
        git.ifPresent(where -> {
            names.put("git host", URI.create(where.url()).getHost());
            names.put("git owner", where.owner());
        });
        database.ifPresent(where -> {
            names.put("database host", where.uri().getHost());
            names.put("database", where.name());
        });
        return names;
    }
}
