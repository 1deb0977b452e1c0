package dev.firedrill.proof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.Firedrill;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Documents lead to files of the repository, and to commands and options that exist. */
class DocumentsTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    /** A command at the beginning of a line, of code or of a quotation, up to where the shell, a comment or the code ends it. */
    private static final Pattern COMMAND =
            Pattern.compile("(?m)(?:^|[`']|&& )(?:[A-Z_]+=\\S+ )?(?:\\./)?firedrill ([^`|;&#\\n]+)");

    private static final Pattern FILE = Pattern.compile("(?<![\\w/.-])((?:features|ci)/[\\w/.-]*\\w)");

    static Stream<Path> documents() throws IOException {
        Stream<Path> outside = Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "features/README.md")
                .map(HOME::resolve);
        try (Stream<Path> pages = Files.walk(HOME.resolve("docs"))) {
            List<Path> inside =
                    pages.filter(file -> file.toString().endsWith(".md")).toList();
            return Stream.concat(outside, inside.stream());
        }
    }

    /** A changelog may speak of what is no more. */
    static Stream<Path> documentsOfToday() throws IOException {
        return documents().filter(document -> !document.endsWith("CHANGELOG.md"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_link_leads_to_a_file_of_the_repository(Path document) throws IOException {
        String prose = CODE.matcher(Files.readString(document)).replaceAll("");
        assertThat(found(LINK, prose))
                .as("links of %s", HOME.relativize(document))
                .filteredOn(link -> !ELSEWHERE.matcher(link).matches())
                .allSatisfy(link -> assertThat(target(document, link)).exists().startsWith(HOME));
    }

    @ParameterizedTest
    @MethodSource("documentsOfToday")
    void every_command_exists_with_its_options(Path document) throws IOException {
        assertThat(code(document).flatMap(code -> found(COMMAND, code).stream()))
                .as("commands of %s", HOME.relativize(document))
                .allSatisfy(DocumentsTest::exists);
    }

    @ParameterizedTest
    @MethodSource("documentsOfToday")
    void every_feature_and_script_that_code_names_is_there(Path document) throws IOException {
        assertThat(code(document).flatMap(code -> found(FILE, code).stream()))
                .as("files that %s names", HOME.relativize(document))
                .allSatisfy(file -> assertThat(HOME.resolve(file)).exists());
    }

    @Test
    void documents_name_commands_links_and_files() throws IOException {
        List<Path> all = documentsOfToday().toList();
        assertThat(all).hasSizeGreaterThan(20);
        assertThat(all.stream().flatMap(DocumentsTest::code).flatMap(code -> found(COMMAND, code).stream()))
                .hasSizeGreaterThan(50);
    }

    private static void exists(String words) {
        CommandLine command = Firedrill.commandLine();
        boolean walking = true;
        for (String word : words.strip().split("\\s+")) {
            if (word.startsWith("-")) {
                assertThat(command.getCommandSpec().optionsMap()).containsKey(word.replaceFirst("=.*", ""));
                walking = false;
            } else if (walking && !command.getSubcommands().isEmpty()) {
                assertThat(command.getSubcommands()).containsKey(word);
                command = command.getSubcommands().get(word);
            }
        }
    }

    private static Stream<String> code(Path document) {
        try {
            return CODE.matcher(Files.readString(document)).results().map(match -> match.group()).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static Path target(Path document, String link) {
        String file = link.replaceFirst("#.*", "");
        return file.isEmpty() ? document : document.resolveSibling(file).normalize();
    }
}
