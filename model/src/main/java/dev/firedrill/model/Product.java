package dev.firedrill.model;

/**
 * What stands behind a role in this run; printed at the start of every run and in every report.
 *
 * @param form the form of the role, such as {@code in-process}, {@code embedded} or {@code containers}
 * @param product what runs, such as {@code PostgreSQL}
 * @param version its version
 * @param real whether it is the product itself and not a stand-in for it
 */
public record Product(String form, String product, String version, boolean real) {}
