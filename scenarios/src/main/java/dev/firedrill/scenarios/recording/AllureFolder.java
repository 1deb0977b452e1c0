package dev.firedrill.scenarios.recording;

import dev.firedrill.reports.ResultFolder;
import dev.firedrill.reports.ResultsNotWritten;
import io.qameta.allure.AllureResultsWriteException;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.model.TestResultContainer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Allure's results in the folder of a drill, each noted as Firedrill's before it is written. */
final class AllureFolder extends FileSystemResultsWriter {
    private static final String NAME = "allure-results";

    private final ResultFolder folder;
    private final Consumer<Runnable> attempt;

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

    @Override
    public void write(TestResult result) {
        write(generateTestResultName(result.getUuid()), () -> super.write(result));
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
