package dev.firedrill.steps;

import io.cucumber.cucumberexpressions.Expression;
import io.cucumber.cucumberexpressions.ExpressionFactory;
import io.cucumber.cucumberexpressions.ParameterTypeRegistry;
import io.cucumber.java.ParameterType;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The step definitions of this module, found as Cucumber finds them: by their annotations. */
final class Glue {
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "firedrill", "steps");

    private final Map<String, Expression> definitions = new TreeMap<>();

    private Glue() {}

    /** All of them. */
    static Glue ofThisModule() throws IOException {
        List<Method> methods = new ArrayList<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            files.map(file -> file.getFileName().toString().replaceFirst("\\.java$", ""))
                    .filter(name -> !name.equals("package-info"))
                    .sorted()
                    .forEach(name -> methods.addAll(List.of(type(name).getDeclaredMethods())));
        }
        ParameterTypeRegistry types = new ParameterTypeRegistry(Locale.ENGLISH);
        for (Method method : methods) {
            Optional.ofNullable(method.getAnnotation(ParameterType.class))
                    .ifPresent(type -> types.defineParameterType(new io.cucumber.cucumberexpressions.ParameterType<>(
                            method.getName(), type.value(), String.class, (String text) -> text)));
        }
        ExpressionFactory expressions = new ExpressionFactory(types);
        Glue glue = new Glue();
        for (Method method : methods) {
            expressions(method).forEach(text -> glue.definitions.put(text, expressions.createExpression(text)));
        }
        return glue;
    }

    /** What the definitions say, sorted. */
    List<String> definitions() {
        return List.copyOf(definitions.keySet());
    }

    /** The definitions that a step matches; one, where everything is as it should be. */
    List<String> matching(String step) {
        return definitions.entrySet().stream()
                .filter(definition -> definition.getValue().match(step) != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Stream<String> expressions(Method method) {
        return Stream.of(
                        Stream.of(method.getAnnotationsByType(Given.class)).map(Given::value),
                        Stream.of(method.getAnnotationsByType(When.class)).map(When::value),
                        Stream.of(method.getAnnotationsByType(Then.class)).map(Then::value))
                .flatMap(values -> values);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("dev.firedrill.steps." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " is a source and no class of this module", e);
        }
    }
}
