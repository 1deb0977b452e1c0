/** What scenarios and steps there are, without any of them having run. */
@org.jspecify.annotations.NullMarked
package dev.firedrill.reports.catalogue;
