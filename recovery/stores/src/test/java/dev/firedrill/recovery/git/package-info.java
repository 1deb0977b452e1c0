@NullMarked
package dev.firedrill.recovery.git;

import org.jspecify.annotations.NullMarked;
