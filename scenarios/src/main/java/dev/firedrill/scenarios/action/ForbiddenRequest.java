package dev.firedrill.scenarios.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.model.EnvironmentFailure;
import dev.firedrill.workload.porch.Answer;
import dev.firedrill.workload.porch.NewRevision;
import dev.firedrill.workload.porch.PorchApi;
import dev.firedrill.workload.world.Content;
import dev.firedrill.workload.world.Lifecycle;
import dev.firedrill.workload.world.RevisionId;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What somebody wants of a package revision, in words, and the request for it. */
final class ForbiddenRequest {
    private static final Pattern LIFECYCLE = Pattern.compile("to be (\\w+) by an (update|approval)");
    private static final Pattern FILE = Pattern.compile("to have a file at '(.+)'");
    private static final Pattern LABEL = Pattern.compile("to have the label '(.+)'");
    private static final Pattern VALUE = Pattern.compile("to have '(.+)' as its ([\\w.]+)");
    private static final Pattern NUMBER = Pattern.compile("\\d+$");
    private static final String OTHER = "another";

    /** Sends the request. */
    private interface Request {
        Answer<?> send(PorchApi porch, RevisionId revision);
    }

    private static final Map<String, Request> OF_OLD_READINGS = Map.of(
            "to have another label, as it was read long ago",
            changed(object -> old(object).withObject("/metadata/labels").put(OTHER, OTHER)),
            "to have another label by a patch, as it was read long ago",
            (porch, revision) -> porch.revisionDocument(revision.objectName()).then(object -> {
                ObjectNode patch = JsonNodeFactory.instance.objectNode();
                patch.withObject("/metadata").put("resourceVersion", earlier(object));
                patch.withObject("/metadata/labels").put(OTHER, OTHER);
                return porch.patch(revision.objectName(), patch);
            }),
            "to have other files, as it was read long ago",
            (porch, revision) -> porch.updateResources(revision.objectName(), object -> {
                old(object).withObject("/spec/resources").put(OTHER, OTHER);
                return object;
            }),
            "to be Proposed, as it was read long ago",
            changed(object -> old(object).withObject("/spec").put("lifecycle", "Proposed")),
            "to be Published, as it was read long ago",
            (porch, revision) -> porch.approval(revision.objectName(), object -> {
                old(object).withObject("/spec").put("lifecycle", "Published");
                return object;
            }),
            "to be deleted, as it was read long ago",
            (porch, revision) -> porch.revisionDocument(revision.objectName())
                    .then(object -> porch.delete(
                            revision.objectName(),
                            JsonNodeFactory.instance.objectNode().put("resourceVersion", earlier(object)))),
            "to be deleted under another UID",
            (porch, revision) -> porch.delete(
                    revision.objectName(), JsonNodeFactory.instance.objectNode().put("uid", OTHER)));

    private static final Map<String, Request> REQUESTS = Map.of(
            "to have other files",
            (porch, revision) -> porch.setResources(revision.objectName(), Content.of(Map.of("Kptfile", OTHER))),
            "to have another number",
            changed(object -> object.withObject("/spec").put("revision", 99)),
            "to have another workspace",
            changed(object -> object.withObject("/spec").put("workspaceName", OTHER)),
            "to be of another package",
            changed(object -> object.withObject("/spec").put("packageName", OTHER)),
            "to be of another repository",
            changed(object -> object.withObject("/spec").put("repository", "catalog")),
            "to have another UID",
            changed(object -> object.withObject("/metadata").put("uid", OTHER)),
            "to have other readiness gates",
            changed(object -> object.withObject("/spec")
                    .putArray("readinessGates")
                    .addObject()
                    .put("conditionType", OTHER)),
            "to be deleted",
            (porch, revision) -> porch.delete(revision.objectName()),
            "to be made a second time",
            (porch, revision) -> porch.create(NewRevision.init(revision, "It is there already")),
            "to have a successor that is Published at once",
            (porch, revision) -> porch.createIn(
                    Lifecycle.PUBLISHED,
                    NewRevision.init(
                            new RevisionId(revision.repository(), revision.packagePath(), "unseen"), "Not a Draft")));

    private final String words;
    private final Request request;

    private ForbiddenRequest(String words, Request request) {
        this.words = words;
        this.request = request;
    }

    /** @throws EnvironmentFailure when nobody has said how that is asked for */
    static ForbiddenRequest of(String words) {
        Matcher lifecycle = LIFECYCLE.matcher(words);
        if (lifecycle.matches()) {
            UnaryOperator<ObjectNode> change = object -> {
                object.withObject("/spec").put("lifecycle", lifecycle.group(1));
                return object;
            };
            return new ForbiddenRequest(
                    words,
                    (porch, revision) -> lifecycle.group(2).equals("update")
                            ? porch.update(revision.objectName(), change)
                            : porch.approval(revision.objectName(), change));
        }
        Matcher file = FILE.matcher(words);
        if (file.matches()) {
            return new ForbiddenRequest(words, withFile(file.group(1)));
        }
        Matcher value = VALUE.matcher(words);
        if (value.matches()) {
            return new ForbiddenRequest(
                    words, withValue(value.group(1), value.group(2).split("\\.")));
        }
        Matcher label = LABEL.matcher(words);
        if (label.matches()) {
            return new ForbiddenRequest(
                    words,
                    (porch, revision) -> porch.relabel(revision.objectName(), Map.of(label.group(1), OTHER), Map.of()));
        }
        return Stream.of(REQUESTS, OF_OLD_READINGS)
                .filter(requests -> requests.containsKey(words))
                .map(requests -> new ForbiddenRequest(words, requests.get(words)))
                .findFirst()
                .orElseThrow(() -> new EnvironmentFailure("Nobody has said how somebody asks for '" + words + "'"));
    }

    Answer<?> ask(PorchApi porch, RevisionId revision) {
        return request.send(porch, revision);
    }

    @Override
    public String toString() {
        return words;
    }

    /** The files that it has, and one more. */
    private static Request withFile(String path) {
        return (porch, revision) -> porch.resources(revision.objectName())
                .then(content -> porch.setResources(revision.objectName(), content.with(path, OTHER)));
    }

    /** With something in JSON where a field is. */
    private static Request withValue(String json, String[] path) {
        try {
            JsonNode value = new ObjectMapper().readTree(json);
            return changed(object -> {
                ObjectNode parent = object;
                for (int i = 0; i < path.length - 1; i++) {
                    parent = parent.withObject("/" + path[i]);
                }
                parent.set(path[path.length - 1], value);
                return object;
            });
        } catch (JsonProcessingException e) {
            throw new EnvironmentFailure("'" + json + "' is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Says of what it was read as that it has been read long ago. */
    private static ObjectNode old(ObjectNode object) {
        object.withObject("/metadata").put("resourceVersion", earlier(object));
        return object;
    }

    /** A version like the one that the object has, and one earlier: what is only refused for its form is no old reading. */
    private static String earlier(JsonNode object) {
        String version = object.path("metadata").path("resourceVersion").asText();
        Matcher number = NUMBER.matcher(version);
        if (!number.find()) {
            throw new EnvironmentFailure("The resource version '" + version + "' does not end in a number");
        }
        return version.substring(0, number.start()) + new BigInteger(number.group()).subtract(BigInteger.ONE);
    }

    private static Request changed(UnaryOperator<ObjectNode> part) {
        return (porch, revision) -> porch.update(revision.objectName(), object -> {
            part.apply(object);
            return object;
        });
    }
}
