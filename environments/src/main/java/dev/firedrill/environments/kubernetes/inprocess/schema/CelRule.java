package dev.firedrill.environments.kubernetes.inprocess.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One rule in the Common Expression Language. Loads the language only when the first rule is met. */
final class CelRule {
    private static final Pattern LOOKS_BACK = Pattern.compile("\\boldSelf\\b");

    private final boolean looksBack;
    private final CelRuntime.Program program;

    private CelRule(boolean looksBack, CelRuntime.Program program) {
        this.looksBack = looksBack;
        this.program = program;
    }

    /** Reads a rule over {@code self} and {@code oldSelf}; {@link Unreadable} says what is wrong with it. */
    static CelRule read(String rule) throws Unreadable {
        try {
            var checked = Language.COMPILER.compile(rule).getAst();
            return new CelRule(LOOKS_BACK.matcher(rule).find(), Language.RUNTIME.createProgram(checked));
        } catch (CelValidationException | CelEvaluationException unreadable) {
            throw new Unreadable(unreadable.getMessage());
        }
    }

    /**
     * Whether the rule holds. One that compares with an earlier value holds where there is none.
     *
     * @return what is wrong with the value in the rule's eyes, if anything can be said beyond that it is broken
     */
    Outcome judge(JsonNode self, Optional<JsonNode> oldSelf) {
        if (looksBack && oldSelf.isEmpty()) {
            return Outcome.HOLDS;
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put("self", plain(self));
        oldSelf.ifPresent(old -> variables.put("oldSelf", plain(old)));
        try {
            return Boolean.TRUE.equals(program.eval(variables)) ? Outcome.HOLDS : Outcome.BROKEN;
        } catch (CelEvaluationException failed) {
            return Outcome.UNDECIDABLE;
        }
    }

    private static Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, Object> map = new HashMap<>();
                node.properties().forEach(each -> map.put(each.getKey(), plain(each.getValue())));
                yield map;
            }
            case ARRAY -> {
                List<Object> list = new ArrayList<>();
                node.forEach(each -> list.add(plain(each)));
                yield list;
            }
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            default -> NullValue.NULL_VALUE;
        };
    }

    private static Object number(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.doubleValue();
    }

    /** How a value does under a rule. */
    enum Outcome {
        HOLDS,
        BROKEN,
        UNDECIDABLE
    }

    /** A rule that is none. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private static final class Language {
        private static final CelOptions OPTIONS =
                CelOptions.current().enableHeterogeneousNumericComparisons(true).build();
        private static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar("self", SimpleType.DYN)
                .addVar("oldSelf", SimpleType.DYN)
                .build();
        private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .build();
    }
}
