package dev.firedrill.recovery.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.recovery.model.CachedRevision;
import dev.firedrill.recovery.model.PackageContent;
import dev.firedrill.recovery.model.PackageName;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The contents of new drafts. */
final class Contents {
    private static final String CONTEXT = "package-context.yaml";

    private Contents() {}

    static PackageContent init(PackageName name, Task.Init task) {
        String description = task.description().isEmpty() ? "sample description" : task.description();
        PackageContent readme = PackageContent.of(
                Map.of("README.md", "# " + name.leaf() + "\n\n## Description\n" + description + "\n"));
        return withContext(
                Kptfile.named(name.leaf())
                        .withInfo(description, task.site(), task.keywords())
                        .into(readme),
                name,
                Map.of());
    }

    static PackageContent cloned(CachedRevision upstream, PackageName name, Map<String, String> context) {
        PackageContent content = kptfile(upstream)
                .withName(name.leaf())
                .withUpstream(upstream.lock())
                .into(upstream.content());
        return withContext(content, name, context);
    }

    /**
     * The local content with what changed between two upstream revisions: a three-way merge of whole files. A file that
     * was changed, added or removed downstream stays as it is downstream; every other one follows upstream. The Kptfile
     * stays downstream's, with the new upstream in it.
     */
    static PackageContent upgraded(CachedRevision oldUpstream, CachedRevision newUpstream, CachedRevision local) {
        SortedMap<String, String> base = oldUpstream.content().files();
        SortedMap<String, String> theirs = newUpstream.content().files();
        SortedMap<String, String> ours = local.content().files();
        TreeSet<String> paths = new TreeSet<>(base.keySet());
        paths.addAll(theirs.keySet());
        paths.addAll(ours.keySet());
        SortedMap<String, String> merged = new TreeMap<>();
        for (String path : paths) {
            boolean untouched = Objects.equals(base.get(path), ours.get(path));
            SortedMap<String, String> winner = untouched ? theirs : ours;
            if (winner.containsKey(path)) {
                merged.put(path, winner.get(path));
            }
        }
        return kptfile(local).withUpstream(newUpstream.lock()).into(new PackageContent(merged));
    }

    /** Sets the package's name and {@code values} in its context file, which is made when it is not there. */
    static PackageContent withContext(PackageContent content, PackageName name, Map<String, String> values) {
        SortedMap<String, String> files = new TreeMap<>(content.files());
        ObjectNode context = Yaml.parse(files.getOrDefault(CONTEXT, ""))
                .filter(tree -> Yaml.isMappingAt(tree, "data"))
                .orElseGet(Contents::emptyContext);
        ObjectNode data = context.withObjectProperty("data");
        data.put("name", name.leaf());
        new TreeMap<>(values).forEach(data::put);
        files.put(CONTEXT, Yaml.print(context));
        return new PackageContent(files);
    }

    private static Kptfile kptfile(CachedRevision revision) {
        return Kptfile.of(revision.content())
                .orElseThrow(() -> Refused.conflict("package revision '"
                        + revision.name().objectName() + "' has no Kptfile that can be read; correct it first"));
    }

    private static ObjectNode emptyContext() {
        ObjectNode context = Yaml.mapping();
        context.put("apiVersion", "v1").put("kind", "ConfigMap");
        context.putObject("metadata")
                .put("name", "kptfile.kpt.dev")
                .putObject("annotations")
                .put("config.kubernetes.io/local-config", "true");
        return context;
    }
}
