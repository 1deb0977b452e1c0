package dev.firedrill.recovery.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.UncheckedIOException;
import java.util.Optional;

/** YAML as trees. Aliases are not expanded, so a small file cannot become a large tree. */
final class Yaml {
    private static final YAMLMapper MAPPER = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .stringQuotingChecker(new PlainWordsOnly())
            .build());

    private Yaml() {}

    /** The mapping that {@code text} holds; empty when it is no YAML or no mapping. */
    static Optional<ObjectNode> parse(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree instanceof ObjectNode mapping ? Optional.of(mapping) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Whether each of {@code fields} is a mapping or is not there. */
    static boolean isMappingAt(ObjectNode tree, String... fields) {
        for (String field : fields) {
            JsonNode value = tree.path(field);
            if (value.isNull()) {
                tree.remove(field);
            } else if (!value.isObject() && !value.isMissingNode()) {
                return false;
            }
        }
        return true;
    }

    static String print(ObjectNode tree) {
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree of YAML can always be printed", e);
        }
    }

    static ObjectNode mapping() {
        return MAPPER.createObjectNode();
    }

    /** Leaves quotes away only where every reader of YAML 1.1 and 1.2 sees the same text: no dates, no 1e3, no 0x1. */
    private static final class PlainWordsOnly extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return value.isEmpty() || !Character.isLetter(value.charAt(0)) || super.needToQuoteValue(value);
        }
    }
}
