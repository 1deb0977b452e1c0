package dev.firedrill.scenarios.recording;

import dev.firedrill.model.Verdict;
import dev.firedrill.reports.ResultFolder;
import dev.firedrill.reports.ResultsNotWritten;
import dev.firedrill.reports.result.ScenarioResult;
import io.qameta.allure.AllureResultsWriteException;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Allure's results in the folder of a drill, each noted as Firedrill's before it is written. A scenario's status there is its
 * verdict: what its steps alone would say may be better, or worse.
 */
final class AllureFolder extends FileSystemResultsWriter {
    private static final String NAME = "allure-results";

    private final ResultFolder folder;
    private final Consumer<Runnable> attempt;
    private final AtomicReference<@Nullable ScenarioResult> endedLast = new AtomicReference<>();

    /**
     * Results below {@code folder}.
     *
     * @param attempt runs what writes, and deals with what cannot be written
     */
    AllureFolder(ResultFolder folder, Consumer<Runnable> attempt) {
        super(folder.path().resolve(NAME));
        this.folder = folder;
        this.attempt = attempt;
    }

    /** Is told of a scenario that has ended, before Allure writes its result. */
    void ended(ScenarioResult scenario) {
        endedLast.set(scenario);
    }

    @Override
    public void write(TestResult result) {
        ScenarioResult scenario = endedLast.get();
        if (scenario != null && scenario.name().equals(result.getName())) {
            judge(result, scenario);
        }
        write(generateTestResultName(result.getUuid()), () -> super.write(result));
    }

    private static void judge(TestResult result, ScenarioResult scenario) {
        Status status = status(scenario.verdict());
        if (result.getStatus() != status) {
            result.setStatus(status);
            result.setStatusDetails(new StatusDetails().setMessage(scenario.failure()));
        }
    }

    private static Status status(Verdict verdict) {
        return switch (verdict) {
            case HELD -> Status.PASSED;
            case NOT_APPLICABLE -> Status.SKIPPED;
            case INCONCLUSIVE -> Status.BROKEN;
            case VIOLATED -> Status.FAILED;
        };
    }

    @Override
    public void write(TestResultContainer container) {
        write(generateTestResultContainerName(container.getUuid()), () -> super.write(container));
    }

    @Override
    public void write(String source, InputStream attachment) {
        write(source, () -> super.write(source, attachment));
    }

    private void write(String file, Runnable writing) {
        attempt.accept(() -> {
            Path claimed = folder.claim(NAME + "/" + file);
            try {
                writing.run();
            } catch (AllureResultsWriteException refused) {
                throw new ResultsNotWritten(claimed, new IOException(refused.getCause()));
            }
        });
    }
}
