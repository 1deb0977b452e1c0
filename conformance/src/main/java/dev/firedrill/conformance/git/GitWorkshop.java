package dev.firedrill.conformance.git;

import dev.firedrill.environments.role.GitServer;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.model.GitAddress;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** A git client of a server under test: commits made in memory, everything else over the network. */
public final class GitWorkshop implements AutoCloseable {
    private static final PersonIdent SMITH =
            new PersonIdent("smith", "smith@example.com", Instant.EPOCH, ZoneOffset.UTC);

    private final InMemoryRepository local = new InMemoryRepository(new DfsRepositoryDescription("workshop"));
    private final GitAddress address;

    public GitWorkshop(GitServer server) {
        this(server.address());
    }

    public GitWorkshop(GitAddress address) {
        this.address = address;
    }

    /** A commit with one file, not pushed. */
    public ObjectId commit(String file, String content, ObjectId... parents) {
        try (ObjectInserter inserter = local.newObjectInserter()) {
            TreeFormatter tree = new TreeFormatter();
            tree.append(
                    file,
                    FileMode.REGULAR_FILE,
                    inserter.insert(Constants.OBJ_BLOB, content.getBytes(StandardCharsets.UTF_8)));
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            commit.setParentIds(parents);
            commit.setAuthor(SMITH);
            commit.setCommitter(SMITH);
            commit.setMessage(content + "\n");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        } catch (IOException impossible) {
            throw new EnvironmentFailure("committing in memory", impossible);
        }
    }

    /** Pushes a commit of its own under a ref. */
    public ObjectId publish(String repository, String ref, String content) {
        ObjectId id = commit("Kptfile", content);
        push(repository, Map.of(ref, id));
        return id;
    }

    /** Pushes all refs or none; the zero id deletes. */
    public Collection<RemoteRefUpdate> push(String repository, Map<String, ObjectId> refs) {
        try (Transport transport = open(repository)) {
            List<RemoteRefUpdate> updates = new ArrayList<>();
            for (Map.Entry<String, ObjectId> ref : refs.entrySet()) {
                boolean deletes = ObjectId.zeroId().equals(ref.getValue());
                updates.add(new RemoteRefUpdate(
                        local, null, deletes ? null : ref.getValue(), ref.getKey(), true, null, null));
            }
            transport.setPushAtomic(true);
            PushResult result = transport.push(NullProgressMonitor.INSTANCE, updates);
            return result.getRemoteUpdates();
        } catch (IOException refused) {
            throw new EnvironmentFailure("pushing to " + repository + ": " + refused.getMessage(), refused);
        }
    }

    /** What the server advertises, name to id; {@code HEAD} included. */
    public Map<String, String> list(String repository) throws TransportException {
        try (Transport transport = open(repository);
                FetchConnection connection = transport.openFetch()) {
            Map<String, String> refs = new TreeMap<>();
            for (Ref ref : connection.getRefs()) {
                refs.put(ref.getName(), ref.getObjectId().name());
            }
            return refs;
        } catch (TransportException refused) {
            throw refused;
        } catch (IOException refused) {
            throw new EnvironmentFailure("listing " + repository, refused);
        }
    }

    private Transport open(String repository) throws IOException {
        try {
            Transport transport = Transport.open(
                    local, new URIish(address.repositoryUrl(URLEncoder.encode(repository, StandardCharsets.UTF_8))));
            transport.setCredentialsProvider(
                    new UsernamePasswordCredentialsProvider(address.username(), address.password()));
            transport.setTimeout(20);
            return transport;
        } catch (URISyntaxException impossible) {
            throw new EnvironmentFailure("URL of " + repository, impossible);
        }
    }

    @Override
    public void close() {
        local.close();
    }
}
