/**
 * What every form of a role is held to, as a library: a form of our own and one outside of this repository run the same
 * suites.
 *
 * <p>In reading order:
 *
 * <ol>
 *   <li>{@link dev.firedrill.conformance.Form}: a form of a role, its prerequisites and its {@link
 *       dev.firedrill.conformance.Deviation deviations}
 *   <li>{@link dev.firedrill.conformance.FormProvider}: where forms come from; a service of {@link java.util.ServiceLoader}
 *   <li>{@link dev.firedrill.conformance.AgainstEveryForm}: on each suite, says which forms it runs against
 *   <li>{@link dev.firedrill.conformance.FormUnderTest}: what a suite opens
 *   <li>the suites, a package a role: {@code kubernetes}, {@code git}, {@code postgres}, {@code link}
 * </ol>
 *
 * <p>To hold a form of yours to them, depend on this module in test scope, implement {@code FormProvider}, name it in {@code
 * META-INF/services/dev.firedrill.conformance.FormProvider}, and have the JUnit Platform run the package of its role:
 *
 * <pre>{@code
 * @Suite
 * @SelectPackages("dev.firedrill.conformance.postgres")
 * @IncludeClassNamePatterns(".*Conformance")
 * class OurPackageCacheTest {}
 * }</pre>
 */
@NullMarked
package dev.firedrill.conformance;

import org.jspecify.annotations.NullMarked;
