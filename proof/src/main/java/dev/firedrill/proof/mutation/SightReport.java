package dev.firedrill.proof.mutation;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.firedrill.model.EnvironmentFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what a sample of mutants found, as JSON for machines and as Markdown for people. */
final class SightReport {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SightReport() {}

    /**
     * Writes {@code sight.json} and {@code sight.md}.
     *
     * @throws EnvironmentFailure when the folder cannot be written
     */
    static void write(SightTally tally, Path out) {
        try {
            Files.writeString(out.resolve("sight.json"), JSON.writeValueAsString(tally) + "\n");
            Files.writeString(out.resolve("sight.md"), markdown(tally));
        } catch (IOException refused) {
            throw new EnvironmentFailure(
                    "The report cannot be written to " + out + ": " + refused.getMessage(), refused);
        }
    }

    static String markdown(SightTally tally) {
        List<String> text = new ArrayList<>(List.of("# What the drill sees", ""));
        tally.lines().forEach(line -> text.add("- " + line.strip()));
        for (MutantFate fate : MutantFate.values()) {
            text.add("");
            text.add("## " + Character.toUpperCase(fate.title().charAt(0))
                    + fate.title().substring(1));
            text.add("");
            text.add("| place | kind | change | line | "
                    + (fate == MutantFate.EXPLAINED ? "reason" : "by, and what it names") + " |");
            text.add("| --- | --- | --- | --- | --- |");
            tally.of(fate).forEach(one -> text.add(row(one)));
        }
        return String.join("\n", text) + "\n";
    }

    private static String row(TriedMutant one) {
        String told = one.fate() == MutantFate.EXPLAINED
                ? one.reason()
                : (one.by() + " " + String.join(", ", one.named())).strip();
        return "| "
                + String.join(
                        " | ",
                        List.of(
                                one.mutant().place() + ":" + one.mutant().line(),
                                one.mutant().mutator(),
                                cell(one.mutant().change()),
                                "`" + cell(one.code()) + "`",
                                cell(told)))
                + " |";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
