package dev.firedrill.scenarios.runner;

import io.cucumber.core.exception.CucumberException;
import io.cucumber.core.gherkin.FeatureParserException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words what Cucumber says of a feature that it cannot read: {@code file:line:column: message}. */
final class Unparsed {
    private static final Pattern PLACE = Pattern.compile("\\((\\d+)(?::(\\d+))?\\): (.*)");
    private static final Pattern FILE = Pattern.compile("(?:file|classpath):\\S+");

    private Unparsed() {}

    /**
     * Does what parses features.
     *
     * @throws WrongSelection when one of them cannot be parsed
     */
    static void told(ScenarioIds ids, Runnable parsing) {
        try {
            parsing.run();
        } catch (FeatureParserException unparsed) {
            throw new WrongSelection(sentence(ids, String.valueOf(unparsed.getMessage())));
        } catch (IllegalArgumentException refused) {
            // What Cucumber says of a file without a feature in it.
            if (String.valueOf(refused.getMessage()).startsWith("Feature not found")) {
                throw new WrongSelection(
                        sentence(ids, String.valueOf(refused.getMessage())) + "; there is no scenario");
            }
            throw refused;
        } catch (CucumberException refused) {
            throw new WrongSelection("Cucumber cannot run the features: "
                    + String.valueOf(refused.getMessage()).lines().findFirst().orElse("it gives no reason"));
        }
    }

    static String sentence(ScenarioIds ids, String message) {
        Matcher file = FILE.matcher(message);
        String path = file.find() ? ids.path(URI.create(file.group())) : "the feature";
        String places = PLACE.matcher(message)
                .results()
                .map(place -> path + ":" + place.group(1) + ":" + (place.group(2) == null ? "1" : place.group(2)) + ": "
                        + place.group(3))
                .collect(Collectors.joining("\n"));
        return places.isEmpty() ? path + ":1:1: " + message.replaceAll("\\s+", " ") : places;
    }
}
