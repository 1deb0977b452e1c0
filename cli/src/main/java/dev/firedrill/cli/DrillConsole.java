package dev.firedrill.cli;

import dev.firedrill.model.Product;
import dev.firedrill.reports.ConsoleSummary;
import dev.firedrill.reports.result.DrillResult;
import dev.firedrill.reports.result.EnvironmentReport;
import dev.firedrill.reports.result.ResultFile;
import dev.firedrill.reports.result.ScenarioResult;
import java.io.PrintWriter;
import java.nio.file.Path;

/** What a person sees of a drill. With JSON asked for, progress goes to the error stream and the result to the output. */
public final class DrillConsole {
    private final PrintWriter out;
    private final PrintWriter progress;
    private final boolean json;
    private final ConsoleSummary summary = new ConsoleSummary(Terminal.width(), Terminal.colour());
    private int planned;
    private int done;

    public DrillConsole(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.progress = json ? err : out;
        this.json = json;
    }

    synchronized void planned(int scenarios, EnvironmentReport environment) {
        planned = scenarios;
        describe("control plane", environment.controlPlane());
        describe("git server", environment.git());
        describe("package cache", environment.database());
        describe("links", environment.links());
        describe("system", environment.system());
        progress.println(scenarios + (scenarios == 1 ? " scenario" : " scenarios"));
        progress.flush();
    }

    synchronized void remark(String remark) {
        progress.println(remark);
        progress.flush();
    }

    synchronized void started(String scenario) {
        if (done == 0) {
            progress.println("... " + scenario);
            progress.flush();
        }
    }

    synchronized void finished(ScenarioResult result) {
        done++;
        progress.println("[" + done + "/" + planned + "] " + summary.line(result));
        progress.flush();
    }

    synchronized void summary(DrillResult result) {
        if (json) {
            out.println(ResultFile.text(result));
        } else {
            out.println();
            out.println(summary.table(result));
        }
        if (done < planned) {
            progress.println((planned - done) + " of " + planned + " scenarios did not come to their end.");
        }
        out.flush();
        progress.flush();
    }

    synchronized void written(Path folder) {
        progress.println("Report: " + folder.resolve("site").resolve("index.html"));
        progress.flush();
    }

    private void describe(String role, Product product) {
        progress.printf(
                "  %-14s %s %s (%s, %s)%n",
                role, product.product(), product.version(), product.form(), product.real() ? "real" : "stand-in");
    }

    void standing(String description) {
        progress.println(description);
        progress.println("It stands until you end this command (Ctrl-C), which removes all of it.");
        progress.flush();
    }

    synchronized void stopping() {
        progress.println("firedrill: stopping; healing faults and ending every store ...");
        progress.flush();
    }

    void stoppedBut(String remains) {
        progress.println("firedrill: stopped by you; " + remains);
        progress.flush();
    }

    void stopped() {
        progress.println("firedrill: stopped by you; nothing is left running");
        progress.flush();
    }
}
