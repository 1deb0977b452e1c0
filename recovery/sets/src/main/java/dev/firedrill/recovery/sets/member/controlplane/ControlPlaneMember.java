package dev.firedrill.recovery.sets.member.controlplane;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.sets.artefact.ArtefactWriter;
import dev.firedrill.recovery.sets.format.Compression;
import dev.firedrill.recovery.sets.format.MemberKind;
import dev.firedrill.recovery.sets.format.SetJson;
import dev.firedrill.recovery.sets.format.Window;
import dev.firedrill.recovery.sets.member.Member;
import dev.firedrill.recovery.sets.member.Taken;
import dev.firedrill.recovery.sets.member.controlplane.ControlPlaneDetails.KindRecord;
import dev.firedrill.recovery.sets.problem.SetRefused;
import dev.firedrill.recovery.sets.problem.StoreUnavailable;
import dev.firedrill.recovery.sets.storage.Content;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Objects of a control plane: those of Porch, and of kinds that the user names. They are recorded as the server writes them, with
 * status, owners and UIDs. Of the Secrets that they log in with only the names are recorded, unless the set is encrypted
 * and the user asks for them.
 */
public final class ControlPlaneMember implements Member {
    private final KubeApi api;
    private final String namespace;
    private final List<ObjectKind> named;
    private final boolean withSecrets;
    private final Clock clock;

    /**
     * Takes objects.
     *
     * @param namespace the only one to read; empty for all
     * @param named kinds besides those of Porch, which the server has to know
     * @param withSecrets whether Secrets are taken whole
     */
    public ControlPlaneMember(
            KubernetesClient client, String namespace, List<ObjectKind> named, boolean withSecrets, Clock clock) {
        this.api = new KubeApi(client);
        this.namespace = namespace;
        this.named = List.copyOf(named);
        this.withSecrets = withSecrets;
        this.clock = clock;
    }

    @Override
    public MemberKind kind() {
        return MemberKind.CONTROL_PLANE;
    }

    @Override
    public Taken take(ArtefactWriter artefacts) {
        if (withSecrets && !artefacts.encrypts()) {
            throw new SetRefused(
                    "Secrets are taken into encrypted sets only: add --recipient, or leave out --with-secrets");
        }
        Instant from = clock.instant();
        List<ObjectNode> objects = new ArrayList<>();
        List<KindRecord> kinds = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (ObjectKind kind : ObjectKind.PORCH) {
            if (!read(kind, objects, kinds)) {
                absent.add(kind.kind());
            }
        }
        for (ObjectKind kind : named) {
            if (!read(kind, objects, kinds)) {
                throw new StoreUnavailable("the control plane does not know the kind " + kind.kind() + " at "
                        + kind.path(namespace) + ", which --kind names");
            }
        }
        Set<String> secrets = secretNames(objects);
        if (withSecrets) {
            takeSecrets(secrets, objects, kinds);
        }
        Window window = new Window(from, clock.instant());
        ControlPlaneDetails details = new ControlPlaneDetails(
                namespace,
                kinds,
                absent,
                List.copyOf(secrets),
                withSecrets,
                write(artefacts, "objects.ndjson", lines(objects)),
                write(artefacts, "declared.json", declared(objects)));
        return new Taken(window, SetJson.object(details), commands(details, artefacts.relative(details.declared())));
    }

    private boolean read(ObjectKind kind, List<ObjectNode> objects, List<KindRecord> kinds) {
        int before = objects.size();
        return api.list(kind, namespace, objects::add)
                .map(version -> kinds.add(new KindRecord(kind, objects.size() - before, version)))
                .orElse(false);
    }

    private static Set<String> secretNames(List<ObjectNode> objects) {
        Set<String> names = new TreeSet<>();
        for (ObjectNode object : objects) {
            Objects.secretNames(object).forEach(name -> names.add(Objects.namespace(object) + "/" + name));
        }
        return names;
    }

    /** They go first, because a Repository without its Secret is tried again only after minutes. */
    private void takeSecrets(Set<String> names, List<ObjectNode> objects, List<KindRecord> kinds) {
        List<ObjectNode> secrets = new ArrayList<>();
        for (String each : names) {
            String[] parts = each.split("/", 2);
            ObjectNode secret = api.get(ObjectKind.SECRET, parts[0], parts[1])
                    .orElseThrow(() -> new StoreUnavailable("the Secret " + each
                            + " is not in the control plane, and a Repository logs in with it; mend that first"));
            secrets.add(secret.put("apiVersion", "v1").put("kind", "Secret"));
        }
        objects.addAll(0, secrets);
        kinds.add(0, new KindRecord(ObjectKind.SECRET, secrets.size(), ""));
    }

    private static String lines(List<ObjectNode> objects) {
        StringBuilder text = new StringBuilder();
        objects.forEach(object -> text.append(object).append('\n'));
        return text.toString();
    }

    /** Without owners too: the UIDs of what is made anew are not known before. */
    private static String declared(List<ObjectNode> objects) {
        StringBuilder text = new StringBuilder("{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[");
        String comma = "\n";
        for (ObjectNode object : objects) {
            ObjectNode copy = Objects.declared(object);
            Objects.metadata(copy).remove("ownerReferences");
            text.append(comma).append(copy);
            comma = ",\n";
        }
        return text.append("\n]}\n").toString();
    }

    private static String write(ArtefactWriter artefacts, String name, String text) {
        return artefacts
                .writeChanged(name, Compression.ZSTD, Content.of(text.getBytes(StandardCharsets.UTF_8)))
                .path();
    }

    private static List<String> commands(ControlPlaneDetails details, String declared) {
        List<String> lines = new ArrayList<>();
        if (!details.withSecrets()) {
            details.secrets().forEach(name -> lines.add("# Make the Secret " + name + " first; it is not in the set."));
        }
        lines.add("# Without owners: PackageVariants take their packages back by adoption (adoptExisting).");
        lines.add("plain " + declared + " | ${KUBECTL:-kubectl} apply -f -");
        return lines;
    }
}
