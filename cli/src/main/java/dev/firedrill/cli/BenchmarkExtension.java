package dev.firedrill.cli;

import java.util.concurrent.Callable;

/** A subcommand of {@code firedrill benchmark}, annotated for picocli, that is there only where its jar is. */
public interface BenchmarkExtension extends Callable<Integer> {}
