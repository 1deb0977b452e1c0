package dev.firedrill.recovery.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.firedrill.recovery.json.Json;
import dev.firedrill.recovery.model.Repository;
import dev.firedrill.recovery.model.Secrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a Repository object, or says in one sentence why it cannot be used. */
final class RepositoryParser {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern BRANCH = Pattern.compile("[^\\s~^:?*\\[\\\\\\p{Cntrl}]+");
    private static final Set<String> SCHEMES = Set.of("http", "https", "file");

    private RepositoryParser() {}

    static Repository parse(JsonNode object) throws InvalidObject {
        JsonNode metadata = object.path("metadata");
        JsonNode spec = object.path("spec");
        String name = metadata.path("name").asText();
        require(
                LABEL.matcher(name).matches(),
                "its name is not a lower-case label of at most 63 characters; register it under another name");
        String type = spec.path("type").asText("git");
        require(type.equals("git"), "type '" + type + "' is not supported; use git");
        JsonNode git = spec.path("git");
        Repository repository = new Repository(
                metadata.path("namespace").asText(),
                name,
                metadata.path("uid").asText(),
                metadata.path("generation").asLong(),
                metadata.hasNonNull("deletionTimestamp"),
                url(git.path("repo").asText()),
                branch(git.path("branch").asText("main")),
                git.path("createBranch").asBoolean(),
                directory(git.path("directory").asText("")),
                text(git.path("secretRef").path("name")),
                spec.path("deployment").asBoolean(),
                text(spec.path("sync").path("runOnceAt")),
                author(git),
                Json.strings(metadata.path("annotations")),
                Json.write(withoutLogins(object)));
        return repository;
    }

    /** The object as others may read it: a URL in it, or in a copy of it in an annotation, may bear a login. */
    private static JsonNode withoutLogins(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode clean = Json.object();
            object.properties().forEach(field -> clean.set(field.getKey(), withoutLogins(field.getValue())));
            return clean;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode clean = Json.array();
            array.forEach(element -> clean.add(withoutLogins(element)));
            return clean;
        }
        return node.isTextual() ? TextNode.valueOf(Secrets.removed(node.asText())) : node;
    }

    private static String url(String url) throws InvalidObject {
        require(!url.isBlank(), "spec.git.repo is missing; set it to the repository's URL");
        try {
            String scheme = String.valueOf(new URI(url).getScheme()).toLowerCase(Locale.ROOT);
            require(SCHEMES.contains(scheme), "spec.git.repo is no http or https URL; set it to one");
        } catch (URISyntaxException e) {
            throw new InvalidObject("spec.git.repo is no URL; set it to the repository's URL");
        }
        return url;
    }

    private static String branch(String branch) throws InvalidObject {
        String name = branch.isEmpty() ? "main" : branch;
        boolean sane = BRANCH.matcher(name).matches()
                && !name.startsWith("/")
                && !name.endsWith("/")
                && !name.endsWith(".lock")
                && !name.contains("..")
                && !name.contains("//");
        require(sane, "spec.git.branch '" + printable(branch) + "' is no branch name; correct it");
        return name;
    }

    private static String directory(String directory) throws InvalidObject {
        String trimmed = directory.replaceAll("^/+|/+$", "");
        boolean climbs = Arrays.stream(trimmed.split("/"))
                .anyMatch(segment -> segment.equals("..") || segment.equals(".") || segment.equalsIgnoreCase(".git"));
        boolean odd = trimmed.contains("\\") || trimmed.contains("//") || trimmed.indexOf('\0') >= 0;
        require(
                !climbs && !odd,
                "spec.git.directory '" + printable(directory)
                        + "' leaves the repository; name a directory below its root");
        return trimmed;
    }

    private static Optional<String> author(JsonNode git) {
        String author = git.path("author").asText("");
        String mail = git.path("email").asText("");
        return author.isBlank() && mail.isBlank() ? Optional.empty() : Optional.of(author + " <" + mail + ">");
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isEmpty() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    private static void require(boolean holds, String otherwise) throws InvalidObject {
        if (!holds) {
            throw new InvalidObject(otherwise);
        }
    }
}
