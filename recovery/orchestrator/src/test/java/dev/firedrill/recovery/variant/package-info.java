/** Tests of the PackageVariant controller, case by case of what a disaster may leave behind. */
@NullMarked
package dev.firedrill.recovery.variant;

import org.jspecify.annotations.NullMarked;
