package dev.firedrill.environments.kubernetes.inprocess.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.environments.kubernetes.inprocess.status.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Secrets take plain texts and keep them encoded, have a type for good, and keys that the type asks for. */
final class SecretRules implements KindRules {
    private static final Map<String, List<String>> NEEDED = Map.of(
            "kubernetes.io/dockerconfigjson", List.of(".dockerconfigjson"),
            "kubernetes.io/dockercfg", List.of(".dockercfg"),
            "kubernetes.io/ssh-auth", List.of("ssh-privatekey"),
            "kubernetes.io/tls", List.of("tls.crt", "tls.key"));

    @Override
    public void complete(ObjectNode fresh) {
        fresh.path("stringData")
                .properties()
                .forEach(each -> fresh.withObject("/data")
                        .put(each.getKey(), encoded(each.getValue().asText())));
        fresh.remove("stringData");
        if (fresh.path("type").asText("").isEmpty()) {
            fresh.put("type", "Opaque");
        }
    }

    @Override
    public List<FieldError> check(ObjectNode fresh, Optional<ObjectNode> old) {
        List<FieldError> errors = new ArrayList<>();
        ConfigMapRules.checkData(fresh, List.of("data"), errors);
        String type = fresh.path("type").asText();
        for (String key : NEEDED.getOrDefault(type, List.of())) {
            if (!fresh.path("data").has(key)) {
                errors.add(FieldError.required("data[" + key + "]"));
            }
        }
        if ("kubernetes.io/basic-auth".equals(type)
                && !fresh.path("data").has("username")
                && !fresh.path("data").has("password")) {
            errors.add(FieldError.required("data[username]"));
            errors.add(FieldError.required("data[password]"));
        }
        old.ifPresent(before -> {
            if (!before.path("type").equals(fresh.path("type"))) {
                errors.add(FieldError.invalid("type", type, "field is immutable"));
            }
            ConfigMapRules.checkImmutable(fresh, before, List.of("data"), errors);
        });
        return errors;
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
