/** The control plane as the recovery sees it: Repositories, PackageVariants, Secrets, and the conditions written back. */
@NullMarked
package dev.firedrill.recovery.cluster;

import org.jspecify.annotations.NullMarked;
